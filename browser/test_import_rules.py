"""The rules of a row and of the list, as the Preview tells them: S18–S29."""
import re

import pytest
from playwright.sync_api import expect

from house import ANNA, PAULA, UWE
from sheets import as_csv, row


@pytest.fixture
def preview_of(console):
    """The Preview of these rows in Acme, seen by Anna."""
    return lambda *rows: console.enter(ANNA).preview_of("Acme", list(rows))


def test_s18_a_first_name_alone_is_enough(preview_of):
    preview = preview_of(row(first="Ada", email="ada@example.org"))
    preview.expect_counts(rows=1, faulty=0)


def test_s19_a_last_name_alone_is_enough(preview_of):
    preview = preview_of(row(last="Lovelace", email="ada@example.org"))
    preview.expect_counts(rows=1, faulty=0)


def test_s20_a_name_alone_is_enough(preview_of):
    preview = preview_of(row(name="Ada Lovelace", email="ada@example.org"))
    preview.expect_counts(rows=1, faulty=0)


def test_s21_without_any_name_the_name_fields_have_the_error(preview_of):
    preview = preview_of(row(email="ada@example.org"), row(first="  ", name="\u00a0", email="bob@example.org"))

    preview.expect_counts(rows=2, faulty=2)
    for number in (2, 3):
        preview.row(number).expect_status("Enter a name")
        preview.row(number).expect_invalid("FIRST NAME")


def test_s22_a_blank_email_is_an_error(preview_of):
    preview = preview_of(row(name="Ada"), row(name="Bob", email="   "))

    preview.expect_counts(rows=2, faulty=2)
    for number in (2, 3):
        preview.row(number).expect_status("Enter an email address")
        preview.row(number).expect_invalid("EMAIL")


def test_s23_an_email_that_is_no_address_says_what_is_wrong(preview_of):
    wrong = {
        "ada.example.org": "Add the missing @",
        "tbd": "Not an email address",
        "ada@@example.org": "Use only one @",
        "@example.org": "Add the part before the @",
        "ada@": "Add the domain after the @",
        "ada@example,org": "Use a dot, not a comma",
        "ada@example..org": "Remove the extra dot",
        "ada@example": "Finish the domain",
        "ada @example.org": "Remove the space",
        "Ada <ada@example.org>": "Keep only the address in < >",
        "mailto:ada@example.org": "Remove “mailto:”",
    }
    preview = preview_of(*(row(name="Ada", email=email) for email in wrong))

    preview.expect_counts(rows=len(wrong), faulty=len(wrong))
    for number, words in enumerate(wrong.values(), start=2):
        preview.row(number).expect_status(words)
        preview.row(number).expect_invalid("EMAIL")


def test_s24_an_email_of_a_user_of_this_account_is_an_error(preview_of):
    preview = preview_of(
        row(name="Another Uwe", email=UWE.email), row(name="Shouting Uwe", email=f"  {UWE.email.upper()} ")
    )

    preview.expect_counts(rows=2, faulty=2)
    for number in (2, 3):
        preview.row(number).expect_status("Already a user here")
        preview.row(number).expect_invalid("EMAIL")


def test_s25_an_email_that_exists_only_in_another_account_is_no_error(console, client):
    client(PAULA).add_user("Beta", "only-in-beta@example.org", name="Beatrice Hidden")

    preview = console.enter(ANNA).preview_of("Acme", [row(name="Ada", email="only-in-beta@example.org")])

    preview.expect_counts(rows=1, faulty=0)
    preview.row(2).expect_clean()
    text = console.page.content()
    assert "Beatrice" not in text and "Beta" not in text
    preview.upload()
    preview.expect_all_added(1, "Acme")


def test_s26_the_same_email_in_several_rows_is_an_error_on_all_of_them(preview_of):
    preview = preview_of(
        row(name="One", email="same@example.org"),
        row(name="Two", email="SAME@example.org"),
        row(name="Three", email="other@example.org"),
        row(name="Four", email=" same@Example.org "),
    )
    preview.expect_counts(rows=4, faulty=3)
    preview.row(2).expect_status("Same email as row 3")
    preview.row(3).expect_status("Same email as row 2")
    preview.row(5).expect_status("Same email as row 2")
    preview.row(4).expect_clean()

    preview.row(2).edit("EMAIL", "one@example.org")
    preview.expect_counts(rows=4, faulty=2)
    preview.row(2).expect_clean()
    preview.row(3).expect_status("Same email as row 5")
    preview.row(5).expect_status("Same email as row 3")

    preview.row(5).delete()
    preview.expect_counts(rows=3, faulty=0)
    preview.row(3).expect_clean()


def test_s27_both_roles_are_taken_in_any_letter_case_with_outer_blanks(preview_of, console, client):
    words = {"User": "User", " uSER ": "User", "Account Admin": "Account Admin", "ACCOUNT ADMIN  ": "Account Admin"}
    preview = preview_of(*(row(name="N", email=f"n{at}@example.org", role=word) for at, word in enumerate(words)))

    preview.expect_counts(rows=4, faulty=0)
    for number, role in enumerate(words.values(), start=2):
        assert preview.row(number).text("ROLE") == role


def test_s28_a_blank_role_is_shown_as_user_without_an_error(preview_of):
    preview = preview_of(row(name="Ada", email="ada@example.org"), row(name="B", email="b@example.org", role="  "))

    preview.expect_counts(rows=2, faulty=0)
    for number in (2, 3):
        assert re.fullmatch(r"User\W*(default)?\W*", preview.row(number).text("ROLE"))


def test_s29_any_other_role_is_an_error_and_the_list_offers_the_two(preview_of, console, client):
    words = ("Manger", "admin", "administrator", "partner", "account_admin", "Owner", "root")
    preview = preview_of(*(row(name="N", email=f"n{at}@example.org", role=word) for at, word in enumerate(words)))

    preview.expect_counts(rows=len(words), faulty=len(words))
    for number, word in enumerate(words, start=2):
        preview.row(number).expect_status(f"“{word}” is not a role")
        preview.row(number).expect_invalid("ROLE")
    preview.row(2).cell("ROLE").click()
    options = console.page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text([re.compile("^User"), re.compile("^Account Admin")])
    options.nth(0).click()
    preview.row(2).expect_clean()
    preview.upload()
    preview.expect_partly_added(1, len(words) - 1)

    added = [user for user in client(ANNA).users("Acme")["users"] if user["email"].startswith("n")]
    assert [(user["email"], user["role"]) for user in added] == [("n0@example.org", "user")]


def test_s29_an_extra_column_grants_nothing(console, client):
    headings = ("NAME", "EMAIL", "ROLE", "IS_PARTNER", "ACCOUNT", "PASSWORD")
    line = ("Eve", "eve@example.org", "User", "yes", "Beta", "eve-knows-this-one")

    preview = console.enter(ANNA).preview_of("Acme", as_csv([line], headings), "users.csv")
    preview.expect_counts(rows=1, faulty=0)
    preview.upload()
    preview.expect_all_added(1, "Acme")

    eve = next(user for user in client(ANNA).users("Acme")["users"] if user["email"] == "eve@example.org")
    assert (eve["role"], eve["registered"]) == ("user", False)
