"""The Preview in longer use: the way to the next problem, repairs, colleagues, 100,000 rows."""
import re
import uuid

from playwright.sync_api import expect

from client import Client
from house import ANNA, PAULA
from preview import Preview
from sheets import as_csv, clean, row


def far_apart(count, faulty):
    """Rows of which only these numbers (as the spreadsheet counts) are faulty."""
    lines = list(clean(count))
    for number in faulty:
        lines[number - 2] = row("Far", "Away", email=f"away{number}.example.org")
    return lines


def expect_focus_in_row(preview, number):
    header = preview.page.get_by_role("row").filter(has=preview.page.locator(":focus")).get_by_role("rowheader")
    expect(header).to_have_text(str(number))


def test_f8_goes_from_problem_to_problem_however_far_they_are(console):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(far_apart(3_000, [700, 1_500, 2_990])), "far.csv")

    for number in (700, 1_500, 2_990, 700):
        preview.page.keyboard.press("F8")
        expect_focus_in_row(preview, number)
    preview.page.keyboard.press("Shift+F8")
    expect_focus_in_row(preview, 2_990)
    preview.row(2_990).edit("EMAIL", "away2990@example.org")
    preview.expect_faulty(2)
    preview.page.keyboard.press("F8")
    expect_focus_in_row(preview, 700)


def test_the_card_leads_to_the_row_with_the_same_email(console):
    lines = [row(name="First", email="same@example.org"), *clean(1_000), row(name="Last", email="same@example.org")]
    preview = console.enter(ANNA).preview_of("Acme", as_csv(lines), "twins.csv")

    preview.row(2).cell("EMAIL").focus()
    preview.page.get_by_role("group", name="Problem").get_by_role("button", name="Go to row 1003").click()

    expect_focus_in_row(preview, 1_003)
    preview.page.get_by_role("group", name="Problem").get_by_role("button", name="Delete this row").click()
    preview.expect_counts(rows=1_001, faulty=0)


def test_one_press_repairs_where_one_answer_is_right(console):
    lines = [row(name="A", email="ana@example,org"), row(name="B", email="olivia murphy@example.org"), row(name="C", email="Cy <cy@example.org>")]
    preview = console.enter(ANNA).preview_of("Acme", lines)

    preview.row(2).status.get_by_role("button", name="Fix").click()
    preview.row(2).expect_clean()
    assert preview.row(2).text("EMAIL") == "ana@example.org"
    expect(preview.row(3).status.get_by_role("button", name="Fix")).to_have_count(0)
    preview.row(3).cell("EMAIL").focus()
    preview.page.get_by_role("group", name="Problem").get_by_role("button", name="olivia.murphy@example.org").click()
    preview.row(3).expect_clean()
    preview.row(4).cell("EMAIL").focus()
    preview.page.keyboard.press("Control+.")
    preview.row(4).expect_clean()
    preview.expect_counts(rows=3, faulty=0)


def test_find_shows_the_rows_with_these_letters_and_escape_shows_all_again(console):
    lines = [row("Zoë", "Öberg", email="zoe@example.org"), *clean(300)]
    preview = console.enter(ANNA).preview_of("Acme", as_csv(lines), "many.csv")
    box = preview.page.get_by_role("searchbox")

    box.fill("ÖBERG")
    preview.expect_count(1)
    box.fill("nobody at all")
    expect(preview.page.get_by_text("Nothing matches “nobody at all”")).to_be_visible()
    box.press("Escape")

    preview.expect_count(301)


def test_what_somebody_else_changed_is_shown_and_ones_own_value_can_still_be_chosen(console, house):
    preview = console.enter(ANNA).preview_of("Acme", clean(3))
    number = int(preview.page.url.rsplit("/", 1)[1].split("?")[0])
    paula = Client(house, PAULA)
    path = f"{paula.base('Acme')}/drafts/{number}/rows"
    edit = {"request_id": str(uuid.uuid4()), "view": 0, "ranges": [[0, 2]],
            "ops": [{"op": "set", "position": 1, "field": "last_name", "value": "Paulasen"}]}  # fmt: skip
    paula.send("PATCH", path, edit, {"If-Match": f'"{paula.get(path)["draft"]["rev"]}"'})

    preview.row(3).edit("LAST NAME", "Annasen")

    expect(preview.page.get_by_text("Somebody else changed this row a moment ago.")).to_be_visible()
    expect(preview.row(3).cell("LAST NAME")).to_have_text("Paulasen")
    preview.page.get_by_role("button", name="Use mine").click()
    expect(preview.row(3).cell("LAST NAME")).to_have_text("Annasen")
    assert paula.get(path)["rows"][1]["last_name"] == "Annasen"


