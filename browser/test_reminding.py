"""Remind…: everybody who was sent a welcome email some days ago and has not registered, as one action."""
import time

import pytest
from playwright.sync_api import expect

from client import Client
from house import ANNA
from screens.sending import add_people

DAY = 24 * 3600 * 1000


@pytest.fixture
def waiting(house):
    """Of nine users of Acme: seven were sent an email 1, 2, … 7 days ago; the eighth none; Uwe and Anna are registered."""
    add_people(house, 8)
    now = int(time.time() * 1000)
    for days in range(1, 8):
        house.change("UPDATE users SET welcome = 2, welcome_at = ? WHERE email = ?", now - days * DAY - 60_000, f"user{days}@example.org")
    house.change("UPDATE users SET welcome = 2, welcome_at = 1 WHERE email = ?", ANNA.email)
    return house


def remind(console):
    page = console.page
    console.users("Acme").page.get_by_role("button", name="Remind…").click()
    dialog = page.get_by_role("dialog", name="Remind users")
    expect(dialog.get_by_label("Days since the last email")).to_be_focused()
    return dialog


def test_everybody_who_has_not_answered_is_reminded_in_one_action(console, client, waiting):
    page = console.enter(ANNA).page
    dialog = remind(console)
    expect(dialog.get_by_label("Days since the last email")).to_have_value("7")
    expect(dialog).to_contain_text("1 user")
    dialog.get_by_label("Days since the last email").fill("2")
    expect(dialog).to_contain_text("6 users")
    expect(dialog).to_contain_text("and 1 other")
    dialog.get_by_role("button", name="Continue").click()

    question = page.get_by_role("dialog", name="Send welcome emails")
    expect(question).to_contain_text("6 users")
    expect(question).to_contain_text("Sent before to 6 users.")
    expect(question.frame_locator("iframe").get_by_role("link", name="Set up your account")).to_be_visible()
    question.get_by_role("button", name="Send 6 emails").click()
    expect(page.get_by_role("main").get_by_text("6 welcome emails are in the mailbox of this server")).to_be_visible()
    assert waiting.count("SELECT count(*) FROM letters") == waiting.count("SELECT count(DISTINCT user_id) FROM letters") == 6
    assert waiting.count("SELECT count(*) FROM letters WHERE address IN ('user1@example.org', 'user8@example.org')") == 0

    # They were reminded just now: nobody is left.
    expect(remind(console)).to_contain_text("Nobody")
    waiting.change("UPDATE users SET welcome = 2 WHERE welcome = 1")
    page.get_by_label("Days since the last email").fill("0")
    expect(page.get_by_role("dialog", name="Remind users")).to_contain_text("7 users")


def test_without_anybody_or_a_number_nothing_goes_on(console, waiting):
    page = console.enter(ANNA).page
    dialog = remind(console)
    days = dialog.get_by_label("Days since the last email")
    for written, words in (("30", "Nobody"), ("", "Write a number of days"), ("-1", "Write a number of days"), ("1.5", "Write a number of days")):
        days.fill(written)
        expect(dialog).to_contain_text(words)
        expect(dialog.get_by_role("button", name="Continue")).to_have_attribute("aria-disabled", "true")
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Remind…")).to_be_focused()


def test_who_registers_meanwhile_changes_the_number_and_nothing_is_sent(console, waiting):
    page = console.enter(ANNA).page
    dialog = remind(console)
    dialog.get_by_label("Days since the last email").fill("1")
    expect(dialog).to_contain_text("7 users")
    page.keyboard.press("Enter")
    send = page.get_by_role("button", name="Send 7 emails")
    expect(send).to_be_visible()
    waiting.change("UPDATE users SET registered_at = 1, password_hash = 'x' WHERE email = 'user3@example.org'")
    send.click()

    expect(page.get_by_role("button", name="Send 6 emails")).to_be_visible()
    assert waiting.count("SELECT count(*) FROM letters") == 0


def test_the_email_that_is_shown_is_one_that_will_be_sent(console, client, house):
    """Of two who are selected, the first one has registered: the email shown is the other one's."""
    add_people(house, 60)
    ids = {user["email"]: user["id"] for user in Client(house, ANNA).users("Acme", limit=200)["users"]}
    page = console.enter(ANNA).page
    console.users("Acme")
    selected = f"JSON.stringify({{ ids: [{ids[ANNA.email]}, {ids['user59@example.org']}] }})"
    page.evaluate(f"sessionStorage.setItem('selected:{house.account('Acme')}', {selected})")
    page.reload()
    page.get_by_role("button", name="Send welcome emails").click()

    name = client(ANNA).users("Acme", search="user59@")["users"][0]["display_name"]
    expect(page.frame_locator("iframe").get_by_text(name).first).to_be_visible()
