"""The Preview: S30–S37."""
import io
import re

import openpyxl
from playwright.sync_api import expect

from preview import COLUMNS, Preview
from house import ANNA
from sheets import HEADINGS, MIXED, as_csv, clean, row

def test_s30_every_row_stands_there_in_file_order_with_its_number(console):
    content = as_csv([MIXED[0], row(), MIXED[2], row(), row(), MIXED[1]])
    preview = console.enter(ANNA).preview_of("Acme", content, "gaps.csv")

    assert [heading for heading in preview.headings if heading][:7] == list(COLUMNS)
    preview.expect_counts(rows=3, faulty=1)
    shown = preview.shown()
    assert [line[0] for line in shown] == ["2", "4", "7"]
    assert [line[2:7] for line in shown] == [
        ("Ana", "Silva", "", "ana@example.org", "User"),
        ("", "", "Cy Dee", "cy@example.org", "Account Admin"),
        ("Bo", "Ek", "", "bo.example.org", "User"),
    ]


def test_s31_a_faulty_row_has_an_icon_and_its_reason_in_words_a_clean_one_has_none(preview):
    faulty, clean_row = preview.row(3), preview.row(2)

    faulty.expect_status("Add the missing @")
    expect(faulty.status.locator("svg").first).to_be_visible()
    faulty.expect_invalid("EMAIL")
    described = faulty.cell("EMAIL").get_attribute("aria-describedby")
    expect(preview.page.locator(f"[id='{described}']")).to_contain_text("Add the missing @")
    clean_row.expect_clean()
    icon = "use"
    assert faulty.status.locator(icon).first.get_attribute("href") != clean_row.status.locator(icon).first.get_attribute(
        "href"
    )


def test_s31_a_long_reason_is_whole_in_two_lines_and_in_its_title(console):
    preview = console.enter(ANNA).preview_of("Acme", [row(name="A", email="a@example.org", role="Head of everything else")])
    words = preview.row(2).status.locator(".t")
    expect(words).to_have_attribute("title", "“Head of everything else” is not a role")
    assert words.evaluate("words => words.scrollHeight <= words.clientHeight + 1 && words.scrollWidth <= words.clientWidth")
    for width in (1280, 380):
        preview.page.set_viewport_size({"width": width, "height": 800})
        assert words.evaluate("words => words.getBoundingClientRect().bottom <= words.closest('.c').getBoundingClientRect().bottom")


def test_what_cannot_be_pressed_does_not_change_under_the_pointer(preview):
    undo = preview.page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_disabled()
    colours = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color, getComputedStyle(one).opacity]"
    preview.page.wait_for_timeout(300)  # until its colours have changed
    before = undo.evaluate(colours)
    undo.hover(force=True)
    preview.page.wait_for_timeout(300)
    assert undo.evaluate(colours) == before
    assert before[2] == "1"
    assert before[1] != preview.add_row_button.evaluate(colours)[1]


def test_s32_no_errors_found_stands_there_exactly_while_no_row_has_an_error(console, preview):
    preview.expect_faulty(2)

    preview.row(3).edit("EMAIL", "bo@example.org")
    preview.expect_faulty(1)
    preview.row(5).edit("NAME", "Dee")
    preview.expect_faulty(0)

    other = console.preview_of("Acme", clean(3))
    other.expect_faulty(0)


def test_s33_clicking_a_faulty_field_edits_it_in_place_and_a_right_value_clears_the_icon(preview):
    bad = preview.row(3)
    bad.cell("EMAIL").click()
    editor = bad.editor("EMAIL")
    expect(editor).to_be_focused()
    expect(editor).to_have_value("bo.example.org")
    box, cell = editor.bounding_box(), bad.cell("EMAIL").bounding_box()
    assert abs(box["x"] - cell["x"]) < 12 and abs(box["y"] - cell["y"]) < 12, "the editor lies over the field"

    editor.fill("bo@example.org")
    editor.press("Enter")

    bad.expect_clean()
    assert bad.text("EMAIL") == "bo@example.org"


def test_s33_escape_leaves_the_field_as_it_was(preview):
    bad = preview.row(3)
    bad.cell("EMAIL").click()
    bad.editor("EMAIL").fill("something else")
    bad.editor("EMAIL").press("Escape")

    expect(bad.editor("EMAIL")).to_have_count(0)
    assert bad.text("EMAIL") == "bo.example.org"
    preview.expect_counts(rows=4, faulty=2)


def test_s33_an_edit_is_still_there_after_a_reload(preview):
    preview.row(3).edit("EMAIL", "bo@example.org")
    preview.row(3).expect_clean()
    preview.expect_counts(rows=4, faulty=1)
    preview.page.wait_for_load_state("networkidle")
    preview.page.reload()

    again = Preview(preview.page)
    again.expect_counts(rows=4, faulty=1)
    assert again.row(3).text("EMAIL") == "bo@example.org"


