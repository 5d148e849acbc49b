"""Every screen and state of the console, each a function that leads a signed-in window there."""
from playwright.sync_api import expect

from house import ANNA, PAULA, UWE
from preview import control
from sheets import as_csv, clean, row, with_errors

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


def sign_in(console):
    console.open("/")
    expect(console.page.get_by_role("button", name="Sign in")).to_be_visible()


def sign_in_wrong(console):
    console.sign_in(ANNA, password="something else")
    expect(console.page.get_by_role("alert").filter(has_text="not right")).to_be_visible()


def accounts(console):
    console.enter(PAULA).open("/accounts")
    expect(console.page.get_by_role("heading", name="Accounts", level=1)).to_be_visible()


def accounts_none(console):
    accounts(console)
    console.page.get_by_role("searchbox").fill("zzz")
    console.page.get_by_role("searchbox").press("Enter")
    expect(console.page.get_by_text("No account matches")).to_be_visible()


def add_account(console):
    accounts(console)
    page = console.page
    control(page, "Add Account").first.click()
    page.wait_for_timeout(200)


def users(console):
    console.enter(PAULA).users("Acme")


def users_empty(console):
    console.enter(PAULA).users("Beta")
    expect(console.page.get_by_text("No users yet").first).to_be_visible()


def users_no_match(console):
    console.enter(PAULA).users("Acme").find("zzzz")
    expect(console.page.get_by_text("zzzz").first).to_be_visible()


def add_user(console):
    users(console)
    page = console.page
    control(page, "Add User").first.click()
    expect(page.get_by_role("dialog", name="Add User")).to_be_visible()


def edit_user(console):
    listed = console.enter(PAULA).users("Acme")
    line = listed.line(UWE.email)
    line.get_by_role("button").or_(line.get_by_role("link")).first.click()
    expect(console.page.get_by_role("dialog", name="Edit")).to_be_visible()


def profile(console):
    console.enter(UWE).open("/")
    expect(console.page.get_by_label("First name")).to_be_visible()


def not_found(console):
    console.enter(ANNA).open(console.users_path("Beta"))


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


def panel_uploading(console):
    opened = console.enter(ANNA).users("Acme").import_users()
    console.page.route("**/drafts/*", lambda route: None if route.request.method == "PUT" else route.continue_())
    opened.choose(as_csv(clean(10)), "users.csv")
    expect(opened.dialog.get_by_role("progressbar")).to_be_visible()


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
    expect(console.page.get_by_text("Import cancelled")).to_be_visible()


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


EVERY = [
    sign_in, sign_in_wrong, accounts, accounts_none, add_account, users, users_empty, users_no_match, add_user,
    edit_user, profile, not_found, panel, panel_refused, panel_unfinished, panel_uploading, preview_mixed,
    preview_clean, preview_errors_only, preview_nothing_left, error_card, editor, role_list, added_row, cancelled,
    uploading, partly_added, all_added,
]  # fmt: skip
