"""Signing in, the profile, and what isn’t there."""
from playwright.sync_api import expect

from house import ANNA, UWE


def sign_in(console):
    console.open("/")
    expect(console.page.get_by_role("button", name="Sign in")).to_be_visible()


def sign_in_wrong(console):
    console.sign_in(ANNA, password="something else")
    expect(console.page.get_by_role("alert").filter(has_text="not right")).to_be_visible()


def profile(console):
    console.enter(UWE).open("/profile")
    expect(console.page.get_by_label("First name")).to_be_visible()


def not_found(console):
    console.enter(ANNA).open(console.users_path("Beta"))


def forgotten(console):
    console.open("/forgotten")
    expect(console.page.get_by_label("Email")).to_be_focused()
