"""The links that users find when they sign in, and the page on which they are set up: S6."""
import pytest
from playwright.sync_api import expect

from client import Client, Refused
from house import ANNA, PAULA, SVEN, UWE
from screens.application_list import open_applications, set_up
from test_names import ODD, bare


def tiles(page):
    return page.get_by_role("main").get_by_role("listitem")


def order(page):
    """The names on the page where they are set up."""
    return page.get_by_role("main").locator("ol strong").all_inner_texts()


def application_form(page):
    return page.get_by_role("dialog", name="Application")


def test_s6_uwe_lands_on_his_applications(console, house):
    set_up(house, "Help Desk", account="Northwind", person=PAULA)
    set_up(house, "Mail", "Wiki")
    set_up(house, "Beta Only", account="Beta", person=PAULA)
    set_up(house, "Globex Only", account="Globex", person=SVEN)

    page = console.sign_in(UWE).page

    expect(page.get_by_role("heading", name="Your applications", level=1)).to_be_visible()
    expect(tiles(page)).to_contain_text(["Help Desk", "Mail", "Wiki"])
    expect(tiles(page)).to_have_count(3)
    link = page.get_by_role("link", name="Wiki")
    expect(link).to_have_attribute("href", "https://wiki.example.com/start")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_accessible_name("Wiki wiki.example.com (opens in a new tab)")
    page.context.route("https://wiki.example.com/**", lambda route: route.fulfill(body="the wiki"))
    with page.context.expect_page() as opened:
        link.click()
    assert opened.value.evaluate("[opener, document.referrer, document.body.innerText]") == [None, "", "the wiki"]
    expect(page.get_by_role("heading", name="Your applications", level=1)).to_be_visible()


def test_s6_uwe_has_none_yet_and_sets_up_none(console, house):
    page = console.sign_in(UWE).page
    expect(page.get_by_role("heading", name="Nothing set up yet")).to_be_visible()
    expect(page.get_by_role("link", name="Set up applications")).to_have_count(0)
    assert console.open(f"/accounts/{house.account('Acme')}/applications").status == 404

    for person, account in ((UWE, "Acme"), (ANNA, "Beta"), (ANNA, "Northwind"), (SVEN, "Acme")):
        with pytest.raises(Refused) as refused:
            set_up(house, "Wiki", account=account, person=person)
        assert (refused.value.status, refused.value.code) == (404, "not_found")
    assert house.count("SELECT count(*) FROM applications") == 0


def test_anna_sets_up_applications(console, house, new_console):
    page = console.enter(ANNA).page
    console.users("Acme")
    open_applications(console)
    page.get_by_role("link", name="Add Application").click()
    application_form(page).get_by_label("Name").fill("  Mail ")
    application_form(page).get_by_label("Address").fill("ftp://mail.acme.example")
    application_form(page).get_by_role("button", name="Add Application").click()
    expect(page.get_by_role("alert")).to_contain_text("begins with neither https:// nor http://")
    expect(application_form(page).get_by_label("Address")).to_be_focused()
    expect(application_form(page).get_by_label("Name")).to_have_value("  Mail ")
    application_form(page).get_by_label("Address").fill("mail.acme.example")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mail was added.")).to_be_visible()
    expect(page.get_by_role("link", name="https://mail.acme.example")).to_be_visible()

    page.get_by_role("link", name="Edit Mail").click()
    page.get_by_label("Letter").fill("@")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The changes to Mail were saved.")).to_be_visible()

    uwe = new_console(house).sign_in(UWE).page
    expect(tiles(uwe)).to_contain_text(["@"])
    expect(uwe.get_by_role("link", name="Mail")).to_have_attribute("href", "https://mail.acme.example")


