"""Spreadsheets for the tests, as people make them."""
import csv
import io

from openpyxl import Workbook

HEADINGS = ("FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE")


def row(first="", last="", name="", email="", role=""):
    return (first, last, name, email, role)


def clean(count, domain="example.org"):
    """`count` users without an error."""
    return [row(f"First{n}", f"Last{n}", email=f"user{n}@{domain}", role="User") for n in range(1, count + 1)]


def with_errors(count, faulty, domain="example.org"):
    """`count` users; in the last `faulty` of them the address has no @."""
    rows = clean(count, domain)
    return [
        (*line[:3], line[3].replace("@", ".") if at >= count - faulty else line[3], line[4])
        for at, line in enumerate(rows)
    ]


def as_csv(rows, headings=HEADINGS, delimiter=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([headings, *rows])
    return text.getvalue().encode(encoding)


def as_xlsx(rows, headings=HEADINGS):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Users")
    for line in (headings, *rows):
        sheet.append([cell or None for cell in line])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


# Four rows; row 3 has no @, row 5 has no name.
MIXED = (
    row("Ana", "Silva", email="ana@example.org", role="User"),
    row("Bo", "Ek", email="bo.example.org", role="User"),
    row("", "", "Cy Dee", "cy@example.org", "Account Admin"),
    row(email="dee@example.org"),
)
