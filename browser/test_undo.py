"""Undo and redo of everything in the Preview: kept by the server, across lists, reloads and browsers."""
import pytest
from playwright.sync_api import expect

from house import ANNA
from preview import Preview
from sheets import as_csv, clean, row


@pytest.fixture
def preview(console):
    lines = [row(name="First", email="same@example.org"), *clean(30), row(name="Last", email="same@example.org")]
    return console.enter(ANNA).preview_of("Acme", as_csv(lines), "undo.csv")


def undo(preview):
    return preview.page.get_by_role("button", name="Undo", exact=True).first


def redo(preview):
    return preview.page.get_by_role("button", name="Redo", exact=True)


def test_each_change_is_taken_back_and_done_again_by_keys(preview):
    keyboard = preview.page.keyboard
    expect(undo(preview)).to_be_disabled()
    preview.row(2).edit("EMAIL", "first@example.org")
    preview.expect_counts(rows=32, faulty=0)
    preview.row(3).delete()
    preview.expect_counts(rows=31, faulty=0)

    preview.row(4).cell("EMAIL").focus()
    keyboard.press("Control+z")
    preview.expect_counts(rows=32, faulty=0)
    expect(preview.row(3).line.locator(":focus")).to_have_count(1)
    keyboard.press("Control+z")
    preview.expect_counts(rows=32, faulty=2)
    expect(preview.row(2).cell("EMAIL")).to_have_text("same@example.org")
    expect(undo(preview)).to_be_disabled()

    keyboard.press("Control+Shift+z")
    preview.expect_counts(rows=32, faulty=0)
    keyboard.press("Control+y")
    preview.expect_counts(rows=31, faulty=0)
    expect(redo(preview)).to_be_disabled()


def test_keys_that_are_faster_than_the_server_are_all_heard(preview):
    for number in range(3, 9):
        preview.row(number).edit("NAME", f"New{number}")
    preview.row(20).cell("NAME").focus()

    for _ in range(6):
        preview.page.keyboard.press("Control+z")

    expect(undo(preview)).to_be_disabled()
    for number in range(3, 9):
        expect(preview.row(number).cell("NAME")).to_have_text("")


def test_steps_outlive_lists_reloads_and_browsers(preview, new_console, house):
    preview.row(2).edit("EMAIL", "first@example.org")
    preview.filter("Ready").click()
    preview.row(5).delete()
    preview.expect_count(31)
    undo(preview).click()
    preview.expect_count(32)
    preview.page.reload()
    again = Preview(preview.page)
    expect(redo(again)).to_be_enabled()

    other = new_console(house)
    other.enter(ANNA)
    other.page.goto(preview.page.url)
    there = Preview(other.page)
    undo(there).click()

    there.expect_counts(rows=32, faulty=2)
    expect(there.row(2).cell("EMAIL")).to_have_text("same@example.org")


def test_what_somebody_else_did_meanwhile_is_not_taken_back_unseen(preview, new_console, house):
    preview.row(3).edit("NAME", "Mine")
    expect(undo(preview)).to_be_enabled()
    other = new_console(house)
    other.enter(ANNA)
    other.page.goto(preview.page.url)
    there = Preview(other.page)
    there.row(4).edit("NAME", "Theirs")
    expect(undo(there)).to_be_enabled()
    expect(there.row(4).cell("NAME")).to_have_text("Theirs")
    other.page.wait_for_load_state("networkidle")

    undo(preview).click()

    expect(preview.page.get_by_text("Another change is the last one by now.")).to_be_visible()
    expect(preview.row(4).cell("NAME")).to_have_text("Theirs")
    expect(preview.row(3).cell("NAME")).to_have_text("Mine")


def test_an_upload_is_a_barrier(preview):
    preview.row(3).edit("NAME", "Added")
    preview.upload()
    preview.expect_partly_added(30, 2)

    expect(undo(preview)).to_be_disabled()
    preview.row(2).edit("EMAIL", "first@example.org")
    preview.expect_faulty(0)
    undo(preview).click()
    preview.expect_faulty(2)
    expect(undo(preview)).to_be_disabled()
