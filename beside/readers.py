"""What calamine and openpyxl read of a workbook, as texts by the rules of docs/rules.md."""
import datetime
import re
from decimal import Decimal

import openpyxl
from python_calamine import CalamineWorkbook


def calamine(path):
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[text(value) for value in row] for row in rows]


def openpyxl_(path):
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    return [[text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


READERS = {"calamine": calamine, "openpyxl": openpyxl_}


def text(value):
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return shortest(value)
        case datetime.datetime():
            rounded = value + datetime.timedelta(microseconds=500_000)
            is_date = not (rounded.hour or rounded.minute or rounded.second)
            return rounded.strftime("%Y-%m-%d" if is_date else "%Y-%m-%dT%H:%M:%S")
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return clock((value.hour * 60 + value.minute) * 60 + value.second + value.microsecond / 1e6)
        case datetime.timedelta():
            return clock(value.total_seconds())
        case str() if duration := re.fullmatch(r"PT(\d+)H(\d+)M([\d.]+)S", value):  # as calamine has it from .ods
            return clock(sum(float(number) * unit for number, unit in zip(duration.groups(), (3_600, 60, 1))))
    return str(value)


def clock(seconds):
    seconds = round(seconds)
    return f"{seconds // 3_600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def shortest(value):
    """The fewest digits that give the number again, without an exponent between 1e-7 and 1e21."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    digits = repr(float(value))
    if not 1e-7 <= abs(value) < 1e21:
        mantissa, _, exponent = digits.partition("e")
        return f"{mantissa.removesuffix('.0')}e{exponent.replace('e', '')}" if exponent else digits
    plain = f"{Decimal(digits):f}"
    return plain.removesuffix(".0")
