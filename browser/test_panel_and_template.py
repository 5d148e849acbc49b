"""The Import Users panel and the spreadsheet template: S9–S17."""
import io
import pathlib
import re
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
from playwright.sync_api import expect

from console import Panel
from preview import Preview, control
from house import ANNA, PAULA, UWE
from sheets import HEADINGS, as_csv, as_xlsx, clean, with_errors


def test_s9_import_users_opens_the_panel_for_paula(console):
    panel = console.enter(PAULA).users("Acme").import_users()

    expect(panel.template).to_be_visible()
    expect(panel.upload_button).to_be_visible()


def test_s10_import_users_opens_the_panel_for_anna(console):
    panel = console.enter(ANNA).users("Acme").import_users()

    expect(panel.template).to_be_visible()
    expect(panel.upload_button).to_be_visible()


def test_s11_uwe_never_sees_import_users(console):
    page = console.enter(UWE).page

    for path in ("/", "/profile", console.users_path("Acme")):
        console.open(path)
        expect(page.get_by_role("heading").first).to_be_visible()
        expect(page.get_by_text("Import Users")).to_have_count(0)


def download_template(console):
    page = console.page
    panel = console.users("Acme").import_users()
    with page.expect_download() as download:
        panel.template.click()
    return panel, pathlib.Path(download.value.path()).read_bytes(), download.value.suggested_filename


def test_s12_the_template_link_downloads_an_xlsx_and_leaves_the_page_where_it_was(console):
    address = console.enter(ANNA).users("Acme").page.url

    panel, content, name = download_template(console)

    assert name.endswith(".xlsx")
    assert zipfile.is_zipfile(io.BytesIO(content))
    expect(panel.dialog).to_be_visible()
    assert console.page.url.split("#")[0].split("?")[0] == address


def test_s13_the_template_has_the_headings_and_the_role_list_and_opens_without_a_warning(console):
    console.enter(ANNA)
    _, content, _ = download_template(console)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]

    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet.max_row == 1, "the template has no users in it"
    assert sheet.freeze_panes == "A2"
    rule = next(rule for rule in sheet.data_validations.dataValidation if rule.type == "list")
    assert "E2" in rule.sqref and "E1000" in rule.sqref
    assert choices(book, rule.formula1) == ["User", "Account Admin"]
    assert len(book.worksheets) >= 2 and book.worksheets[1].max_row > 1, "a second sheet says how to fill it in"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))


def choices(book, formula):
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    name, cells = formula.lstrip("=").split("!")
    return [cell[0].value for cell in book[name.strip("'")][cells.replace("$", "")]]


def test_s14_the_template_filled_in_and_saved_uploads_unchanged(console):
    console.enter(ANNA)
    panel, content, _ = download_template(console)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    people = [("Åsa", "Öberg", None, "asa@example.org", "User"), (None, None, "Łukasz W", "lukasz@example.org", None)]
    for line in people:
        sheet.append(line)
    filled = io.BytesIO()
    book.save(filled)

    preview = panel.upload(filled.getvalue(), "filled.xlsx")

    preview.expect_counts(rows=2, faulty=0)
    assert [line[2:7] for line in preview.shown()] == [
        ("Åsa", "Öberg", "", "asa@example.org", "User"),
        ("", "", "Łukasz W", "lukasz@example.org", preview.row(3).text("ROLE")),
    ]
    assert preview.row(3).text("ROLE").startswith("User")


def test_s15_upload_opens_the_systems_file_chooser(console):
    panel = console.enter(ANNA).users("Acme").import_users()

    with console.page.expect_file_chooser() as chooser:
        panel.upload_button.click()
    assert not chooser.value.is_multiple()
    chooser.value.set_files({"name": "users.csv", "mimeType": "text/csv", "buffer": as_csv(clean(3))})

    Preview(console.page).expect_counts(rows=3, faulty=0)


