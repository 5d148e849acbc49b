"""Copies a CSV file into a workbook, every cell a text:  write_workbook.py FROM.csv TO.xlsx [inline]"""
import csv
import sys

import xlsxwriter

source, target = sys.argv[1:3]
is_inline = sys.argv[3:] == ["inline"]
book = xlsxwriter.Workbook(target, {"strings_to_numbers": False, "strings_to_urls": False, "constant_memory": is_inline})
sheet = book.add_worksheet("Users")
with open(source, newline="", encoding="utf-8") as file:
    for number, row in enumerate(csv.reader(file)):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text)
book.close()