def test_their_order_is_changed_by_keyboard(console, house):
    set_up(house, "Mail", "Calendar", "Wiki")
    page = console.enter(ANNA).page
    console.users("Acme")
    open_applications(console)
    expect(page.get_by_role("button", name="Move Mail up")).to_be_disabled()
    expect(page.get_by_role("button", name="Move Wiki down")).to_be_disabled()
    page.get_by_role("button", name="Move Wiki up").focus()

    page.keyboard.press("Enter")
    expect(page.get_by_text("Wiki moved up: it is number 2 of 3 now.")).to_be_visible()
    expect(page.get_by_role("button", name="Move Wiki up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("it is number 1 of 3 now.")).to_be_visible()
    assert order(page) == ["Wiki", "Mail", "Calendar"]
    # Its way up has ended: the way back has the focus.
    expect(page.get_by_role("button", name="Move Wiki down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Wiki moved down: it is number 2 of 3 now.")).to_be_visible()
    assert order(page) == ["Mail", "Wiki", "Calendar"]


def test_what_was_deleted_comes_back_to_its_place(console, house):
    set_up(house, "Mail", "Calendar", "Wiki")
    page = console.enter(ANNA).page
    console.users("Acme")
    open_applications(console)
    page.get_by_role("link", name="Edit Calendar").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Calendar was deleted.")).to_be_visible()
    assert order(page) == ["Mail", "Wiki"]

    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("Calendar was added.")).to_be_visible()
    assert order(page) == ["Mail", "Calendar", "Wiki"]


def test_the_partner_sets_up_some_for_all_its_accounts(console, house, new_console):
    page = console.enter(PAULA).page
    console.users("Northwind")
    open_applications(console)
    expect(page.get_by_text("and of every account it looks after")).to_be_visible()
    page.get_by_role("link", name="Add Application").click()
    page.get_by_label("Name").fill("Help Desk")
    page.get_by_label("Address").fill("https://help.northwind.example")
    application_form(page).get_by_role("button", name="Add Application").click()
    expect(page.get_by_text("Help Desk was added.")).to_be_visible()

    anna = new_console(house).enter(ANNA)
    anna.users("Acme")
    open_applications(anna)
    expect(anna.page.get_by_role("heading", name="From your partner")).to_be_visible()
    expect(anna.page.get_by_text("Help Desk")).to_be_visible()
    expect(anna.page.get_by_role("link", name="Edit Help Desk")).to_have_count(0)
    anna.page.get_by_role("button", name="Signed in as").click()
    anna.page.get_by_role("link", name="Your applications").click()
    expect(tiles(anna.page)).to_contain_text(["Help Desk"])


def test_they_are_set_up_without_script_and_on_a_phone(new_console, house):
    set_up(house, "Mail", "Calendar")
    console = new_console(house, java_script_enabled=False, viewport={"width": 380, "height": 800}).enter(ANNA)
    page = console.page
    console.open(f"/accounts/{house.account('Acme')}/applications")
    page.get_by_role("button", name="Move Calendar up").click()
    assert order(page) == ["Calendar", "Mail"]
    page.get_by_role("link", name="Add Application").click()
    page.get_by_label("Name").fill("Wiki")
    page.get_by_label("Address").fill("http://wiki")
    application_form(page).get_by_role("button", name="Add Application").click()
    assert order(page) == ["Calendar", "Mail", "Wiki"]


@pytest.mark.parametrize("kind", ODD)
def test_a_hostile_name_is_shown_as_text(console, house, new_console, kind):
    name = ODD[kind]
    anna = Client(house, ANNA)
    anna.post(f"{anna.base('Acme')}/applications", {"name": name, "letter": "<", "address": "https://a.example/?q='\"><b>x</b>"})
    console.enter(ANNA).open(f"/accounts/{house.account('Acme')}/applications")
    uwe = new_console(house).sign_in(UWE)

    for page in (console.page, uwe.page):
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
        assert [bare(text) for text in page.get_by_role("main").locator("li strong").all_inner_texts()] == [bare(name)]
        assert page.evaluate("window.broken === undefined && document.querySelector('main b, main img[src=x]') === null")
