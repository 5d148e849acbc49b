"""The Preview, before and after Upload."""
from playwright.sync_api import expect

from house import ANNA, UWE
from sheets import clean, row, with_errors

MIXED = [
    row("Ana", "Silva", email="ana@example.org", role="User"),
    row("Bo", "Ek", email="bo.example.org", role="User"),
    row("", "", "Cy Dee", "cy@example.org", "Account Admin"),
    row(email="dee@example.org"),
    row("Eva", "Maas", email="eva@example.org", role="Manger"),
    row("Finn", "Moe", email="twin@example.org"),
    row("Gus", "Moe", email="Twin@example.org"),
    row("Uwe", "Urban", email=UWE.email),
    row("Hanna", "Weiß", email="hanna@example.org"),
    *clean(30),
]


def preview_mixed(console):
    preview = console.enter(ANNA).preview_of("Acme", MIXED, "november.xlsx")
    preview.expect_faulty(6)
    return preview


def preview_clean(console):
    console.enter(ANNA).preview_of("Acme", clean(40), "november.xlsx").expect_faulty(0)


def preview_errors_only(console):
    preview_mixed(console).filter("Errors").click()
    console.page.wait_for_timeout(200)


def preview_nothing_left(console):
    preview = console.enter(ANNA).preview_of("Acme", clean(1))
    preview.row(2).delete()
    expect(console.page.get_by_role("button", name="Add Row").first).to_be_visible()


def error_card(console):
    preview_mixed(console).row(3).cell("EMAIL").focus()
    expect(console.page.get_by_role("group", name="Problem")).to_be_visible()


def several_answers(console):
    lines = [row(name="Olivia", email="olivia murphy@example.org"), *clean(5)]
    preview = console.enter(ANNA).preview_of("Acme", lines, "november.xlsx")
    preview.row(2).cell("EMAIL").focus()
    console.page.keyboard.press("Control+.")


def row_deleted(console):
    preview_mixed(console).row(5).delete()
    expect(console.page.get_by_text("was deleted.")).to_be_visible()


def server_down(console):
    preview = preview_mixed(console)
    console.page.route("**/rows", lambda route: route.abort() if route.request.method == "PATCH" else route.continue_())
    preview.row(5).edit("NAME", "Somebody")
    preview.upload()
    expect(console.page.get_by_text("Nothing was uploaded yet.").first).to_be_visible()


def editor(console):
    line = preview_mixed(console).row(3)
    line.cell("EMAIL").click()
    expect(line.editor("EMAIL")).to_be_focused()


def role_list(console):
    preview_mixed(console).row(4).cell("ROLE").click()
    expect(console.page.get_by_role("listbox")).to_be_visible()


def added_row(console):
    preview_mixed(console).add_row_button.click()
    console.page.wait_for_timeout(300)


def cancelled(console):
    preview_mixed(console).cancel()
    expect(console.page.get_by_text("was cancelled").first).to_be_visible()


def uploading(console):
    preview = console.enter(ANNA).preview_of("Acme", clean(400), "november.xlsx")
    preview.upload()
    expect(console.page.get_by_role("progressbar", name="Adding users")).to_be_visible()


def partly_added(console):
    preview = console.enter(ANNA).preview_of("Acme", with_errors(100, faulty=2), "november.xlsx")
    preview.upload()
    preview.expect_partly_added(98, 2)


def all_added(console):
    preview = console.enter(ANNA).preview_of("Acme", clean(50), "november.xlsx")
    preview.upload()
    preview.expect_all_added(50, "Acme")
