"""Getting in, and who sees what: S1–S7."""
import http.server
import re
import threading

import pytest
from playwright.sync_api import expect

from client import Refused
from conftest import launch
from console import Console
from house import ANNA, PAULA, SVEN, UWE
from preview import control


def test_s1_signed_out_any_address_shows_the_sign_in_page(console, house, client):
    draft = client(ANNA).upload("Acme", b"NAME,EMAIL\nSecret Person,secret@example.org\n")
    acme = house.account("Acme")

    for path in ("/", "/accounts", f"/accounts/{acme}/users", f"/accounts/{acme}/drafts/{draft['number']}", "/profile"):
        reply = console.open(path)
        expect(console.page.get_by_role("button", name="Sign in")).to_be_visible()
        for word in ("Acme", "Northwind", "Secret", "anna@"):
            assert word not in reply.text(), f"{word} leaks at {path}"

    for path in ("/accounts", f"/accounts/{acme}", f"/accounts/{acme}/users", f"/accounts/{acme}/drafts"):
        with pytest.raises(Refused) as refused:
            client().get(path)
        assert (refused.value.status, refused.value.code) == (401, "sign_in_needed")


def test_s2_right_credentials_open_the_console_and_wrong_ones_do_not_say_which_half_was_wrong(console):
    page = console.page
    sentences = []
    for email, password in ((ANNA.email, "not-her-password"), ("nobody@acme.example", ANNA.password)):
        console.open("/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Sign in").click()
        error = page.get_by_role("alert").filter(has_text="not right")
        expect(error).to_be_visible()
        sentences.append(error.inner_text())
    assert sentences[0] == sentences[1]
    assert "The email or the password is not right" in sentences[0]
    expect(page).to_have_title(re.compile("^Error: Sign in"))

    console.sign_in(ANNA)
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()


def test_s2_the_address_is_taken_in_any_letter_case_with_outer_blanks(console):
    console.open("/")
    console.page.get_by_label("Email").fill("  ANNA@Acme.Example ")
    console.page.get_by_label("Password", exact=True).fill(ANNA.password)
    console.page.get_by_role("button", name="Sign in").click()

    expect(console.page.get_by_role("heading", name="Users", level=1)).to_be_visible()


def test_s3_paula_sees_her_accounts_searches_them_and_adds_one(console):
    page = console.sign_in(PAULA).page
    expect(page.get_by_role("heading", name="Accounts", level=1)).to_be_visible()
    acme, beta = (page.get_by_role("link", name=name, exact=True) for name in ("Acme", "Beta"))
    expect(acme).to_be_visible()
    expect(beta).to_be_visible()
    expect(page.get_by_text("Globex")).to_have_count(0)

    search = page.get_by_role("searchbox")
    search.fill("bet")
    search.press("Enter")
    expect(acme).to_have_count(0)
    expect(beta).to_be_visible()
    search.fill("glob")
    search.press("Enter")
    expect(page.get_by_text("No account matches")).to_be_visible()

    console.open("/accounts")
    add_account(page, "Gamma")
    expect(page.get_by_text("Gamma").first).to_be_visible()
    console.open("/accounts")
    expect(page.get_by_role("link", name="Gamma", exact=True)).to_be_visible()


def add_account(page, name):
    control(page, "Add Account").first.click()
    page.get_by_label("Account name").fill(name)
    page.get_by_role("button", name="Add Account").last.click()


def test_s3_an_account_name_that_exists_is_refused_in_words(console):
    page = console.enter(PAULA).page
    console.open("/accounts")
    add_account(page, "Beta")

    expect(page.get_by_role("alert")).to_contain_text(re.compile("name", re.I))
    expect(page.get_by_label("Account name")).to_have_value("Beta")


def test_s4_paula_selects_acme_and_reaches_its_users_from_the_navigation(console):
    page = console.sign_in(PAULA).page
    page.get_by_role("link", name="Acme", exact=True).click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Users").click()

    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(page.get_by_text(ANNA.email)).to_be_visible()
    expect(page.get_by_text(UWE.email)).to_be_visible()


