"""The users of an account, and one of them in a form."""
from playwright.sync_api import expect

from client import Client
from house import ANNA, PAULA, UWE
from preview import control


def users(console):
    console.enter(PAULA).users("Acme")


def users_empty(console):
    console.enter(PAULA).users("Beta")
    expect(console.page.get_by_text("No users yet").first).to_be_visible()


def users_no_match(console):
    console.enter(PAULA).users("Acme").find("zzzz")
    expect(console.page.get_by_text("zzzz").first).to_be_visible()


def users_with_long_names(console):
    long = "Maximiliane-Alexandrina-Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst"
    Client(console.house, PAULA).add_user("Acme", f"{'maximiliane.alexandrina.' * 2}theodora@{'hohenlohe-' * 5}waldenburg.example", name=long)
    users(console)


def add_user(console):
    users(console)
    page = console.page
    control(page, "Add User").first.click()
    expect(page.get_by_role("dialog", name="Add User")).to_be_visible()


def edit_user(console):
    listed = console.enter(PAULA).users("Acme")
    line = listed.line(UWE.email)
    line.get_by_role("button").or_(line.get_by_role("link")).first.click()
    expect(console.page.get_by_role("dialog", name="Edit")).to_be_visible()


def edit_user_wrong(console):
    edit_user(console)
    console.page.get_by_label("Email", exact=True).fill("uwe.acme.example")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_text("Nothing was saved yet.").first).to_be_visible()


def give_up_rights(console):
    listed = console.enter(ANNA).users("Acme")
    listed.line(ANNA.email).get_by_role("link").click()
    console.page.get_by_label("Role", exact=True).last.select_option(label="User")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_role("alert")).to_be_visible()


def delete_oneself(console):
    listed = console.enter(ANNA).users("Acme")
    listed.line(ANNA.email).get_by_role("link").click()
    console.page.get_by_role("button", name="Delete user…").click()
    expect(console.page.get_by_role("dialog", name="Delete yourself?")).to_be_visible()
