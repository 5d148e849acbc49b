"""The accounts of a partner."""
from playwright.sync_api import expect

from house import PAULA
from preview import control


def accounts(console):
    console.enter(PAULA).open("/accounts")
    expect(console.page.get_by_role("heading", name="Accounts", level=1)).to_be_visible()


def accounts_none(console):
    accounts(console)
    console.page.get_by_role("searchbox").fill("zzz")
    console.page.get_by_role("searchbox").press("Enter")
    expect(console.page.get_by_text("No account matches")).to_be_visible()


def add_account(console):
    accounts(console)
    page = console.page
    control(page, "Add Account").first.click()
    page.wait_for_timeout(200)
