"""The mailbox of a server without SMTP."""
from playwright.sync_api import expect

from house import PAULA
from letters import invite


def mailbox_empty(console):
    console.enter(PAULA).users("Acme")
    console.page.get_by_role("link", name="Mailbox").click()
    expect(console.page.get_by_text("No emails yet")).to_be_visible()


def mailbox(console):
    invite(console.house, "ines@acme.example", name="Ines Ito")
    console.enter(PAULA).users("Acme")
    console.page.get_by_role("link", name="Mailbox").click()
    expect(console.page.get_by_role("link", name="Ines Ito")).to_be_visible()


def letter(console):
    mailbox(console)
    console.page.get_by_role("link", name="Ines Ito").click()
    expect(console.page.frame_locator("iframe").get_by_role("heading")).to_be_visible()


def letter_text(console):
    letter(console)
    console.page.get_by_role("link", name="Plain text").click()
    expect(console.page.get_by_label("Plain text")).to_be_visible()
