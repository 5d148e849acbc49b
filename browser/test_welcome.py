"""Selecting users and sending them their welcome emails: S52–S57."""
import re

import pytest
from playwright.sync_api import expect

from client import Refused
from house import ANNA, PAULA, UWE
from letters import addresses
from selected import bar, box, question
from sheets import clean, with_errors


def test_s52_importing_sends_no_email(console, client):
    preview = console.enter(ANNA).preview_of("Acme", clean(3))
    preview.upload()
    preview.expect_all_added(3, "Acme")
    console.page.get_by_role("link", name="Go to Users").click()

    expect(console.page.get_by_role("row").filter(has_text="user1@example.org")).to_contain_text("Not sent")
    assert addresses(client) == []


def test_s53_the_action_of_a_selection_opens_a_panel_with_send_welcome_emails(console, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    box(page, "Person 001").check()
    box(page, "Person 003").check()
    expect(bar(page)).to_contain_text("2 selected")

    bar(page).get_by_role("button", name="Actions for the selected users").click()
    panel = page.get_by_role("dialog", name="2 users selected")
    panel.get_by_role("button", name=re.compile("^Send welcome emails")).click()

    expect(question(page)).to_contain_text("2 users")


def test_s54_without_a_selection_there_is_nothing_to_send_with(console):
    page = console.enter(ANNA).page
    console.users("Acme")

    expect(page.get_by_role("button", name=re.compile("Send welcome emails"))).to_have_count(0)
    box(page, UWE.full_name).check()
    expect(page.get_by_role("button", name="Send welcome emails")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=re.compile("Send welcome emails"))).to_have_count(0)


