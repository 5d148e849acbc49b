"""Names with HTML, formulas, marks of direction, control characters or 10,000 letters: shown as text, or refused."""
import pytest
from playwright.sync_api import expect

from house import ANNA
from sheets import as_csv, row

ODD = {
    "HTML": "<img src=x onerror=alert(1)><b>Bold</b>",
    "a script": "</script><script>window.broken = true</script>",
    "a formula": '=HYPERLINK("http://example.org","x")',
    "quotes": """O'Brien "Bob" & Söhne; DROP TABLE users; --""",
    "right to left": "أحمد علي",
    "a mark of direction": "Ana \u202egnp.exe",
    "emoji": "👩‍👩‍👧‍👦 Family",
    "a template": "{{7*7}} ${7*7} %s %n",
}


@pytest.mark.parametrize("kind", ODD)
def test_a_name_is_shown_as_text(console, client, kind):
    name, page = ODD[kind], console.page
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    preview = console.enter(ANNA).preview_of("Acme", as_csv([row(name=name, email="odd@example.org")]), "odd.csv")
    preview.expect_counts(rows=1, faulty=0)
    assert bare(preview.row(2).text("NAME")) == bare(name)

    preview.upload()
    preview.expect_all_added(1, "Acme")
    users = console.users("Acme")

    line = users.line("odd@example.org")
    expect(line).to_be_visible()
    assert bare(name) in bare(line.inner_text())
    assert page.evaluate("window.broken === undefined && document.querySelector('main b, main img[src=x]') === null")
    user = client(ANNA).users("Acme", search="odd@")["users"][0]
    assert user["name"] == name


def bare(text):
    """Without the marks that isolate a direction on the page."""
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069\u202e")


def test_control_characters_in_a_name_are_removed(console, client):
    content = as_csv([row(name="An\x07a\x1b[31m Sil\x01va", email="odd@example.org")])
    preview = console.enter(ANNA).preview_of("Acme", content, "odd.csv")

    preview.expect_counts(rows=1, faulty=0)
    shown = preview.row(2).text("NAME")
    assert not [letter for letter in shown if ord(letter) < 32], repr(shown)
    preview.upload()
    preview.expect_all_added(1, "Acme")
    name = client(ANNA).users("Acme", search="odd@")["users"][0]["name"]
    assert not [letter for letter in name if ord(letter) < 32], repr(name)


@pytest.mark.parametrize("width", (1440, 380))
def test_a_name_of_10000_letters_is_an_error_that_lays_out_safely(new_console, house, width):
    console = new_console(house, viewport={"width": width, "height": 860})
    rows = [row(name="W" * 10_000, email="long@example.org"), row(name="Short", email="short@example.org")]
    preview = console.enter(ANNA).preview_of("Acme", as_csv(rows), "long.csv")

    preview.expect_faulty(1)
    preview.row(2).expect_invalid("NAME")
    assert console.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box, other = preview.row(2).line.bounding_box(), preview.row(3).line.bounding_box()
    assert box["height"] == other["height"]


def test_a_search_finds_capitals_and_umlauts(console, client):
    client(ANNA).add_user("Acme", "jm@example.org", name="Jürgen MÜLLER")
    users = console.enter(ANNA).users("Acme")

    users.find("müller")

    expect(users.line("jm@example.org")).to_be_visible()
    expect(console.page.get_by_text("uwe@acme.example")).to_have_count(0)
