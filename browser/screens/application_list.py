"""The applications of an account, as users find them and as they are set up."""
from playwright.sync_api import expect

from client import Client
from house import ANNA, PAULA, UWE

LONG = "Enterprise-Resource-Planning-and-Human-Capital-Management-System for everybody"


def set_up(house, *names, account="Acme", person=ANNA):
    """Adds applications, each with an address of its own."""
    caller = Client(house, person)
    for name in names:
        caller.post(f"{caller.base(account)}/applications", {"name": name, "address": f"https://{name.split()[0][:10].lower()}.example.com/start"})


def applications_none_for_me(console):
    console.enter(UWE).open("/")
    expect(console.page.get_by_role("heading", name="Nothing set up yet")).to_be_visible()


def your_applications(console):
    set_up(console.house, "Help Desk", account="Northwind", person=PAULA)
    set_up(console.house, "Mail", "Calendar", LONG, "ウィキ")
    console.enter(UWE).open("/")
    expect(console.page.get_by_role("link", name="Calendar")).to_be_visible()


def applications_none(console):
    console.enter(ANNA).users("Acme")
    open_applications(console)
    expect(console.page.get_by_role("heading", name="Nothing set up yet")).to_be_visible()


def applications(console):
    set_up(console.house, "Help Desk", account="Northwind", person=PAULA)
    set_up(console.house, "Mail", "Calendar", LONG)
    console.enter(ANNA).users("Acme")
    open_applications(console)
    expect(console.page.get_by_role("button", name="Move Calendar up")).to_be_visible()


def application_moved(console):
    applications(console)
    console.page.get_by_role("button", name="Move Calendar up").click()
    expect(console.page.get_by_text("Calendar moved up")).to_be_visible()


def application_deleted(console):
    applications(console)
    console.page.get_by_role("link", name="Edit Calendar").click()
    console.page.get_by_role("button", name="Delete").click()
    expect(console.page.get_by_text("Calendar was deleted.")).to_be_visible()


def add_application(console):
    applications(console)
    console.page.get_by_role("link", name="Add Application").click()
    expect(console.page.get_by_role("dialog", name="Add Application")).to_be_visible()


def edit_application_wrong(console):
    applications(console)
    console.page.get_by_role("link", name="Edit Mail").click()
    console.page.get_by_label("Address").fill("ftp://mail.example.com")
    console.page.get_by_role("button", name="Save").click()
    expect(console.page.get_by_role("alert")).to_contain_text("https://")


def open_applications(console):
    """By the navigation, which a narrow window hides behind its menu."""
    page = console.page
    if not page.get_by_role("navigation", name="Main").is_visible():
        page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Applications").click()
    expect(page.get_by_role("heading", name="Applications", level=1)).to_be_visible()