def test_s5_anna_lands_on_acmes_users_and_beta_does_not_exist_for_her(console, house, client):
    page = console.sign_in(ANNA).page
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(page.get_by_text(UWE.email)).to_be_visible()
    expect(page.get_by_role("link", name="Accounts", exact=True)).to_have_count(0)

    beta, absent = house.account("Beta"), "0" * 10 + "7"
    for path in ("/users", "", "/drafts/1"):
        foreign, nowhere = (answer(console, f"/accounts/{account}{path}") for account in (beta, absent))
        assert foreign[0] == nowhere[0] == 404
        assert foreign[1].replace(beta, "") == nowhere[1].replace(absent, "")
    assert console.open("/accounts").status == 404 or "Beta" not in page.content()

    with pytest.raises(Refused) as refused:
        client(ANNA).users("Beta")
    assert (refused.value.status, refused.value.code) == (404, "not_found")


def answer(console, path):
    reply = console.open(path)
    return reply.status, reply.text()


def test_s5_sven_of_contoso_sees_nothing_of_northwind(console, house):
    page = console.sign_in(SVEN).page
    expect(page.get_by_role("link", name="Globex", exact=True)).to_be_visible()
    expect(page.get_by_text("Acme")).to_have_count(0)

    assert console.open(console.users_path("Acme")).status == 404


def test_s6_uwe_sees_his_own_profile_and_no_users(console, house, client):
    page = console.sign_in(UWE).page
    page.get_by_role("link", name="Profile").click()
    expect(page.get_by_role("heading", name="Profile", level=1)).to_be_visible()
    expect(page.get_by_text(UWE.email).first).to_be_visible()
    expect(page.get_by_role("link", name="Users", exact=True)).to_have_count(0)
    expect(control(page, "Import Users")).to_have_count(0)

    assert console.open(console.users_path("Acme")).status == 404
    uwe = client(UWE)
    for refused_request in (
        lambda: uwe.users("Acme"),
        lambda: uwe.add_user("Acme", "x@example.org"),
        lambda: uwe.upload("Acme", b"NAME,EMAIL\nX,x@example.org\n"),
    ):
        with pytest.raises(Refused) as refused:
            refused_request()
        assert refused.value.status == 404
    assert house.count("SELECT count(*) FROM users WHERE email_key = 'x@example.org'") == 0


def test_s6_uwe_changes_his_own_name_and_password(console, new_console, house):
    page = console.sign_in(UWE).page
    page.get_by_role("link", name="Profile").click()
    page.get_by_label("First name").fill("Uwe-Karl")
    page.get_by_role("button", name="Save name").click()
    expect(page.get_by_text("Your name was saved.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("First name")).to_have_value("Uwe-Karl")

    new = "a-new-secret-of-uwe-7"
    page.get_by_label("Current password").fill(UWE.password)
    page.get_by_label("New password").fill(new)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Your password was changed.")).to_be_visible()

    other = new_console(house)
    other.sign_in(UWE)
    expect(other.page.get_by_role("alert").filter(has_text="not right")).to_be_visible()
    other.sign_in(UWE, password=new)
    other.page.get_by_role("link", name="Profile").click()
    expect(other.page.get_by_label("First name")).to_have_value("Uwe-Karl")


def test_s7_sign_out_ends_the_session_and_back_shows_no_data(playwright, house):
    # Playwright switches the back-forward cache off; here it is on, and the first half shows that it works.
    browser = launch(playwright, ignore_default_args=["--disable-back-forward-cache"])
    try:
        console = Console(browser.new_context().new_page(), house)
        page = console.page
        assert comes_back_from_the_cache(page)

        console.sign_in(ANNA)
        expect(page.get_by_text(UWE.email)).to_be_visible()
        session = page.context.cookies()
        console.sign_out()
        for _ in range(2):
            page.go_back(wait_until="commit")
            expect(page.get_by_text(UWE.email)).to_have_count(0)
            expect(page.get_by_role("button", name="Sign in")).to_be_visible()

        # The old cookie, kept by somebody, opens nothing any more.
        page.context.clear_cookies()
        page.context.add_cookies(session)
        console.open(console.users_path("Acme"))
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    finally:
        browser.close()


def comes_back_from_the_cache(page):
    class Plain(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>plain</title><h1>plain</h1>")

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        page.goto(address + "/one")
        page.evaluate("window.kept = true")
        page.goto(address + "/two")
        page.go_back(wait_until="commit")
        page.wait_for_timeout(500)
        kept = page.evaluate("window.kept === true")
        server.shutdown()
    return kept
