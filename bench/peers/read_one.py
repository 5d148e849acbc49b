"""Reads a spreadsheet's texts with one library and prints what it took as JSON:  read_one.py LIBRARY FILE

It runs in the library's own environment. The time of importing the library is not counted, nor its memory.
"""
import json
import resource
import sys
import time


def calamine():
    from python_calamine import CalamineWorkbook

    return lambda path: len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


def calamine_parse():
    """Opened and taken apart in Rust, without Python's objects."""
    from python_calamine import CalamineWorkbook

    def read(path):
        CalamineWorkbook.from_path(path).get_sheet_by_index(0)

    return read


def inflate():
    """The floor under every reader: the parts with rows and strings inflated in pieces, and summed; nothing is read."""
    import zipfile

    from isal import isal_zlib

    def read(path):
        archive = zipfile.ZipFile(path)
        with open(path, "rb") as file:
            for part in archive.infolist():
                if not part.filename.endswith(("sheet1.xml", "sharedStrings.xml", "content.xml")):
                    continue
                file.seek(part.header_offset + 26)
                lengths = file.read(4)
                file.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)
                inflated, left, total = isal_zlib.decompressobj(-15), part.compress_size, 0
                while left:
                    packed = file.read(min(64 << 10, left))
                    left -= len(packed)
                    total = isal_zlib.crc32(inflated.decompress(packed), total)
                assert total == part.CRC

    return read


def fastexcel():
    import fastexcel
    import pyarrow  # noqa: F401

    def read(path):
        sheet = fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string", eager=True)
        return sheet.num_rows

    return read


def openpyxl():
    import openpyxl

    def read(path):
        book = openpyxl.load_workbook(path, read_only=True)
        return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))

    return read


def pandas():
    import openpyxl  # noqa: F401
    import pandas

    def read(path):
        whole = pandas.read_csv if path.endswith(".csv") else pandas.read_excel
        return len(whole(path, header=None, dtype=str, na_filter=False))

    return read


def python_csv():
    import csv

    def read(path):
        with open(path, newline="", encoding="utf-8-sig") as file:
            return len(list(csv.reader(file)))

    return read


def pyarrow_csv():
    import pyarrow
    from pyarrow import csv

    def read(path):
        texts = {f"f{column}": pyarrow.string() for column in range(5)}
        heads = csv.ReadOptions(autogenerate_column_names=True)
        return csv.read_csv(path, heads, convert_options=csv.ConvertOptions(column_types=texts)).num_rows

    return read


def peak():
    """MiB at most until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    library, path = sys.argv[1:]
    read = globals()[library]()
    before, busy, began = peak(), time.process_time(), time.perf_counter()
    rows = read(path)
    took = {"wall": time.perf_counter() - began, "cpu": time.process_time() - busy}
    print(json.dumps({**took, "rows": rows, "memory": peak() - before}))
