"""Match columns: files whose headings don't say for certain which column holds what."""
import io

import openpyxl
from playwright.sync_api import expect

from client import Client
from console import Panel
from house import ANNA, SVEN
from matching import PEOPLE, Matching, matching
from preview import Preview
from sheets import as_csv, as_xlsx, clean


def test_columns_are_matched_and_the_preview_opens(console):
    found = matching(console)
    expect(found.choice("Kontakt")).to_have_value("email")
    expect(found.choice("Rolle")).to_have_value("role")
    expect(found.choice("Wer")).to_have_value("")
    expect(found.dialog.get_by_role("list", name="Examples from Ort").get_by_role("listitem")).to_have_text(["Graz", "Wien", "Linz"])
    expect(found.dialog.get_by_text("Chosen by what is in the column")).to_have_count(1)
    expect(found.dialog.get_by_text("2 rows")).to_be_visible()

    found.choice("Wer").select_option("Name")
    found.role("Chef").select_option("Account Admin")
    found.go()

    preview = Preview(console.page)
    preview.expect_counts(3, 0)
    expect(preview.row(2).cell("NAME")).to_have_text("Ana Silva")
    expect(preview.row(4).cell("ROLE")).to_contain_text("Account Admin")


def test_it_is_done_with_the_keyboard_alone(console):
    found = matching(console)
    press = console.page.keyboard.press
    expect(found.dialog.get_by_role("heading", name="Match columns")).to_be_focused()

    found.choice("Wer").focus()
    press("ArrowDown")
    press("ArrowDown")
    press("ArrowDown")
    expect(found.choice("Wer")).to_have_value("name")
    for name in ("Kontakt", "Rolle", "Ort"):
        press("Tab")
        expect(found.choice(name)).to_be_focused()
    press("Tab")
    expect(found.role("Chef")).to_be_focused()
    press("Tab")
    press("Tab")
    press("Enter")

    Preview(console.page).expect_counts(3, 2)


def test_a_field_that_is_used_already_moves(console):
    found = matching(console)

    found.choice("Ort").select_option("Email")

    expect(found.choice("Kontakt")).to_have_value("")
    expect(found.choice("Ort")).to_have_value("email")


def test_without_email_it_says_so_and_the_focus_is_on_a_choice(console):
    found = matching(console)
    found.choice("Kontakt").select_option("Do not import")

    found.go()

    expect(found.dialog.get_by_role("alert")).to_contain_text("Choose which column holds EMAIL.")
    expect(found.choice("Wer")).to_be_focused()
    found.choice("Kontakt").select_option("Email")
    expect(found.dialog.get_by_role("alert")).to_be_empty()


def test_two_columns_of_addresses_are_asked_about(console):
    found = matching(console, "Name,EMAIL,E-Mail\nAna,ana@example.com,a@example.org\n")
    expect(found.choice("EMAIL")).to_have_value("")
    found.go()
    expect(found.choice("EMAIL")).to_be_focused()

    found.choice("E-Mail").select_option("Email")
    found.go()

    preview = Preview(console.page)
    expect(preview.row(2).cell("EMAIL")).to_have_text("a@example.org")


def test_addresses_alone_are_users_from_the_first_line(console):
    found = matching(console, "ana@example.com\nben@example.com\n")
    expect(found.dialog.get_by_text("its first row is a user")).to_be_visible()
    expect(found.choice("Column A")).to_have_value("email")

    found.go()

    preview = Preview(console.page)
    expect(preview.row(1).cell("EMAIL")).to_have_text("ana@example.com")
    preview.expect_counts(2, 2)


def test_back_leads_to_the_panel_and_the_import_waits_there(console):
    found = matching(console)

    found.dialog.get_by_role("button", name="Back").click()

    panel = Panel(console.page)
    expect(panel.upload_button).to_be_focused()
    expect(panel.dialog.get_by_text("columns not matched yet")).to_be_visible()


def test_a_reload_in_the_middle_is_resumed_from_the_unfinished_imports(console):
    matching(console)
    console.page.reload()

    panel = console.users("Acme").import_users()
    panel.dialog.get_by_role("link", name="Resume people.csv").click()

    found = Matching(console.page)
    found.choice("Wer").select_option("Name")
    found.go()
    Preview(console.page).expect_counts(3, 2)


def test_the_address_of_its_preview_leads_to_the_matching(console):
    draft = Client(console.house, ANNA).upload("Acme", PEOPLE.encode(), "people.csv", matching="ask")

    console.enter(ANNA).open(f"/accounts/{console.house.account('Acme')}/drafts/{draft['number']}")

    Matching(console.page)


