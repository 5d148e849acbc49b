"""The Preview as a person uses it: rows by their number in the spreadsheet, fields by their heading."""
import re

from playwright.sync_api import expect

from sheets import HEADINGS

COLUMNS = ("ROW", "STATUS", *HEADINGS)


def control(place, name):
    """A button, or a link that looks like one."""
    return place.get_by_role("button", name=name).or_(place.get_by_role("link", name=name))


class Preview:
    def __init__(self, page, timeout=30_000):
        self.page = page
        self.grid = page.get_by_role("grid")
        self.title = page.get_by_role("heading", name="Preview", exact=True)
        expect(self.title).to_be_visible(timeout=timeout)
        expect(self.grid).to_be_visible()

    # -- rows
    def row(self, number):
        return PreviewRow(self, number)

    @property
    def count(self):
        """How many rows the grid says it has, its heading row apart."""
        return int(self.grid.get_attribute("aria-rowcount")) - 1

    @property
    def headings(self):
        return [text.strip() for text in self.grid.get_by_role("columnheader").all_inner_texts()]

    def shown(self):
        """The rows in the document, once all of them are there: a list of tuples by COLUMNS."""
        expect(self.grid.get_by_role("rowheader").filter(has_text=re.compile(r"^\s*$"))).to_have_count(0)
        rows = self.grid.get_by_role("row").filter(has=self.page.get_by_role("rowheader"))
        return [
            (line.get_by_role("rowheader").inner_text().strip(), *line.get_by_role("gridcell").all_inner_texts())
            for line in rows.all()
        ]

    def expect_count(self, count):
        expect(self.grid).to_have_attribute("aria-rowcount", str(count + 1))

    # -- what stands over and under the grid
    @property
    def no_errors(self):
        return self.page.get_by_role("heading", name="No errors found")

    def expect_faulty(self, count):
        """The number of faulty rows at the top, or No errors found exactly when there is none."""
        if count == 0:
            expect(self.no_errors).to_be_visible()
            expect(self.page.get_by_role("heading", name=re.compile("have errors|has errors"))).to_have_count(0)
        else:
            words = "1 user has errors" if count == 1 else f"{count:,} users have errors"
            expect(self.page.get_by_role("heading", name=words)).to_be_visible()
            expect(self.no_errors).to_have_count(0)

    def expect_counts(self, rows, faulty):
        """Everything on the screen that counts says the same."""
        self.expect_faulty(faulty)
        self.expect_count(rows)
        expect(self.filter("All")).to_have_accessible_name(re.compile(rf"^All\W*{rows:,}$"))
        if faulty:
            expect(self.filter("Errors")).to_have_accessible_name(re.compile(rf"^Errors\W*{faulty:,}$"))
        ready = rows - faulty
        words = "Upload" if ready == 0 else f"Upload {ready:,} user" + ("" if ready == 1 else "s")
        expect(self.upload_button).to_have_accessible_name(words)

    def filter(self, name):
        return self.page.get_by_role("button", name=re.compile(rf"^{name}\W*[\d,]+$"))

    @property
    def upload_button(self):
        return self.page.get_by_role("button", name=re.compile(r"^Upload( [\d,]+ users?)?$"))

    @property
    def add_row_button(self):
        return self.page.get_by_role("button", name="Add Row", exact=True)

    # -- deeds
    def next_problem(self):
        """Scrolls to the next faulty row."""
        self.page.get_by_role("button", name="Next problem").click()

    def upload(self):
        self.upload_button.click()

    def expect_all_added(self, count, account):
        words = f"{count:,} user{'' if count == 1 else 's'} added to {account}"
        expect(self.page.get_by_role("heading", name=words)).to_be_visible(timeout=60_000)

    def expect_partly_added(self, added, left):
        words = f"{added:,} added, {left:,} {'remains' if left == 1 else 'remain'}"
        expect(self.page.get_by_role("heading", name=words)).to_be_visible(timeout=60_000)

    def cancel(self):
        self.page.get_by_role("button", name="Cancel", exact=True).click()
        expect(self.title).to_be_hidden()

    def close(self):
        self.page.get_by_role("button", name="Close", exact=True).click()
        expect(self.title).to_be_hidden()


class PreviewRow:
    """A row of the Preview by its number in the spreadsheet (the first user is row 2)."""

    def __init__(self, preview, number):
        self.preview = preview
        self.page = preview.page
        self.number = number
        header = self.page.get_by_role("rowheader", name=str(number), exact=True)
        self.line = preview.grid.get_by_role("row").filter(has=header)

    def cell(self, column):
        if column == "ROW":
            return self.line.get_by_role("rowheader")
        return self.line.get_by_role("gridcell").nth(COLUMNS.index(column) - 1)

    def text(self, column):
        return self.cell(column).inner_text().strip()

    @property
    def status(self):
        return self.cell("STATUS")

    def expect_status(self, words):
        expect(self.status).to_contain_text(words)

    def expect_clean(self):
        expect(self.status).to_contain_text(re.compile("^(Ready|Fixed)$"))
        expect(self.line.locator("[aria-invalid=true]")).to_have_count(0)

    def expect_invalid(self, column):
        expect(self.cell(column)).to_have_attribute("aria-invalid", "true")

    def edit(self, column, value):
        """Clicks the field, types over it, and presses Enter."""
        self.cell(column).click()
        editor = self.editor(column)
        editor.fill(value)
        editor.press("Enter")

    def editor(self, column):
        return self.page.get_by_role("textbox", name=f"{column}, row {self.number}")

    def choose_role(self, role):
        """Presses the field with the down-arrow and picks from the list."""
        self.cell("ROLE").click()
        self.page.get_by_role("listbox").get_by_role("option", name=re.compile(rf"^{role}")).click()

    def delete(self):
        self.page.get_by_label(f"Delete row {self.number}", exact=True).click()
        expect(self.line).to_have_count(0)
