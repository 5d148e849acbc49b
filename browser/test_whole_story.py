"""The whole story in one go, from an empty account to a user who has signed in: S1–S65."""
import re

from playwright.sync_api import expect

from house import PAULA, Person
from sheets import row

ROWS = [
    row("Ines", "Ito", email="ines@gamma.example", role="Account Admin"),
    row("Jo", "Ek", email="jo.gamma.example", role="User"),
    row(email="nobody@gamma.example"),
    row("", "", "Kim Moe", "kim@gamma.example"),
]
INES = Person("Ines", "Ito", "ines@gamma.example", "Gamma", "account_admin", "correct staple battery horse")


def test_the_whole_story(console, house, new_console):
    page = console.sign_in(PAULA).page
    page.get_by_role("link", name="Add Account").click()
    page.get_by_label("Account name").fill("Gamma")
    page.get_by_role("button", name="Add Account").last.click()
    expect(page.get_by_text("Gamma was added.")).to_be_visible()

    preview = console.preview_of("Gamma", ROWS, "gamma.xlsx")
    preview.expect_faulty(2)
    preview.row(3).edit("EMAIL", "jo@gamma.example")
    preview.expect_faulty(1)
    preview.row(4).delete()
    preview.expect_faulty(0)
    preview.upload()
    preview.expect_all_added(3, "Gamma")

    page.get_by_role("link", name="Send welcome emails").click()
    question = page.get_by_role("dialog", name="Send welcome emails")
    expect(question).to_contain_text("3 users")
    question.get_by_role("button", name="Send 3 emails").click()
    expect(page.get_by_role("main").get_by_text("3 welcome emails are on their way.")).to_be_visible()

    page.get_by_role("link", name="Mailbox").click()
    page.get_by_role("link", name=INES.full_name).click()
    page.get_by_role("link", name="Plain text").click()
    link = page.get_by_label("Plain text").get_by_role("link").get_attribute("href")

    ines = new_console(house)
    ines.page.goto(link)
    expect(ines.page.get_by_text("Gamma", exact=True)).to_be_visible()
    ines.page.get_by_label("Password", exact=True).fill(INES.password)
    ines.page.get_by_role("button", name="Set password").click()
    expect(ines.page.get_by_text("Your password is set.")).to_be_visible()
    ines.page.get_by_label("Password", exact=True).fill(INES.password)
    ines.page.get_by_role("button", name="Sign in").click()
    expect(ines.page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(ines.page.get_by_role("row").filter(has_text=INES.email)).to_contain_text("Registered")

    expect(console.users("Gamma").line("kim@gamma.example")).to_contain_text(re.compile("Waiting|Sent"))
