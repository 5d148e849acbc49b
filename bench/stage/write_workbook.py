"""Copies a CSV file into a workbook, every cell a text:  write_workbook.py FROM.csv TO.xlsx"""
import csv
import sys

import xlsxwriter

source, target = sys.argv[1:]
book = xlsxwriter.Workbook(target, {"strings_to_numbers": False, "strings_to_urls": False})
sheet = book.add_worksheet("Users")
with open(source, newline="", encoding="utf-8") as file:
    for number, row in enumerate(csv.reader(file)):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text)
book.close()