def test_s15_a_file_can_be_dropped_on_the_panel(console):
    page = console.enter(ANNA).page
    panel = console.users("Acme").import_users()

    files = page.evaluate_handle(
        """text => { const carried = new DataTransfer();
                     carried.items.add(new File([text], 'dropped.csv', { type: 'text/csv' })); return carried; }""",
        as_csv(clean(4)).decode(),
    )
    zone = panel.dialog.get_by_text("Drop your spreadsheet here")
    for event in ("dragenter", "dragover", "drop"):
        zone.dispatch_event(event, {"dataTransfer": files})

    Preview(page).expect_counts(rows=4, faulty=0)


def test_s16_choosing_a_file_opens_the_preview_and_adds_nobody(console, house, client):
    before = house.count("SELECT count(*) FROM users")

    preview = console.enter(ANNA).preview_of("Acme", clean(5))

    preview.expect_counts(rows=5, faulty=0)
    assert house.count("SELECT count(*) FROM users") == before
    assert len(client(ANNA).emails("Acme")) == 2


def test_s17_the_panel_closes_and_opens_again_and_an_open_preview_is_still_there(console):
    page = console.enter(ANNA).page
    panel = console.users("Acme").import_users()
    panel.close()
    control(page, "Import Users").first.click()
    preview = Panel(page).upload(with_errors(6, faulty=2), "november.xlsx")
    preview.row(6).edit("EMAIL", "right@example.org")
    preview.expect_counts(rows=6, faulty=1)
    preview.close()

    panel = console.users("Acme").import_users()
    expect(panel.dialog.get_by_text("Unfinished import")).to_be_visible()
    expect(panel.dialog.get_by_text("november.xlsx")).to_be_visible()
    control(panel.dialog, re.compile("^Resume")).click()

    preview = Preview(page)
    preview.expect_counts(rows=6, faulty=1)
    assert preview.row(6).text("EMAIL") == "right@example.org"


def test_s17_a_preview_has_an_address_that_works_after_a_reload_and_for_a_colleague(console, new_console, house):
    preview = console.enter(ANNA).preview_of("Acme", as_xlsx(clean(3)), "users.xlsx")
    address = console.page.url
    console.page.reload()
    Preview(console.page).expect_counts(rows=3, faulty=0)

    colleague = new_console(house).enter(PAULA)
    colleague.page.goto(address)

    Preview(colleague.page).expect_counts(rows=3, faulty=0)
    assert re.search(r"/drafts/\d+", address)
    del preview


def test_of_several_unfinished_imports_the_newest_is_in_sight_and_each_can_be_discarded_and_brought_back(console, client):
    anna = client(ANNA)
    for month in ("august", "september", "october", "november"):
        anna.upload("Acme", as_csv(clean(3)), f"{month}.csv")
    panel = console.enter(ANNA).users("Acme").import_users()
    dialog, page = panel.dialog, console.page

    expect(dialog.get_by_text("november.csv")).to_be_visible()
    expect(dialog.get_by_text("october.csv")).to_be_hidden()
    box = panel.upload_button.bounding_box()
    assert box["y"] + box["height"] < 860, "Upload is below the fold"
    dialog.get_by_text("3 more unfinished imports").click()
    expect(dialog.get_by_role("link", name="Resume august.csv")).to_be_visible()

    dialog.get_by_role("button", name="Discard september.csv").click()
    undo = dialog.get_by_role("button", name="Undo: bring september.csv back")
    expect(undo).to_be_focused()
    assert names_of_drafts(anna) == ["november.csv", "october.csv", "august.csv"]
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("link", name="Resume september.csv")).to_be_focused()
    assert len(names_of_drafts(anna)) == 4
    page.keyboard.press("Enter")
    Preview(page).expect_count(3)


def names_of_drafts(somebody):
    return [draft["file_name"] for draft in somebody.get(f"{somebody.base('Acme')}/drafts")["drafts"]]
