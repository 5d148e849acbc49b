"""The spreadsheets that the benches read, made once and kept in .bench/files."""
import csv
import subprocess
from dataclasses import dataclass
from pathlib import Path

from peers.environments import BENCH, environment
from stage.people import HEADINGS, people

WRITER = Path(__file__).parent / "write_workbook.py"


@dataclass(frozen=True)
class Files:
    """The files of one number of rows."""

    count: int
    folder: Path

    @property
    def csv(self):
        return self.folder / "users.csv"

    @property
    def xlsx(self):
        """The same rows as a workbook with shared strings, as Excel writes them."""
        return self.folder / "users.xlsx"

    @property
    def before(self):
        """The users who are there before the import."""
        return self.folder / "before.csv"


def files(count):
    made = Files(count, BENCH / "files" / str(count))
    if not made.xlsx.exists():
        made.folder.mkdir(parents=True, exist_ok=True)
        world = people(count)
        write_csv(made.csv, world.rows)
        write_csv(made.before, world.before)
        unfinished = made.xlsx.with_suffix(".part")
        subprocess.run([environment("writer"), WRITER, made.csv, unfinished], check=True)
        unfinished.rename(made.xlsx)
    return made


def write_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
