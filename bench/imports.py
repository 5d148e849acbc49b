"""Times an import (file to Preview, edits, windows, commit) and its memory, beside sqlite3's .import of the same users (if it is installed)."""
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

from client import Client
from house import ANNA, Street
from sheets import as_xlsx, with_errors

TABLES = "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('users', 'accounts') AND sql IS NOT NULL"
COLUMNS = ("rows", "Preview s", "commit s", "commit CPU", ".import CPU", "ratio", "window p50", "p99 ms", "edit p50",
           "p99 ms", "MB read", "MB commit")  # fmt: skip


def main():
    print("".join(column.rjust(12) for column in COLUMNS))
    for count in map(int, sys.argv[1:] or (10_000, 100_000)):
        with tempfile.TemporaryDirectory() as folder:
            house = Street(folder).house()
            try:
                figures = measure(house, as_xlsx(with_errors(count, count // 25)))
            finally:
                house.stop()
            reference = import_again(house.database, pathlib.Path(folder))
            figures[3:3] = [reference, figures[2] / reference]
            print(f"{count:12,}" + "".join(f"{figure:12.2f}" for figure in figures), flush=True)


def measure(house, content):
    anna, process = Client(house, ANNA), Process(house.server.pid)
    idle = process.memory()
    process.peak()
    began = time.perf_counter()
    draft = anna.upload("Acme", content, "users.xlsx")
    preview, read = time.perf_counter() - began, process.peak() - idle
    rows = f"{anna.base('Acme')}/drafts/{draft['number']}/rows"
    windows = timed(100, lambda n: anna.get(rows, view=0, offset=draft["counts"]["here"] * n // 101, limit=128))
    edits = timed(100, lambda n: anna.send("PATCH", rows, change(n), {"If-Match": f'"{draft["rev"] + n}"'}))
    process.peak()
    began, busy = time.perf_counter(), process.busy()
    anna.commit("Acme", draft["number"])
    anna.finished("Acme", draft["number"], seconds=600)
    commit, busy = time.perf_counter() - began, process.busy() - busy
    return [preview, commit, busy, *windows, *edits, read, process.peak() - idle]


def change(place):
    operation = {"op": "set", "position": place * 7, "field": "first_name", "value": "Zed"}
    return {"request_id": str(uuid.uuid4()), "view": 0, "ranges": [[0, 127]], "ops": [operation]}


def timed(times, work):
    """Milliseconds: the median, and the slowest but one in a hundred."""
    figures = []
    for number in range(times):
        began = time.perf_counter()
        work(number)
        figures.append(1000 * (time.perf_counter() - began))
    figures.sort()
    return figures[times // 2], figures[times * 99 // 100]


def import_again(database, folder):
    """Seconds of CPU of `sqlite3 .import` for the same users into the same table with the same indexes, durably."""
    if not shutil.which("sqlite3"):
        return float("nan")
    connection = sqlite3.connect(database)
    schema = "\n".join(text for (text,) in connection.execute(TABLES))
    connection.close()
    users, again = folder / "users.csv", folder / "again.db"
    with open(users, "w") as file:
        query = "SELECT * FROM users WHERE draft_no IS NOT NULL"
        subprocess.run(["sqlite3", "-csv", database, query], stdout=file, check=True)
    prepare = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;" + schema
    subprocess.run(["sqlite3", again, prepare], stdout=subprocess.DEVNULL, check=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["sqlite3", again, "PRAGMA synchronous = FULL", ".mode csv", f".import {users} users"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Process:
    """What the kernel counts of a process."""

    def __init__(self, pid):
        self.files = pathlib.Path(f"/proc/{pid}")

    def memory(self, line="VmRSS"):
        """MB now."""
        lines = (self.files / "status").read_text().splitlines()
        return next(int(text.split()[1]) for text in lines if text.startswith(line)) / 1024

    def peak(self):
        """MB at most since it was asked before."""
        peak = self.memory("VmHWM")
        (self.files / "clear_refs").write_text("5")
        return peak

    def busy(self):
        """Seconds of CPU so far."""
        fields = (self.files / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100


if __name__ == "__main__":
    main()