def test_an_import_that_was_finished_elsewhere_says_so(console, house):
    preview = console.enter(ANNA).preview_of("Acme", clean(3))
    number = int(preview.page.url.rsplit("/", 1)[1].split("?")[0])
    paula = Client(house, PAULA)
    paula.commit("Acme", number)
    paula.finished("Acme", number)

    preview.row(2).edit("NAME", "Too Late")

    preview.expect_all_added(3, "Acme")


def test_at_100000_rows_replies_and_the_page_stay_small_and_the_ends_are_near(console, client):
    anna = client(ANNA)
    draft = anna.upload("Acme", as_csv(far_apart(100_000, [50_000, 100_001])), "all.csv")
    console.enter(ANNA)
    page, replies = console.page, []
    page.on("requestfinished", lambda asked: replies.append(len(asked.response().json()["rows"])) if "/rows" in asked.url else None)
    console.open(f"/accounts/{console.house.account('Acme')}/drafts/{draft['number']}")
    preview = Preview(page)
    preview.expect_counts(rows=100_000, faulty=2)

    preview.row(2).cell("EMAIL").focus()
    page.keyboard.press("Control+End")
    expect(preview.row(100_001).cell("EMAIL")).to_have_text("away100001.example.org")
    preview.row(100_001).edit("EMAIL", "away100001@example.org")
    preview.expect_faulty(1)
    page.keyboard.press("Shift+F8")
    expect_focus_in_row(preview, 50_000)
    preview.filter("Errors").click()
    preview.expect_count(1)
    preview.filter("All").click()
    preview.expect_count(100_000)
    page.evaluate("document.querySelector('.gscroll').scrollTop = 2_000_000")
    expect(page.get_by_role("rowheader", name=re.compile("^454"))).not_to_have_count(0)

    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.querySelectorAll('.gscroll *').length") < 1_000
    assert replies and max(replies) <= 512, max(replies)


def test_tab_goes_along_a_new_row_past_empty_fields(console):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(clean(3)), "tab.csv")
    keyboard = preview.page.keyboard

    preview.page.get_by_role("button", name="Add Row").click()
    expect(preview.page.get_by_role("textbox", name="FIRST NAME, row 5")).to_be_focused()
    keyboard.type("Tabea")
    keyboard.press("Tab")
    keyboard.type("Turm")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type("tabea@example.org")
    keyboard.press("Enter")

    preview.row(5).expect_clean()
    assert preview.row(5).text("EMAIL") == "tabea@example.org"


def test_several_answers_are_reached_by_keyboard_from_the_cell_and_from_its_field(console):
    lines = [row(name="B", email="olivia murphy@example.org"), row(name="C", email="noah lee@example.org"), row(name="D", email="d@example.org", role="Boss")]
    preview = console.enter(ANNA).preview_of("Acme", lines)
    keyboard, card = preview.page.keyboard, preview.page.get_by_role("group", name="Problem")

    preview.row(2).cell("EMAIL").focus()
    expect(card.get_by_text("Ctrl .")).to_be_visible()
    keyboard.press("Tab")
    expect(card.get_by_role("button").nth(0)).to_be_focused()
    keyboard.press("ArrowRight")
    expect(card.get_by_role("button").nth(1)).to_be_focused()
    keyboard.press("Escape")
    expect(preview.row(2).cell("EMAIL")).to_be_focused()
    keyboard.press("Control+.")
    keyboard.press("Enter")
    preview.row(2).expect_clean()
    assert preview.row(2).text("EMAIL") == "olivia.murphy@example.org"

    preview.row(3).cell("EMAIL").click()
    expect(preview.row(3).editor("EMAIL")).to_be_focused()
    keyboard.press("Control+.")
    keyboard.press("ArrowDown")
    keyboard.press("Escape")
    expect(preview.row(3).editor("EMAIL")).to_be_focused()
    keyboard.press("Control+.")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    assert preview.row(3).text("EMAIL") == "noahlee@example.org"

    preview.row(4).cell("FIRST NAME").focus()
    keyboard.press("Control+.")
    expect(card.get_by_role("button", name="User", exact=True)).to_be_focused()
    keyboard.press("Enter")
    preview.expect_counts(rows=3, faulty=0)
