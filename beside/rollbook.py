"""Asks Rollbook's command line: what it judges of a table, and what it reads out of a spreadsheet."""
import csv
import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROLLBOOK = Path(os.environ.get("ROLLBOOK", ROOT / ".build/release/rollbook"))


def judged(rows, file):
    """What `rollbook check` says of each row, as objects; the file is written with all cells quoted."""
    write_csv(file, rows)
    run = subprocess.run([ROLLBOOK, "check", file, "--format", "json"], capture_output=True, text=True, timeout=60)
    assert run.returncode in (0, 1), run.stderr
    *lines, total = map(json.loads, run.stdout.splitlines())
    assert total["rows"] == len(lines) == len(rows) - 1, total
    return lines


def read(file, *options):
    """The records that `rollbook read` finds in a spreadsheet."""
    run = subprocess.run([ROLLBOOK, "read", file, *options], capture_output=True, timeout=60)
    assert run.returncode == 0, run.stderr.decode()
    return list(csv.reader(run.stdout.decode().splitlines(keepends=True), strict=True))


def template(file):
    subprocess.run([ROLLBOOK, "template", file], check=True, timeout=60)


def write_csv(file, rows):
    with open(file, "w", newline="", encoding="utf-8") as out:
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