def test_it_survives_a_restart_of_the_server(console):
    draft = Client(console.house, ANNA).upload("Acme", PEOPLE.encode(), "people.csv", matching="ask")
    console.house.kill()
    console.house.start()

    console.enter(ANNA).open(f"/accounts/{console.house.account('Acme')}/drafts/{draft['number']}")

    found = Matching(console.page)
    found.go()
    Preview(console.page).expect_counts(3, 3)


def test_an_unmatched_import_is_discarded_and_brought_back(console):
    matching(console)
    panel = console.users("Acme").import_users()

    panel.dialog.get_by_role("button", name="Discard people.csv").click()
    panel.dialog.get_by_role("button", name="Undo: bring people.csv back").click()

    expect(panel.dialog.get_by_role("link", name="Resume people.csv")).to_be_focused()


def test_the_next_file_with_the_same_headings_goes_straight_to_the_preview(console, client):
    found = matching(console)
    found.choice("Wer").select_option("Name")
    found.role("Chef").select_option("User")
    found.go()
    Preview(console.page).expect_counts(3, 0)

    console.users("Acme").import_users().choose(PEOPLE.replace("example.com", "example.org").encode(), "next.csv")

    Preview(console.page).expect_counts(3, 0)
    foreign = client(SVEN).upload("Contoso", PEOPLE.encode(), "people.csv", matching="ask")
    assert foreign["state"] == "matching", "another account remembers nothing of it"


def test_columns_are_matched_again_from_the_preview(console):
    found = matching(console)
    found.choice("Wer").select_option("First name")
    found.role("Chef").select_option("User")
    found.go()
    preview = Preview(console.page)
    preview.expect_counts(3, 0)

    console.page.get_by_role("button", name="Match columns again").click()
    console.page.get_by_role("dialog", name="Match columns again?").get_by_role("button", name="Match columns").click()

    found = Matching(console.page)
    expect(found.choice("Wer")).to_have_value("first_name")
    expect(found.role("Chef")).to_have_value("user")
    found.choice("Wer").select_option("Name")
    found.go()
    preview = Preview(console.page)
    expect(preview.row(2).cell("NAME")).to_have_text("Ana Silva")


def test_the_sheet_can_be_chosen(console):
    book = openpyxl.Workbook()
    book.active.title = "Büro"
    for line in (["Wer", "Kontakt"], ["Ana", "ana@example.com"]):
        book.active.append(line)
    other = book.create_sheet("Lager")
    for line in (["Wer", "Kontakt", "Halle"], ["Bo", "bo@example.com", "7"], ["Cy", "cy@example.com", "8"]):
        other.append(line)
    content = io.BytesIO()
    book.save(content)
    found = matching(console, content.getvalue(), "people.xlsx")

    found.dialog.get_by_label("Sheet", exact=True).select_option("Lager")
    expect(found.choice("Halle")).to_be_visible()
    found.choice("Wer").select_option("First name")
    found.go()

    Preview(console.page).expect_counts(2, 0)


HOSTILE = [
    ",".join(["<img src=x onerror=alert(1)>", "\u202eKontakt\u202c", "", "a" * 3000]),
    ",".join(["<b>Ana</b>", "ana@example.com", "x", "y"]),
]


def test_hostile_headings_are_only_text(console):
    found = matching(console, "\n".join(HOSTILE))

    expect(found.dialog.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    expect(found.choice("Column C")).to_be_visible()
    assert found.dialog.locator("img").count() == 0
    box = found.dialog.bounding_box()
    assert found.dialog.evaluate("e => e.querySelector('.db').scrollWidth <= e.clientWidth"), box


def test_very_many_columns_are_shown_as_far_as_it_helps(console):
    text = ",".join(f"h{number}" for number in range(16_383)) + ",Kontakt\n" + "x," * 16_383 + "ana@example.com\n"
    found = matching(console, text)

    expect(found.choice("Kontakt")).to_have_value("email")
    expect(found.dialog.get_by_text("16,183 more columns are not shown")).to_be_visible()
    found.go()
    Preview(console.page).expect_counts(1, 1)


def test_what_nobody_can_match_is_refused_as_before(console):
    panel = console.enter(ANNA).users("Acme").import_users()

    panel.choose(as_csv([("1", "2")], ("COLOUR", "SIZE")), "users.csv")

    expect(panel.dialog.get_by_role("alert")).to_contain_text("no row with the headings that are needed")


def test_known_headings_are_never_asked_about(console):
    console.enter(ANNA).preview_of("Acme", as_xlsx(clean(3))).expect_counts(3, 0)


def test_nothing_sticks_out_of_it_in_a_narrow_window(console):
    console.page.set_viewport_size({"width": 380, "height": 800})
    found = matching(console)

    assert found.dialog.evaluate("""dialog => [...dialog.querySelectorAll('*')]
        .every(part => part.getBoundingClientRect().right <= dialog.getBoundingClientRect().right + 1)""")
