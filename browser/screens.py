"""Every screen and state of the console, each a function that leads a signed-in window there."""
from playwright.sync_api import expect

from client import Client
from house import ANNA, PAULA, UWE
from letters import invite
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


def users_selected(console):
    add_people(console.house, 60)
    page = console.enter(PAULA).users("Acme").page
    page.get_by_role("row").filter(has_text="user2@example.org").get_by_role("checkbox").check()
    page.get_by_role("row").filter(has_text=ANNA.email).get_by_role("checkbox").check()
    expect(page.get_by_role("region", name="Selected users")).to_contain_text("2 selected")


def users_all_selected(console):
    add_people(console.house, 60)
    page = console.enter(PAULA).users("Acme").page
    page.get_by_role("checkbox", name="Select all users on this page").check()
    expect(page.get_by_role("button", name="Select all 62 users")).to_be_visible()


def users_in_every_state(console):
    house = console.house
    add_people(house, 8)
    states = ((1, ""), (2, ""), (3, "550 5.1.1 <user4@example.org>: Recipient address rejected: User unknown in local recipient table"), (4, ""))
    for number, (state, words) in enumerate(states, 2):
        house.change("UPDATE users SET welcome = ?, welcome_words = ? WHERE email = ?", state, words, f"user{number}@example.org")
    console.enter(PAULA).users("Acme")
    expect(console.page.get_by_text("It may have arrived.")).to_be_visible()


def selection_actions(console):
    users_selected(console)
    console.page.get_by_role("button", name="Actions for the selected users").click()
    expect(console.page.get_by_role("dialog", name="2 users selected")).to_be_visible()


def send_question(console):
    users_selected(console)
    console.page.get_by_role("button", name="Send welcome emails").click()
    expect(console.page.get_by_role("button", name="Send 1 email")).to_be_visible()
    expect(console.page.frame_locator("iframe").get_by_role("heading")).to_be_visible()


def send_changed(console):
    users_all_selected(console)
    page = console.page
    page.get_by_role("button", name="Select all 62 users").click()
    page.get_by_role("button", name="Send welcome emails").click()
    send = page.get_by_role("button", name="Send 60 emails")
    expect(send).to_be_visible()
    Client(console.house, ANNA).add_user("Acme", "late@example.org")
    send.click()
    expect(page.get_by_role("button", name="Send 61 emails")).to_be_visible()


def welcome_sent(console):
    send_question(console)
    console.page.get_by_role("button", name="Send 1 email").click()
    expect(console.page.get_by_role("main").get_by_text("1 welcome email is in the mailbox of this server")).to_be_visible()


def mailbox_empty(console):
    console.enter(PAULA).users("Acme")
    console.page.get_by_role("link", name="Mailbox").click()
    expect(console.page.get_by_text("No emails yet")).to_be_visible()


def mailbox(console):
    invite(console.house, "ines@acme.example", name="Ines Ito")
    console.enter(PAULA).users("Acme")
    console.page.get_by_role("link", name="Mailbox").click()
    expect(console.page.get_by_role("link", name="Ines Ito")).to_be_visible()


def letter(console):
    mailbox(console)
    console.page.get_by_role("link", name="Ines Ito").click()
    expect(console.page.frame_locator("iframe").get_by_role("heading")).to_be_visible()


def letter_text(console):
    letter(console)
    console.page.get_by_role("link", name="Plain text").click()
    expect(console.page.get_by_label("Plain text")).to_be_visible()


def register(console):
    console.page.goto(invite(console.house, "ines@acme.example", name="Ines Ito"))
    expect(console.page.get_by_label("Password", exact=True)).to_be_focused()


def register_refused(console):
    register(console)
    console.page.get_by_label("Password", exact=True).fill("ines@acme.example")
    console.page.get_by_role("button", name="Set password").click()
    expect(console.page.get_by_label("Password", exact=True)).to_have_attribute("aria-invalid", "true")


def link_expired(console):
    console.page.goto(f"{console.house.url}/register#{'A' * 64}")
    expect(console.page.get_by_role("heading", name="This link has expired")).to_be_visible()


def link_renewed(console):
    link_expired(console)
    console.page.get_by_role("button", name="Send me a new one").click()
    expect(console.page.get_by_role("heading", name="Look into your mail")).to_be_visible()


def password_set(console):
    register(console)
    console.page.get_by_label("Password", exact=True).fill("correct staple battery horse")
    console.page.get_by_role("button", name="Set password").click()
    expect(console.page.get_by_text("Your password is set.")).to_be_visible()


def forgotten(console):
    console.open("/forgotten")
    expect(console.page.get_by_label("Email")).to_be_focused()


def letter_words(console):
    console.enter(ANNA).users("Acme")
    console.page.get_by_role("link", name="Welcome email").click()
    expect(console.page.get_by_label("Greeting")).to_be_visible()


def letter_words_refused(console):
    letter_words(console)
    console.page.get_by_label("Answers go to").fill("nobody")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_role("alert")).to_be_visible()


def add_people(house, count):
    anna = Client(house, ANNA)
    draft = anna.upload("Acme", as_csv(clean(count)))
    anna.commit("Acme", draft["number"])
    anna.finished("Acme", draft["number"])


EVERY = [
    sign_in, sign_in_wrong, accounts, accounts_none, add_account, users, users_empty, users_no_match, add_user,
    edit_user, edit_user_wrong, give_up_rights, delete_oneself, users_with_long_names, profile, not_found, panel, panel_refused, panel_unfinished, panel_several_unfinished, panel_uploading, preview_mixed,
    preview_clean, preview_errors_only, preview_nothing_left, error_card, several_answers, row_deleted, server_down, editor, role_list, added_row, cancelled,
    uploading, partly_added, all_added,
    users_selected, users_all_selected, users_in_every_state, selection_actions, send_question, send_changed, welcome_sent,
    mailbox_empty, mailbox, letter, letter_text, register, register_refused, link_expired, link_renewed, password_set,
    forgotten, letter_words, letter_words_refused,
]  # fmt: skip