def test_s55_each_selected_user_gets_one_email_and_nobody_else_any(console, client, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    for name in ("Anna Aalto", "Person 000", "Person 002"):
        box(page, name).check()
    bar(page).get_by_role("button", name="Send welcome emails").click()
    asked = question(page)
    expect(asked).to_contain_text("2 users – 1 already registered, skipped")
    expect(asked).to_contain_text("Your Acme account is ready")
    expect(asked.frame_locator("iframe").get_by_role("heading", name="Welcome, Person 000")).to_be_visible()

    asked.get_by_role("button", name="Send 2 emails").dblclick()

    expect(page.get_by_role("main").get_by_text("2 welcome emails are in the mailbox of this server")).to_be_visible()
    expect(bar(page)).to_be_hidden()
    expect(page.get_by_role("row").filter(has_text="Person 000")).to_contain_text(re.compile("Waiting|In the mailbox"))
    expect(page.get_by_role("row").filter(has_text="Person 001")).to_contain_text("Not sent")
    assert addresses(client) == ["person000@acme.example", "person002@acme.example"]


def test_s55_what_has_changed_meanwhile_is_asked_about_again(console, client, crowd):
    page = console.enter(ANNA).page
    console.users("Acme").find("person")
    page.get_by_role("checkbox", name="Select all users on this page").check()
    page.get_by_role("button", name="Select all 120 users").click()
    bar(page).get_by_role("button", name="Send welcome emails").click()
    expect(question(page)).to_contain_text("120 users")
    client(ANNA).add_user("Acme", "one-more-person@acme.example", name="Person late")

    question(page).get_by_role("button", name="Send 120 emails").click()

    expect(question(page).get_by_role("alert")).to_contain_text("You selected 120 users; they are 121 now.")
    assert addresses(client) == []
    question(page).get_by_role("button", name="Send 121 emails").click()
    expect(page.get_by_role("main").get_by_text("121 welcome emails are in the mailbox of this server")).to_be_visible()
    assert len(set(addresses(client))) == len(addresses(client)) == 121


def test_s55_a_lost_answer_and_another_try_send_nothing_twice(console, client, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    box(page, "Person 000").check()
    bar(page).get_by_role("button", name="Send welcome emails").click()
    page.route("**/welcome", lambda route: (route.fetch(), route.abort()))
    question(page).get_by_role("button", name="Send 1 email").click()
    expect(question(page).get_by_role("alert")).to_contain_text("nobody gets the email twice")

    page.unroute("**/welcome")
    question(page).get_by_role("button", name="Send 1 email").click()

    expect(page.get_by_role("main").get_by_text("1 welcome email is in the mailbox of this server")).to_be_visible()
    assert addresses(client) == ["person000@acme.example"]


def test_s56_select_all_takes_every_page_and_says_how_many(console, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    page.get_by_role("checkbox", name="Select all users on this page").check()
    expect(page.get_by_text("50 users on this page are selected.")).to_be_visible()
    page.get_by_role("button", name="Select all 122 users").click()
    expect(bar(page)).to_contain_text("122 selected")

    page.get_by_role("link", name="Next page").click()
    expect(box(page, "Person 060")).to_be_checked()
    box(page, "Person 060").uncheck()
    expect(bar(page)).to_contain_text("121 selected")
    page.get_by_role("link", name="From the beginning").click()
    expect(bar(page)).to_contain_text("121 selected")
    bar(page).get_by_role("button", name="Send welcome emails").click()
    expect(question(page)).to_contain_text("119 users – 2 already registered, skipped")


def test_s56_a_selection_outlives_paging_and_searching(console, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    box(page, "Person 000").click()
    box(page, "Person 004").click(modifiers=["Shift"])
    page.get_by_role("link", name="Next page").click()
    box(page, "Person 060").focus()
    page.keyboard.press("Space")
    box(page, "Person 062").focus()
    page.keyboard.press("Shift+Space")
    expect(bar(page)).to_contain_text("8 selected")
    console.users("Acme").find("person 00")

    expect(bar(page)).to_contain_text("8 selected")
    expect(page.locator("tbody").get_by_role("checkbox", checked=True)).to_have_count(5)


def test_s57_uwe_cannot_send_and_paula_cannot_for_globex(console, client, house):
    for person, account in ((UWE, "Acme"), (PAULA, "Globex")):
        with pytest.raises(Refused) as refused:
            client(person).post(f"{client(person).base(account)}/welcome/preview", {"selection": {"ids": [1]}})
        assert (refused.value.status, refused.value.code) == (404, "not_found")
        with pytest.raises(Refused) as refused:
            client(person).post(
                f"{client(person).base(account)}/welcome", {"request_id": "x", "selection": {"ids": [1]}, "shown": 1}
            )
        assert (refused.value.status, refused.value.code) == (404, "not_found")

    assert console.enter(UWE).open(console.users_path("Acme")).status == 404
    expect(console.page.get_by_role("checkbox")).to_have_count(0)


def test_whoever_comes_from_an_import_finds_the_new_users_selected(console, client):
    preview = console.enter(ANNA).preview_of("Acme", clean(60))
    preview.upload()
    preview.expect_all_added(60, "Acme")
    page = console.page
    page.get_by_role("link", name="Go to Users").click()
    expect(bar(page)).to_contain_text("60 selected")
    expect(bar(page).get_by_role("button", name="Send welcome emails")).to_be_focused()
    expect(page.get_by_text("Send them their welcome emails next.")).to_be_visible()
    page.keyboard.press("Enter")
    question(page).get_by_role("button", name="Send 60 emails").click()
    expect(page.get_by_role("main").get_by_text("60 welcome emails are in the mailbox of this server")).to_be_visible()
    expect(page.get_by_text("Send them their welcome emails next.")).to_have_count(0)
    expect(page.get_by_text("60 users were added from")).to_be_visible()
    assert len(set(addresses(client))) == len(addresses(client)) == 60

    page.reload()
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(bar(page)).to_be_hidden()


def test_after_a_partial_upload_those_who_were_added_get_their_emails(console, client):
    preview = console.enter(ANNA).preview_of("Acme", with_errors(10, faulty=2))
    preview.upload()
    preview.expect_partly_added(8, 2)
    page = console.page
    page.get_by_role("link", name="Send welcome emails to the 8 who were added").click()
    expect(page.get_by_role("status").filter(has_text="The 8 new users are selected.")).to_be_attached()
    question(page).get_by_role("button", name="Send 8 emails").click()
    expect(page.get_by_role("main").get_by_text("8 welcome emails are in the mailbox of this server")).to_be_visible()
    expect(page.get_by_text("The 8 new users are selected.")).to_have_count(0)
    assert len(set(addresses(client))) == len(addresses(client)) == 8

    page.go_back()
    page.get_by_role("link", name="Send welcome emails to the 8 who were added").click()
    expect(page.get_by_text("Nobody is selected: they were sent their welcome emails before.")).to_be_visible()
    expect(question(page)).to_be_hidden()


def test_the_bar_has_the_focus_again_when_nothing_was_sent(console, crowd):
    page = console.enter(ANNA).page
    console.users("Acme")
    box(page, "Person 000").check()
    bar(page).get_by_role("button", name="Send welcome emails").click()
    expect(question(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar(page).get_by_role("button", name="Send welcome emails")).to_be_focused()
