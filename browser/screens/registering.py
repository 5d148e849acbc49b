"""Choosing a password by the link of an email."""
from playwright.sync_api import expect

from client import Client
from house import eventually
from letters import invite, new_password_link


def register(console):
    console.page.goto(invite(console.house, "ines@acme.example", name="Ines Ito"))
    expect(console.page.get_by_label("Password", exact=True)).to_be_focused()


def register_refused(console):
    register(console)
    console.page.get_by_label("Password", exact=True).fill("ines@acme.example")
    console.page.get_by_role("button", name="Set password").click()
    expect(console.page.get_by_label("Password", exact=True)).to_have_attribute("aria-invalid", "true")


def link_not_valid(console):
    console.page.goto(f"{console.house.url}/register#{'A' * 64}")
    expect(console.page.get_by_role("heading", name="This link is not valid")).to_be_visible()


def link_expired(console):
    link = invite(console.house, "ines@acme.example", name="Ines Ito")
    console.house.change("UPDATE invitations SET expires_at = 1, created_at = 0")
    console.page.goto(link)
    expect(console.page.get_by_role("heading", name="This link has expired")).to_be_visible()


def link_renewed(console):
    link_expired(console)
    console.page.get_by_role("button", name="Send me a new one").click()
    expect(console.page.get_by_role("heading", name="Look into your mail")).to_be_visible()


def password_set(console):
    house, password = console.house, "correct staple battery horse"
    token = invite(house, "ines@acme.example", name="Ines Ito").partition("#")[2]
    Client(house).post("/invitation/accept", {"token": token, "password": password})
    Client(house).post("/password/forgotten", {"email": "ines@acme.example"})
    console.page.goto(eventually(lambda: new_password_link(house)))
    console.page.get_by_label("Password", exact=True).fill(password)
    console.page.get_by_role("button", name="Set password").click()
    expect(console.page.get_by_text("Your password is set.")).to_be_visible()
