"""One user at a time: S8."""
import re

import pytest
from playwright.sync_api import expect

from client import Refused
from house import ANNA, UWE
from preview import control


def test_s8_one_user_is_added_singly_edited_and_deleted(console, client):
    page = console.enter(ANNA).page
    users = console.users("Acme")
    control(page, "Add User").first.click()
    form = page.get_by_role("dialog", name="Add User")
    form.get_by_label("First name").fill("Ines")
    form.get_by_label("Last name").fill("Ito")
    form.get_by_label("Email").fill("ines@acme.example")
    form.get_by_role("button", name="Add User").click()
    expect(users.line("ines@acme.example")).to_contain_text("Ines Ito")
    expect(users.line("ines@acme.example")).to_contain_text("User")

    edit(page, users.line("ines@acme.example"))
    form = page.get_by_role("dialog", name="Edit")
    form.get_by_label("Last name").fill("Ivory")
    form.get_by_label("Role").select_option(label="Account Admin")
    form.get_by_role("button", name="Save").click()
    expect(users.line("ines@acme.example")).to_contain_text("Ines Ivory")
    expect(users.line("ines@acme.example")).to_contain_text("Account Admin")

    edit(page, users.line("ines@acme.example"))
    page.get_by_role("dialog", name="Edit").get_by_role("button", name=re.compile("^Delete")).click()
    question = page.get_by_role("dialog", name=re.compile("^Delete"))
    expect(question).to_contain_text("Ines Ivory")
    assert "ines@acme.example" in client(ANNA).emails("Acme")
    question.get_by_role("button", name=re.compile("^Delete")).click()
    expect(page.get_by_text("ines@acme.example")).to_have_count(0)
    assert "ines@acme.example" not in client(ANNA).emails("Acme")


def edit(page, line):
    line.get_by_role("button").or_(line.get_by_role("link")).first.click()
    expect(page.get_by_role("dialog", name="Edit")).to_be_visible()


def test_s8_a_user_that_is_wrong_is_refused_at_the_field(console):
    page = console.enter(ANNA).page
    console.users("Acme")
    control(page, "Add User").first.click()
    form = page.get_by_role("dialog", name="Add User")
    form.get_by_label("First name").fill("Ines")
    form.get_by_label("Email").fill("ines.acme.example")
    form.get_by_role("button", name="Add User").click()
    expect(form.get_by_text("Add the missing @")).to_be_visible()
    expect(form.get_by_label("Email")).to_have_attribute("aria-invalid", "true")

    form.get_by_label("Email").fill(UWE.email.upper())
    form.get_by_role("button", name="Add User").click()
    expect(form.get_by_text("Already a user here")).to_be_visible()


def test_s8_the_last_account_admin_can_neither_be_demoted_nor_deleted(client):
    anna = client(ANNA)
    user = next(user for user in anna.users("Acme")["users"] if user["email"] == ANNA.email)
    path, version = f"{anna.base('Acme')}/users/{user['id']}", {"If-Match": f'"{user["version"]}"'}
    form = {key: user[key] for key in ("first_name", "last_name", "name", "email")}

    for request in (
        lambda: anna.send("PATCH", path, {**form, "role": "user"}, version),
        lambda: anna.send("DELETE", path, None, version),
    ):
        with pytest.raises(Refused) as refused:
            request()
        assert (refused.value.status, refused.value.code) == (409, "last_admin")
