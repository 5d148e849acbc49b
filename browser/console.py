"""The console as a person uses it: pages and parts, found by role and label."""
import re

from playwright.sync_api import expect

from preview import Preview, control
from sheets import as_xlsx


class Console:
    """One person's browser window."""

    def __init__(self, page, house):
        self.page = page
        self.house = house

    def open(self, path):
        return self.page.goto(self.house.url + path)

    # -- getting in
    def sign_in(self, person, password=None):
        """By the form, as people do."""
        self.open("/")
        self.page.get_by_label("Email").fill(person.email)
        self.page.get_by_label("Password", exact=True).fill(password or person.password)
        self.page.get_by_role("button", name="Sign in").click()
        return self

    def enter(self, person):
        """Signed in without the form, where the form is not what is tested."""
        reply = self.page.context.request.post(
            self.house.url + "/api/v1/session",
            data={"email": person.email, "password": person.password},
            headers={"Origin": self.house.url},
        )
        assert reply.status == 201, f"{reply.status} {reply.text()}"
        return self

    def sign_out(self):
        button = self.page.get_by_role("button", name="Sign out")
        if not button.is_visible():
            self.page.get_by_role("button", name=re.compile("^(Signed in as|Account of|Your account)")).click()
        button.click()
        expect(self.page.get_by_label("Password", exact=True)).to_be_visible()

    # -- places
    def users_path(self, account):
        return f"/accounts/{self.house.account(account)}/users"

    def users(self, account):
        self.open(self.users_path(account))
        return Users(self)

    def preview_of(self, account, content, name="users.xlsx"):
        """Uploads a spreadsheet (bytes, or rows) in the panel of the account's Users page."""
        return self.users(account).import_users().upload(content, name)


class Users:
    def __init__(self, console):
        self.console = console
        self.page = console.page
        expect(self.page.get_by_role("heading", name="Users", level=1)).to_be_visible()

    def import_users(self):
        control(self.page, "Import Users").first.click()
        return Panel(self.page)

    def line(self, text):
        """The table's line with this name or address."""
        return self.page.get_by_role("row").filter(has_text=text)

    def find(self, text):
        box = self.page.get_by_role("searchbox")
        box.fill(text)
        box.press("Enter")


class Panel:
    """Import Users."""

    def __init__(self, page):
        self.page = page
        self.dialog = page.get_by_role("dialog", name="Import Users")
        expect(self.dialog).to_be_visible()

    @property
    def template(self):
        return self.dialog.get_by_role("link", name=re.compile("spreadsheet template", re.I))

    @property
    def upload_button(self):
        return self.dialog.get_by_role("button", name="Upload", exact=True)

    def choose(self, content, name):
        """Presses Upload and picks a file in the system's chooser."""
        with self.page.expect_file_chooser() as chooser:
            self.upload_button.click()
        kind = "text/csv" if name.endswith(".csv") else "application/octet-stream"
        chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})

    def upload(self, content, name="users.xlsx"):
        self.choose(content if isinstance(content, bytes) else as_xlsx(content), name)
        return Preview(self.page)

    def close(self):
        self.dialog.get_by_role("button", name="Close").click()
        expect(self.dialog).to_be_hidden()
