"""From the email to the first sign-in: S58–S64."""
import re
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from client import Client, Refused
from house import ANNA, PAULA, UWE, Person, eventually
from letters import invite, newest_link, send_again

PASSWORD = "correct staple battery horse"
INES = Person("Ines", "Ito", "ines@acme.example", "Acme", "user", PASSWORD)


def ines(house, **fields):
    return invite(house, INES.email, name=INES.full_name, **fields)


def choose(page, password=PASSWORD):
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Set password").click()


def registered(console, link):
    console.page.goto(link)
    choose(console.page)
    expect(console.page.get_by_role("button", name=re.compile("Signed in as"))).to_be_visible()
    return console


def test_s58_the_emails_button_opens_a_page_that_names_the_account_and_the_user(console, house):
    ines(house)
    page = console.enter(PAULA).page
    console.open(f"/accounts/{house.account('Acme')}/mailbox")
    page.get_by_role("link", name=INES.full_name).click()

    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Set up your account").click()

    setting = opened.value
    expect(setting.get_by_role("heading", name="Set up your account")).to_be_visible()
    expect(setting.get_by_text(INES.full_name)).to_be_visible()
    expect(setting.get_by_text("Acme", exact=True)).to_be_visible()
    expect(setting.get_by_label("Your sign-in email")).to_have_value(INES.email)
    expect(setting).to_have_url(house.url + "/register")


def test_s59_who_sets_a_password_is_registered_on_the_users_page(console, house, new_console):
    page = console.page
    page.goto(ines(house))
    choose(page, "short")
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Use 15 characters or more.").first).to_be_visible()
    choose(page, INES.email)
    expect(page.get_by_text("Use four words that have nothing to do with you.").first).to_be_visible()
    page.reload()
    choose(page)

    expect(page.get_by_role("heading", name="Your applications", level=1)).to_be_visible()
    line = new_console(house).enter(ANNA).users("Acme").line(INES.email)
    expect(line).to_contain_text("Registered")


@pytest.mark.parametrize("role, heading", [("user", "Your applications"), ("account_admin", "Users")])
def test_s60_the_user_signs_in_and_sees_what_the_role_allows(console, house, role, heading):
    page = registered(console, ines(house, role=role)).page
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    console.sign_out()
    console.sign_in(INES)

    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Signed in as"))).to_be_visible()
    expect(page.get_by_role("link", name="Users", exact=True)).to_have_count(1 if role == "account_admin" else 0)


def test_s61_before_registering_signing_in_is_refused_in_the_usual_words(console, house):
    ines(house)
    console.sign_in(INES)

    expect(console.page.get_by_role("alert")).to_contain_text("The email or the password is not right")


def test_s62_a_used_link_says_so_and_leads_to_the_sign_in(console, house):
    link = ines(house)
    page = registered(console, link).page
    console.sign_out()
    page.goto(link)

    expect(page.get_by_role("heading", name="This link was already used")).to_be_visible()
    page.get_by_role("link", name="Go to sign in").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_s62_an_expired_link_says_so_and_a_new_one_comes_to_the_same_address(console, house):
    link = ines(house)
    house.change("UPDATE invitations SET expires_at = 1, created_at = 0")
    page = console.page
    page.goto(link)
    expect(page.get_by_role("heading", name="This link has expired")).to_be_visible()
    page.get_by_role("button", name="Send me a new one").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    words = page.get_by_role("main").inner_text()

    registered(console, newest_link(house))
    page.goto(link)
    page.get_by_role("button", name="Send me a new one").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    assert page.get_by_role("main").inner_text() == words


def test_s62_a_link_that_was_changed_is_not_valid(console, house):
    link = ines(house)
    page = console.page
    for wrong in (link[:-1], link + "A", link[:-1] + ("A" if link[-1] != "A" else "B"), f"{house.url}/register#{'A' * 64}", f"{house.url}/register#x"):
        page.goto("about:blank")
        page.goto(wrong)
        expect(page.get_by_role("heading", name="This link is not valid")).to_be_visible()
        expect(page.get_by_role("button", name="Send me a new one")).to_have_count(0)

    registered(console, link)


