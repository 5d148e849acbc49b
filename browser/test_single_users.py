"""One user at a time: S8."""
import re

import pytest
from playwright.sync_api import expect

from client import Refused
from house import ANNA, UWE, command
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
    expect(page.get_by_role("status").filter(has_text="Ines Ito was added to Acme.")).to_be_visible()
    expect(users.line("ines@acme.example")).to_contain_text("Ines Ito")
    expect(users.line("ines@acme.example")).to_contain_text("User")

    edit(page, users.line("ines@acme.example"))
    form = page.get_by_role("dialog", name="Edit")
    form.get_by_label("Last name").fill("Ivory")
    form.get_by_label("Role").select_option(label="Account Admin")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="The changes to Ines Ivory were saved.")).to_be_visible()
    expect(users.line("ines@acme.example")).to_contain_text("Ines Ivory")
    expect(users.line("ines@acme.example")).to_contain_text("Account Admin")

    edit(page, users.line("ines@acme.example"))
    page.get_by_role("dialog", name="Edit").get_by_role("button", name=re.compile("^Delete")).click()
    question = page.get_by_role("dialog", name=re.compile("^Delete"))
    expect(question).to_contain_text("Ines Ivory")
    assert "ines@acme.example" in client(ANNA).emails("Acme")
    question.get_by_role("button", name=re.compile("^Delete")).click()
    expect(page.get_by_role("status").filter(has_text="Ines Ivory was deleted from Acme.")).to_be_visible()
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
    expect(form.get_by_label("Email")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Nobody was added yet. Put right what is marked below.")).to_have_count(1)
    expect(page).to_have_title(re.compile("^Error: Add User"))

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


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_after_a_refused_form_back_and_reload_ask_nothing_and_keep_what_was_typed(new_console, house, script):
    console = new_console(house, java_script_enabled=script).enter(ANNA)
    page, sent = console.page, []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    console.open(console.users_path("Acme") + "/new")
    form = page.get_by_role("dialog", name="Add User")
    form.get_by_label("First name").fill("Ines")
    form.get_by_label("Email").fill("ines.acme.example")
    form.get_by_role("button", name="Add User").click()
    expect(form.get_by_text("Add the missing @")).to_be_visible()
    expect(form.get_by_label("Email")).to_be_focused()
    assert "Ines" not in page.url and "acme.example" not in page.url

    assert page.reload().status == 200
    expect(form.get_by_text("Add the missing @")).to_be_visible()
    page.get_by_role("link", name="Close").click()
    expect(page).to_have_url(house.url + console.users_path("Acme"))
    assert page.go_back().status == 200
    expect(form.get_by_label("First name")).to_have_value("Ines")
    expect(form.get_by_label("Email")).to_have_value("ines.acme.example")
    assert len(sent) == 1, sent


def test_a_refused_sign_in_can_be_reloaded_and_left_with_back(console):
    page, sent = console.page, []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    console.sign_in(ANNA, password="not-her-password")
    expect(page.get_by_role("alert").filter(has_text="not right")).to_be_visible()
    expect(page.get_by_label("Email")).to_be_focused()

    page.reload()
    expect(page.get_by_role("alert").filter(has_text="not right")).to_be_visible()
    expect(page.get_by_label("Email")).to_have_value(ANNA.email)
    page.get_by_label("Password", exact=True).fill(ANNA.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    assert len(sent) == 2, sent


def test_a_user_is_opened_saved_and_left_over_the_same_list(console, client):
    anna = client(ANNA)
    for number in range(120):
        anna.add_user("Acme", f"many{number}@acme.example", name=f"Many {number:03}")
    page = console.enter(ANNA).page
    users = console.users("Acme")
    users.find("many")
    page.get_by_label("Role").select_option(label="Users")
    page.get_by_role("link", name="Next page").click()
    expect(users.line("Many 060")).to_be_visible()
    address = page.url
    assert "search=many" in address and "role=user" in address and "after=" in address

    edit(page, users.line("Many 060"))
    page.get_by_role("dialog").get_by_role("link", name="Cancel").click()
    expect(page).to_have_url(address)
    edit(page, users.line("Many 061"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)
    edit(page, users.line("Many 062"))
    page.get_by_label("Full name").fill("Many 062 Changed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The changes to Many 062 Changed were saved.")).to_be_visible()
    expect(users.line("Many 060")).to_be_visible()
    edit(page, users.line("Many 063"))
    page.get_by_role("button", name="Delete user…").click()
    page.get_by_role("link", name="Keep user").click()
    page.get_by_role("button", name="Delete user…").click()
    page.get_by_role("button", name="Delete user", exact=True).click()
    expect(page.get_by_text("Many 063 was deleted from Acme.")).to_be_visible()
    expect(users.line("Many 060")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("many")


def second_admin(house):
    command("user", "add", "--account", "Acme", "--email", "second@acme.example", "--name", "Second Admin",
            "--role", "account_admin", "--password-stdin", data=house.data, text="second-looks-after-acme\n")  # fmt: skip


def open_oneself(console):
    page = console.enter(ANNA).page
    edit(page, console.users("Acme").line(ANNA.email))
    return page


def test_an_admin_who_gives_up_her_rights_is_asked_first_and_ends_on_her_profile(console, house):
    second_admin(house)
    page = open_oneself(console)
    page.get_by_label("Role", exact=True).last.select_option(label="User")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("You will no longer be able to administer Acme.")
    expect(page.get_by_label("Role", exact=True).last).to_be_focused()

    page.get_by_role("button", name="Save, and give up my rights").click()

    expect(page.get_by_role("heading", name="Profile", level=1)).to_be_visible()
    expect(page.get_by_text("You are a User of Acme now, and no longer administer it.")).to_be_visible()


def test_an_admin_who_deletes_herself_ends_at_the_sign_in_and_is_told_why(console, house):
    second_admin(house)
    page = open_oneself(console)
    page.get_by_role("button", name="Delete user…").click()
    question = page.get_by_role("dialog", name="Delete yourself?")
    expect(question).to_contain_text("no longer be able to sign in to Acme or to administer it")

    question.get_by_role("button", name="Delete myself").click()

    expect(page.get_by_role("heading", name="Sign in", level=1)).to_be_visible()
    expect(page.get_by_text("Your user in Acme was deleted, and you are signed out.")).to_be_visible()


def test_the_last_admin_who_can_sign_in_is_told_so_at_the_role(console, client):
    client(ANNA).add_user("Acme", "guest@acme.example", name="Gil Guest", role="account_admin")
    page = open_oneself(console)
    page.get_by_role("button", name="Delete user…").click()
    page.get_by_role("button", name="Delete myself").click()

    expect(page.get_by_role("alert")).to_contain_text("Anna Aalto is the account's only Account Admin who can sign in.")
