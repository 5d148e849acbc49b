"""What LibreOffice makes of the template and of a filled copy is read back cell for cell."""
import datetime
import subprocess

import openpyxl
import pytest

from rollbook import read, template

# A row for each thing that a spreadsheet program may change on its way: texts that look like something else,
# directions, line ends, blanks, markup, numbers, dates. LibreOffice itself changes two: in columns that hold texts, as
# the template's, it makes formulas of booleans, and .ods loses tabs.
ROWS = (
    ("Ana", "Silva", "", "ana@example.org", "User"),
    ("José", "O'Neill", "=1+1", "jose@example.org", "Account Admin"),
    ("伟", "王", "伟 王", "wei@例え.jp", "User"),
    ("\u202eAna\u202c", "שלום", "محمد", "rtl@example.org", ""),
    ("Zoë 👩‍👩‍👧", "e\u0301", "<b>bold</b> & \"quoted\"", "zoe@example.org", "user"),
    ("007", "1e5", "TRUE", "'quoted'@example.org", "2024-03-01"),
    (" blank ", "two\nlines", "blank", "blank@example.org", "User"),
    (42, 0.1, 1000, "numbers@example.org", datetime.date(2024, 3, 1)),
    (-1234567.25, 12345678901234, 1e-7, "more@example.org", datetime.datetime(2024, 3, 1, 12, 30, 15)),
)
CSV = "csv:Text - txt - csv (StarCalc):44,34,76"


@pytest.fixture
def convert(soffice, tmp_path):
    """Converts a file by a way such as ("ods", "xlsx"), and answers the last one."""

    def converting(file, *way):
        for number, kind in enumerate(way):
            folder = tmp_path / f"{file.stem}-{number}"
            home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
            command = [soffice, home, "--headless", "--convert-to", kind, "--outdir", folder, file]
            subprocess.run(command, check=True, capture_output=True, timeout=180)
            (file,) = folder.iterdir()
        return file

    return converting


@pytest.fixture
def empty(tmp_path):
    template(tmp_path / "template.xlsx")
    return tmp_path / "template.xlsx"


@pytest.fixture
def filled(empty, tmp_path):
    """The template as somebody filled it in."""
    book = openpyxl.load_workbook(empty)
    sheet = book.worksheets[0]
    for number, row in enumerate(ROWS, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = None if value == "" else value
            if isinstance(value, str) and value:
                cell.data_type = "s"
    book.save(tmp_path / "filled.xlsx")
    return tmp_path / "filled.xlsx"


READ_WAYS = pytest.mark.parametrize("way", [("ods",), ("xlsx", "ods")], ids=" to ".join)
WAYS = pytest.mark.parametrize("way", [("xlsx",), ("ods", "xlsx"), ("ods", "xlsx", "xlsx")], ids=" to ".join)


@WAYS
def test_the_template_keeps_both_sheets(convert, empty, way):
    names = openpyxl.load_workbook(empty).sheetnames

    again = convert(empty, *way)

    assert len(names) == 2 and openpyxl.load_workbook(again).sheetnames == names
    for name in names:
        assert read(again, "--sheet", name) == read(empty, "--sheet", name)


@WAYS
def test_the_template_keeps_its_list_of_roles(convert, empty, way):
    def lists(file):
        validations = openpyxl.load_workbook(file).worksheets[0].data_validations.dataValidation
        return [(validation.type, validation.formula1) for validation in validations]

    assert lists(convert(empty, *way)) == lists(empty)


@READ_WAYS
def test_a_filled_copy_is_read_as_opendocument(convert, filled, way):
    """What it makes of numbers with a date's format, and of texts, is read from .ods as it is from .xlsx."""
    assert read(convert(filled, *way)) == read(convert(filled, *way, "xlsx"))


@WAYS
def test_a_filled_copy_keeps_every_cell(convert, filled, way):
    expected = read(filled)

    assert len(expected) == len(ROWS) + 1
    assert read(convert(filled, *way)) == expected


def test_a_filled_copy_keeps_every_cell_as_text(convert, filled):
    """What LibreOffice writes into a text file is what its cells show: dates and numbers in a form of its own. Each
    line has all columns, where a workbook's row ends with its last cell."""
    def full(rows):
        return [row + [""] * (len(rows[0]) - len(row)) for row in rows]

    expected = full(read(filled))

    again = full(read(convert(filled, CSV)))

    assert again[:-2] == expected[:-2]
    assert [row[3] for row in again] == [row[3] for row in expected]


def test_the_template_as_text_has_its_headings(convert, empty):
    assert read(convert(empty, CSV)) == read(empty)
