"""Selecting users, and sending them their welcome emails."""
from playwright.sync_api import expect

from client import Client
from house import ANNA, PAULA
from sheets import as_csv, clean


def add_people(house, count):
    anna = Client(house, ANNA)
    anna.add_users("Acme", as_csv(clean(count)))


def users_selected(console):
    add_people(console.house, 60)
    page = console.enter(PAULA).users("Acme").page
    page.get_by_role("row").filter(has_text="user2@example.org").get_by_role("checkbox").check()
    page.get_by_role("row").filter(has_text=ANNA.email).get_by_role("checkbox").check()
    expect(page.get_by_role("region", name="Selected users")).to_contain_text("2 selected")


def users_all_selected(console):
    add_people(console.house, 60)
    page = console.enter(PAULA).users("Acme").page
    page.get_by_role("checkbox", name="Select all users on this page").check()
    expect(page.get_by_role("button", name="Select all 62 users")).to_be_visible()


def users_in_every_state(console):
    house = console.house
    add_people(house, 8)
    states = ((1, ""), (2, ""), (3, "550 5.1.1 <user4@example.org>: Recipient address rejected: User unknown in local recipient table"), (4, ""))
    for number, (state, words) in enumerate(states, 2):
        house.change("UPDATE users SET welcome = ?, welcome_words = ? WHERE email = ?", state, words, f"user{number}@example.org")
    console.enter(PAULA).users("Acme")
    expect(console.page.get_by_text("It may have arrived.")).to_be_visible()


def selection_actions(console):
    users_selected(console)
    console.page.get_by_role("button", name="Actions for the selected users").click()
    expect(console.page.get_by_role("dialog", name="2 users selected")).to_be_visible()


def send_question(console):
    users_selected(console)
    console.page.get_by_role("button", name="Send welcome emails").click()
    expect(console.page.get_by_role("button", name="Send 1 email")).to_be_visible()
    expect(console.page.frame_locator("iframe").get_by_role("heading")).to_be_visible()


def send_changed(console):
    users_all_selected(console)
    page = console.page
    page.get_by_role("button", name="Select all 62 users").click()
    page.get_by_role("button", name="Send welcome emails").click()
    send = page.get_by_role("button", name="Send 60 emails")
    expect(send).to_be_visible()
    Client(console.house, ANNA).add_user("Acme", "late@example.org")
    send.click()
    expect(page.get_by_role("button", name="Send 61 emails")).to_be_visible()


def reminding(console):
    add_people(console.house, 12)
    console.house.change("UPDATE users SET welcome = 2, welcome_at = 1 WHERE registered_at IS NULL")
    page = console.enter(PAULA).users("Acme").page
    page.get_by_role("button", name="Remind…").click()
    expect(page.get_by_role("dialog", name="Remind users")).to_contain_text("12 users")


def welcome_sent(console):
    send_question(console)
    console.page.get_by_role("button", name="Send 1 email").click()
    expect(console.page.get_by_role("main").get_by_text("1 welcome email is in the mailbox of this server")).to_be_visible()


def letter_words(console):
    console.enter(ANNA).users("Acme")
    console.page.get_by_role("link", name="Welcome email").click()
    expect(console.page.get_by_label("Greeting")).to_be_visible()


def letter_words_refused(console):
    letter_words(console)
    console.page.get_by_label("Answers go to").fill("nobody")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_role("alert")).to_be_visible()
