"""The Preview's added rows, counts and filters: S38 and S39."""
import re

from house import ANNA
from playwright.sync_api import expect
from sheets import with_errors


def test_s38_add_row_adds_an_empty_row_at_the_end_in_view_and_focused(console, client):
    preview = console.enter(ANNA).preview_of("Acme", with_errors(60, faulty=0))
    preview.expect_counts(rows=60, faulty=0)

    preview.add_row_button.click()

    preview.expect_counts(rows=61, faulty=1)
    added = preview.row(62)
    expect(added.line).to_be_in_viewport()
    added.expect_status("Enter a name")
    added.expect_invalid("EMAIL")
    focused = preview.page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
    inside = preview.page.evaluate("document.activeElement.closest('[role=row]')?.getAttribute('aria-rowindex')")
    assert "row 62" in focused or inside == "62", f"the focus is not in the new row: {focused!r}, {inside!r}"

    preview.page.keyboard.press("Escape")
    preview.upload()
    preview.expect_partly_added(60, 1)
    preview.expect_count(1)
    preview.row(62).edit("FIRST NAME", "Late")
    preview.row(62).edit("EMAIL", "late@example.org")
    preview.expect_faulty(0)
    preview.upload()
    preview.expect_all_added(61, "Acme")
    assert "late@example.org" in client(ANNA).emails("Acme")


def test_s38_an_added_row_can_be_deleted_again(preview):
    preview.add_row_button.click()
    preview.expect_counts(rows=5, faulty=3)
    preview.page.keyboard.press("Escape")

    preview.row(6).delete()

    preview.expect_counts(rows=4, faulty=2)


def test_s39_the_counts_are_always_visible_and_right(preview):
    preview.expect_counts(rows=4, faulty=2)
    preview.row(2).edit("EMAIL", "cy@example.org")
    preview.expect_counts(rows=4, faulty=4)
    preview.row(4).delete()
    preview.expect_counts(rows=3, faulty=2)
    preview.add_row_button.click()
    preview.expect_counts(rows=4, faulty=3)
    preview.page.keyboard.press("Escape")
    for part in (preview.filter("All"), preview.filter("Errors"), preview.upload_button):
        expect(part).to_be_in_viewport()


def test_s39_the_filters_are_lists_that_do_not_move(preview):
    preview.filter("Errors").click()
    preview.expect_count(2)
    assert [line[0] for line in preview.shown()] == ["3", "5"]

    preview.row(3).edit("EMAIL", "bo@example.org")

    preview.row(3).expect_status("Fixed")
    assert [line[0] for line in preview.shown()] == ["3", "5"], "the corrected row stays until the filter is used again"
    preview.expect_faulty(1)
    preview.filter("Ready").click()
    preview.expect_count(3)
    assert [line[0] for line in preview.shown()] == ["2", "3", "4"]
    preview.filter("All").click()
    preview.expect_count(4)


def test_s39_a_kind_of_error_filters_to_its_rows(preview):
    preview.page.get_by_role("group", name="Errors").get_by_role("button", name=re.compile("name", re.I)).click()

    preview.expect_count(1)
    assert [line[0] for line in preview.shown()] == ["5"]
