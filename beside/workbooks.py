"""Workbooks of random cells, by three writers: XlsxWriter, openpyxl, and libxlsxwriter, the C library."""
import ctypes
import ctypes.util
import datetime
import random
from dataclasses import dataclass
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

NAMES = ("Ana", "García", "Zoë Müller", "Łukasz", "花子", "محمد", "O'Neill", "a & b <c>", "👩‍👩‍👧", "e\u0301", "Ñandú", "İpek")
ODD = (" blank ", "two\nlines", "two\r\nlines", "tab\there", "=1+1", "007", "TRUE", "_x0041_", "_x000D_", "a_b_c", "x" * 5_000, "\u202eAna",
       "#N/A", "1e5", "'quoted'", "]]>", "&amp;")  # fmt: skip
FORMATS = {"date": "yyyy-mm-dd", "datetime": "dd/mm/yyyy hh:mm:ss", "time": "hh:mm:ss", "elapsed": "[h]:mm:ss"}
ERRORS = ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!")
DAY_ZERO = datetime.datetime(1899, 12, 30)


@dataclass(frozen=True)
class Cell:
    """What is written into a cell: a kind, and its value. Dates are day numbers."""

    kind: str
    value: Any = None


def random_cell(chance):
    kind = chance.choices(
        ("text", "odd", "rich", "whole", "number", "percent", "bool", "error", "formula", *FORMATS, "nothing", "styled"),
        (8, 3, 1, 3, 3, 1, 2, 1, 2, 2, 2, 1, 1, 3, 1),
    )[0]
    return Cell(kind, random_value(kind, chance))


def random_value(kind, chance):
    match kind:
        case "text" | "rich":
            return " ".join(chance.sample(NAMES, chance.randint(1, 3)))
        case "odd":
            return chance.choice(ODD)
        case "whole":
            return chance.choice((0, 1, -1, 7, 4912345678, -15, 10**14, 10**15 + 1, 123456789012345678))
        case "number":
            return chance.choice((0.1, -2.5, 1 / 3, 1e-7, 1.5e-12, 1e21, 6.02e23, 1234.5, chance.uniform(-1e6, 1e6)))
        case "percent":
            return chance.choice((0.5, 0.07, 1))
        case "bool":
            return chance.random() < 0.5
        case "error":
            return chance.choice(ERRORS)
        case "formula":
            return chance.choice((3, 0.25, "text", "a & b"))
        case "date":
            return chance.choice((61, 36526, 45351, 45352, chance.randint(61, 60_000), 2958465))
        case "datetime":
            return chance.randint(61, 60_000) + chance.randint(1, 86_399) / 86_400
        case "time":
            return chance.randint(1, 86_399) / 86_400
        case "elapsed":
            return chance.randint(1, 400_000) / 86_400


def random_table(seed):
    """Rows of cells, some of them empty."""
    chance = random.Random(seed)
    columns = chance.randint(1, 7)
    return [[random_cell(chance) for _ in range(columns)] if chance.random() > 0.1 else []
            for _ in range(chance.randint(1, 15))]  # fmt: skip


def write_with_xlsxwriter(table, path, seed):
    book = xlsxwriter.Workbook(path, {"constant_memory": seed % 2 == 0, "in_memory": True})
    formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    percent, bold = book.add_format({"num_format": "0.0%"}), book.add_format({"bold": True})
    sheet = book.add_worksheet("Users")
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            match cell.kind:
                case "text" | "odd":
                    sheet.write_string(row, column, cell.value)
                case "rich":
                    sheet.write_rich_string(row, column, bold, cell.value, " and more")
                case "whole" | "number":
                    sheet.write_number(row, column, cell.value)
                case "percent":
                    sheet.write_number(row, column, cell.value, percent)
                case "bool":
                    sheet.write_boolean(row, column, cell.value)
                case "error" | "formula":
                    sheet.write_formula(row, column, "=A1", None, cell.value)
                case "styled":
                    sheet.write_blank(row, column, None, bold)
                case kind if kind in FORMATS:
                    sheet.write_number(row, column, cell.value, formats[kind])
    book.close()


def write_with_openpyxl(table, path, seed):
    book = openpyxl.Workbook()
    sheet = book.active
    for row, cells in enumerate(table, start=1):
        for column, cell in enumerate(cells, start=1):
            if cell.kind == "nothing":
                continue
            target = sheet.cell(row, column)
            if cell.kind in FORMATS:
                target.value, target.number_format = cell.value, FORMATS[cell.kind]
            elif cell.kind == "percent":
                target.value, target.number_format = cell.value, "0%"
            elif cell.kind == "rich":
                target.value = CellRichText(TextBlock(InlineFont(b=True), cell.value), " and more")
            elif cell.kind == "styled":
                target.font = openpyxl.styles.Font(bold=True)
            elif cell.kind == "formula":
                target.value = cell.value  # openpyxl keeps no value beside a formula
            else:
                target.value = cell.value
                if cell.kind in ("text", "odd"):
                    target.data_type = "s"
    book.save(path)


class CWriter:
    """The few functions of libxlsxwriter that the tests need."""

    def __init__(self):
        self.lib = ctypes.CDLL("libxlsxwriter.so.4")
        for name in ("workbook_new", "workbook_add_worksheet", "workbook_add_format"):
            getattr(self.lib, name).restype = ctypes.c_void_p

    def write(self, table, path):
        call, pointer = self.lib, ctypes.c_void_p
        book = pointer(call.workbook_new(str(path).encode()))
        sheet = pointer(call.workbook_add_worksheet(book, b"Users"))
        formats = {}
        for kind, code in {**FORMATS, "percent": "0%"}.items():
            formats[kind] = pointer(call.workbook_add_format(book))
            call.format_set_num_format(formats[kind], code.encode())
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                self.write_cell(sheet, row, column, cell, formats.get(cell.kind))
        assert call.workbook_close(book) == 0

    def write_cell(self, sheet, row, column, cell, style):
        call, place = self.lib, (sheet, ctypes.c_uint32(row), ctypes.c_uint16(column))
        if cell.kind in ("text", "odd", "rich"):
            call.worksheet_write_string(*place, cell.value.encode(), None)
        elif cell.kind == "bool":
            call.worksheet_write_boolean(*place, int(cell.value), None)
        elif cell.kind in ("formula", "error"):
            call.worksheet_write_formula_str(*place, b"=A1", None, str(cell.value).encode())
        elif cell.kind not in ("nothing", "styled"):
            call.worksheet_write_number(*place, ctypes.c_double(cell.value), style)


WRITERS = {
    "XlsxWriter": write_with_xlsxwriter,
    "openpyxl": write_with_openpyxl,
    "libxlsxwriter": lambda table, path, seed: CWriter().write(table, path),
}
