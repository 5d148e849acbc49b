"""Every screen and state of the console, each a function that leads a signed-in window there."""
from playwright.sync_api import expect

from client import Client
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


def edit_user_wrong(console):
    edit_user(console)
    console.page.get_by_label("Email", exact=True).fill("uwe.acme.example")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_text("Nothing was saved yet.").first).to_be_visible()


def give_up_rights(console):
    listed = console.enter(ANNA).users("Acme")
    listed.line(ANNA.email).get_by_role("link").click()
    console.page.get_by_label("Role", exact=True).last.select_option(label="User")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_role("alert")).to_be_visible()


def delete_oneself(console):
    listed = console.enter(ANNA).users("Acme")
    listed.line(ANNA.email).get_by_role("link").click()
    console.page.get_by_role("button", name="Delete user…").click()
    expect(console.page.get_by_role("dialog", name="Delete yourself?")).to_be_visible()


def users_with_long_names(console):
    long = "Maximiliane-Alexandrina-Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst"
    Client(console.house, PAULA).add_user("Acme", f"{'maximiliane.alexandrina.' * 2}theodora@{'hohenlohe-' * 5}waldenburg.example", name=long)
    users(console)


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


def row_deleted(console):
    preview_mixed(console).row(5).delete()
    expect(console.page.get_by_text("was deleted.")).to_be_visible()


def server_down(console):
    preview = preview_mixed(console)
    console.page.route("**/rows", lambda route: route.abort() if route.request.method == "PATCH" else route.continue_())
    preview.row(5).edit("NAME", "Somebody")
    preview.upload()
    expect(console.page.get_by_text("Nothing was uploaded yet.").first).to_be_visible()


def several_answers(console):
    lines = [row(name="Olivia", email="olivia murphy@example.org"), *clean(5)]
    preview = console.enter(ANNA).preview_of("Acme", lines, "november.xlsx")
    preview.row(2).cell("EMAIL").focus()
    console.page.keyboard.press("Control+.")


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


EVERY = [
    sign_in, sign_in_wrong, accounts, accounts_none, add_account, users, users_empty, users_no_match, add_user,
    edit_user, edit_user_wrong, give_up_rights, delete_oneself, users_with_long_names, profile, not_found, panel, panel_refused, panel_unfinished, panel_several_unfinished, panel_uploading, preview_mixed,
    preview_clean, preview_errors_only, preview_nothing_left, error_card, several_answers, row_deleted, server_down, editor, role_list, added_row, cancelled,
    uploading, partly_added, all_added,
]  # fmt: skip
