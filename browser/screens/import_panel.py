"""Import Users."""
from playwright.sync_api import expect

from client import Client
from house import ANNA
from matching import matching
from screens.previews import preview_mixed
from sheets import as_csv, clean


def panel(console):
    console.enter(ANNA).users("Acme").import_users()


def panel_refused(console):
    opened = console.enter(ANNA).users("Acme").import_users()
    opened.choose(b"\x89PNG\r\n\x1a\n" + bytes(1000), "picture.xlsx")
    expect(opened.dialog.get_by_text("which we cannot read")).to_be_visible()


def panel_unfinished(console):
    preview_mixed(console).close()
    opened = console.users("Acme").import_users()
    expect(opened.dialog.get_by_text("Unfinished import")).to_be_visible()


def panel_several_unfinished(console):
    anna = Client(console.house, ANNA)
    for name in ("october.xlsx", "a-name-that-is-longer-than-the-panel-is-wide-and-has-no-place-to-break-it-at.xlsx", "november.xlsx"):
        anna.upload("Acme", as_csv(clean(3)), name)
    opened = console.enter(ANNA).users("Acme").import_users()
    opened.dialog.get_by_text("2 more unfinished imports").click()
    opened.dialog.get_by_role("button", name="Discard october.xlsx").click()
    expect(opened.dialog.get_by_text("This import was discarded.").first).to_be_visible()


def panel_uploading(console):
    opened = console.enter(ANNA).users("Acme").import_users()
    console.page.route("**/drafts/*", lambda route: None if route.request.method == "PUT" else route.continue_())
    opened.choose(as_csv(clean(10)), "users.csv")
    expect(opened.dialog.get_by_role("progressbar")).to_be_visible()


def match_columns(console):
    text = "Name,EMAIL,E-Mail,Rolle,Ort\nAna,ana@example.com,a@example.org,Chef,Graz\nBen,ben@example.com,,User,Wien\n"
    matching(console, text).go()
    expect(console.page.get_by_text("Choose which column holds EMAIL.")).to_be_visible()


def match_by_content(console):
    matching(console)