def test_s62_a_newer_email_ends_the_older_link(console, client, house):
    first = ines(house)
    user = client(ANNA).users("Acme", search=INES.email)["users"][0]["id"]
    second = send_again(house, user)
    console.page.goto(first)
    expect(console.page.get_by_role("heading", name="This link has expired")).to_be_visible()

    registered(console, second)


def test_s62_of_many_who_use_a_link_at_once_one_is_let_through(house):
    token = ines(house).partition("#")[2]

    def accept(number):
        try:
            Client(house).post("/invitation/accept", {"token": token, "password": f"{PASSWORD} {number}"})
            return number
        except Refused as refused:
            assert (refused.status, refused.code) == (410, "invitation_used")

    with ThreadPoolExecutor(12) as crowd:
        through = [number for number in crowd.map(accept, range(12)) if number is not None]
    assert len(through) == 1
    Client(house).post("/session", {"email": INES.email, "password": f"{PASSWORD} {through[0]}"})


def test_s63_opening_the_link_uses_nothing_up(console, house):
    link = ines(house)
    for method in ("GET", "HEAD", "GET"):
        with urllib.request.urlopen(urllib.request.Request(link.partition("#")[0], method=method)) as reply:
            assert reply.status == 200
    for _ in range(2):
        console.page.goto(link)
        expect(console.page.get_by_label("Your sign-in email")).to_have_value(INES.email)
        console.page.goto("about:blank")

    registered(console, link)


def test_s64_the_same_address_in_two_accounts_is_asked_which_and_lands_there(console, house):
    for account in ("Acme", "Beta"):
        registered(console, invite(house, INES.email, account, name=INES.full_name, role="account_admin"))
    page = console.page
    console.sign_out()
    console.sign_in(INES)
    expect(page.get_by_role("heading", name="Choose an account")).to_be_visible()
    page.get_by_role("radio", name="Beta").check()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(page).to_have_url(f"{house.url}/accounts/{house.account('Beta')}/users")


def test_the_token_stands_in_no_address_no_log_and_no_request_but_its_own(console, house):
    link = ines(house)
    token, asked = link.partition("#")[2], []
    console.page.on("request", lambda request: asked.append((request.url, request.headers)))
    registered(console, link)

    assert asked and not any(token in url.partition("#")[0] or token in str(headers) for url, headers in asked)
    assert token not in house.log.read_text()


def test_a_forgotten_password_is_replaced_by_the_link_of_an_email(console, house, new_console):
    elsewhere = new_console(house).enter(UWE)
    page = console.page
    console.open("/")
    page.get_by_role("link", name="Forgotten your password?").click()
    words = set()
    for email in ("nobody@acme.example", UWE.email):
        page.get_by_label("Email").fill(email)
        page.get_by_role("button", name="Send me a link").click()
        expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
        words.add(page.get_by_role("main").inner_text())
        console.open("/forgotten")
    assert len(words) == 1

    page.goto(eventually(lambda: newest_link(house)))
    expect(page.get_by_role("heading", name="Choose a new password")).to_be_visible()
    expect(page.get_by_label("Your sign-in email")).to_have_value(UWE.email)
    choose(page)
    expect(page.get_by_text("Your password is set.")).to_be_visible()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Your applications", level=1)).to_be_visible()
    elsewhere.open("/profile")
    expect(elsewhere.page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_somebody_sees_where_they_are_signed_in_and_ends_it_everywhere_else(console, house, new_console):
    other = new_console(house).enter(UWE)
    page = console.enter(UWE).page
    console.open("/profile")
    places = page.get_by_role("region", name="Where you are signed in").get_by_role("listitem")
    expect(places).to_have_count(2)
    expect(places.filter(has_text="This one")).to_have_count(1)

    page.get_by_role("button", name="Sign out everywhere else").click()

    expect(page.get_by_text("You are signed out everywhere else.")).to_be_visible()
    expect(places).to_have_count(1)
    other.open("/profile")
    expect(other.page.get_by_role("heading", name="Sign in")).to_be_visible()
