"""Reads a spreadsheet's texts with one library and prints what it took as JSON:  read_one.py LIBRARY FILE [ENCODING]

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


def fastexcel():
    import fastexcel
    import pyarrow  # noqa: F401

    def read(path):
        sheet = fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string", eager=True)
        return sheet.num_rows

    return read


def pyarrow_csv():
    import pyarrow
    from pyarrow import csv

    def read(path, encoding):
        texts = {f"f{column}": pyarrow.string() for column in range(5)}
        heads = csv.ReadOptions(autogenerate_column_names=True, encoding=encoding)
        return csv.read_csv(path, heads, convert_options=csv.ConvertOptions(column_types=texts)).num_rows

    return read


def polars_csv():
    import polars

    def read(path, encoding):
        return polars.read_csv(path, has_header=False, infer_schema=False, encoding=encoding).height

    return read


def peak():
    """MiB at most until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    library, path, *more = sys.argv[1:]
    read = globals()[library]()
    before, busy, began = peak(), time.process_time(), time.perf_counter()
    rows = read(path, *more)
    took = {"wall": time.perf_counter() - began, "cpu": time.process_time() - busy}
    print(json.dumps({**took, "rows": rows, "memory": peak() - before}))