def test_s34_the_last_correction_brings_no_errors_found_without_a_reload_and_a_new_error_takes_it_away(preview):
    preview.page.evaluate("window.sameDocument = true")
    preview.row(3).edit("EMAIL", "bo@example.org")
    preview.row(5).edit("FIRST NAME", "Dee")
    preview.expect_counts(rows=4, faulty=0)

    preview.row(2).edit("EMAIL", "ana")
    preview.expect_counts(rows=4, faulty=1)

    assert preview.page.evaluate("window.sameDocument") is True


def test_s35_any_field_can_be_edited_and_a_clean_row_made_bad_shows_the_icon(preview):
    line = preview.row(2)
    for column, value in (("FIRST NAME", "Anna"), ("LAST NAME", "da Silva"), ("NAME", "A. da Silva")):
        line.edit(column, value)
        expect(line.cell(column)).to_have_text(value)
        line.expect_clean()

    line.edit("EMAIL", "ana@")
    line.expect_status("Add the domain after the @")
    line.expect_invalid("EMAIL")
    preview.expect_counts(rows=4, faulty=3)

    line.edit("EMAIL", "ana@example.org")
    for column in ("FIRST NAME", "LAST NAME", "NAME"):
        line.edit(column, "")
    line.expect_status("Enter a name")
    preview.expect_counts(rows=4, faulty=3)


def test_s36_the_down_arrow_opens_a_list_with_both_roles(preview):
    line = preview.row(2)
    expect(line.cell("ROLE").locator("svg")).to_be_visible()
    line.cell("ROLE").click()
    options = preview.page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text([re.compile("^User"), re.compile("^Account Admin")])
    expect(options.nth(0)).to_be_focused()

    options.nth(1).click()

    expect(line.cell("ROLE")).to_contain_text("Account Admin")
    line.expect_clean()
    expect(preview.page.get_by_role("listbox")).to_have_count(0)


def test_s37_the_delete_icon_removes_that_row(preview):
    preview.row(3).delete()

    preview.expect_counts(rows=3, faulty=1)
    assert [line[0] for line in preview.shown()] == ["2", "4", "5"]
    preview.page.reload()
    Preview(preview.page).expect_counts(rows=3, faulty=1)


def test_s37_a_deleted_row_comes_back_by_undo_in_the_toast(preview):
    preview.row(3).delete()
    preview.expect_counts(rows=3, faulty=1)

    preview.page.get_by_role("button", name="Undo", exact=True).last.click()

    preview.expect_counts(rows=4, faulty=2)
    preview.row(3).expect_status("Add the missing @")


def test_the_preview_works_by_keyboard_alone(preview):
    page = preview.page
    first = preview.row(2).cell("EMAIL")
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    expect(preview.row(3).editor("EMAIL")).to_be_focused()
    page.keyboard.press("End")
    for _ in "bo.example.org":
        page.keyboard.press("Backspace")
    page.keyboard.type("bo@example.org")
    page.keyboard.press("Enter")
    preview.row(3).expect_clean()

    preview.row(5).cell("FIRST NAME").focus()
    page.keyboard.type("Dee")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    preview.row(5).expect_clean()
    preview.expect_counts(rows=4, faulty=0)

    preview.row(2).cell("ROLE").focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(preview.row(2).cell("ROLE")).to_contain_text("Account Admin")


def test_all_modules_are_asked_for_before_the_first_one_is_here(console):
    page, asked = console.enter(ANNA).preview_of("Acme", list(MIXED), "mixed.xlsx").page, set()
    assert "mixed.xlsx" in page.title()
    page.route("**/js/preview.js", lambda route: route.abort())
    page.on("request", lambda request: asked.add(request.url) if request.url.endswith(".js") else None)
    page.reload()
    page.wait_for_load_state("networkidle")

    assert len(asked) > 30, asked


def test_of_several_sheets_that_would_do_the_preview_says_which_was_read(console):
    def workbook(*names):
        book = openpyxl.Workbook()
        book.worksheets[0].title = "Read me"
        book.worksheets[0].append(["These are our people"])
        for name in names:
            for line in (HEADINGS, *clean(3, domain=f"{name.lower()}.example")):
                (book[name] if name in book.sheetnames else book.create_sheet(name)).append(line)
        content = io.BytesIO()
        book.save(content)
        return content.getvalue()

    preview = console.enter(ANNA).preview_of("Acme", workbook("People", "Leavers"), "two.xlsx")
    expect(preview.page.get_by_text("Read from sheet “People” (2 of 3). The other sheets were not read.")).to_be_visible()
    assert preview.row(2).text("EMAIL") == "user1@people.example"

    preview = console.preview_of("Acme", workbook("People"), "one.xlsx")
    preview.expect_count(3)
    expect(preview.page.get_by_text("Read from sheet")).to_have_count(0)


def test_columns_with_other_headings_are_named_as_not_imported(console):
    content = as_csv([["Ana Silva", "ana@example.com", "all", "1"]], ("NAME", "EMAIL", "Access", "<b>Phone</b>"))
    preview = console.enter(ANNA).preview_of("Acme", content, "more.csv")
    expect(preview.page.get_by_text("Columns not imported: “Access”, “<b>Phone</b>”.")).to_be_visible()

    console.preview_of("Acme", list(MIXED), "mixed.xlsx")
    expect(preview.page.get_by_text("not imported")).to_have_count(0)
