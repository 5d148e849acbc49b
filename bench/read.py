"""Times our reader of spreadsheets and its memory beside calamine, fastexcel, openpyxl, pandas, pyarrow and csv."""
import argparse
import statistics
import sys

from figures.goals import shown, times
from figures.machine import described
from figures.process import Effort, whole_run
from figures.table import as_table
from house import ROLLBOOK
from peers.environments import BENCH
from peers.readers import TEXTS, WORKBOOKS, read_with
from stage.files import files

TITLES = ("file", "read by", "ms", "range of the rounds", "to ours", "CPU ms", "MiB")
OURS, READING = "rollbook read", "the same, less its start"
NOTE = """rollbook read: the whole process, records written as CSV to nowhere; its start: the same with one row. The others:
in process, without the time of starting Python and importing the library, and the memory over that."""


def main():
    options = arguments()
    BENCH.mkdir(exist_ok=True)
    print(f"{described('calamine', 'fastexcel', 'openpyxl', 'pandas')}\n{NOTE}\n", flush=True)
    rows = [row for count in (options.rows // 10, options.rows) for file in (files(count).xlsx, files(count).csv)
            for row in measured(file, count, options)]  # fmt: skip
    print(as_table(TITLES, rows, options.markdown))


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench read", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads, in turn (5)")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the large files; the small have a tenth")
    parser.add_argument("--only", action="append", choices=sorted({*TEXTS, *WORKBOOKS}), help="beside this one only")
    parser.add_argument("--markdown", action="store_true", help="the table for docs/performance.md")
    return parser.parse_args()


def measured(file, count, options):
    """A line for each reader of one file, ours first."""
    others = [name for name in (TEXTS if file.suffix == ".csv" else WORKBOOKS) if name in (options.only or [name])]
    took = {name: [] for name in (OURS, READING, *others)}
    tiny = BENCH / "files/tiny.csv"
    tiny.write_text("NAME,EMAIL\n")
    for number in range(options.rounds):
        print(f"… {file.parent.name}/{file.name}, round {number + 1}", file=sys.stderr, flush=True)
        start, whole = ours(tiny), ours(file)
        took[OURS].append(whole)
        took[READING].append(Effort(whole.wall - start.wall, whole.cpu - start.cpu, whole.memory - start.memory))
        for name in others:
            took[name].append(read_with(name, file, count))
    return [line(f"{count:,} {file.suffix}", name, took) for name in took]


def ours(file):
    effort, status = whole_run([ROLLBOOK, "read", file])
    assert status == 0, f"rollbook read {file} left with status {status}"
    return effort


def line(title, name, took):
    def median(who, of):
        return statistics.median(getattr(one, of) for one in took[who])

    walls = [one.wall * 1000 for one in took[name]]
    spread = f"{shown(min(walls))} – {shown(max(walls))}"
    share = times(median(name, "wall") / median(OURS, "wall"))
    memory = f"{median(name, 'memory'):.0f}"
    return title, name, shown(statistics.median(walls)), spread, share, shown(median(name, "cpu") * 1000), memory


if __name__ == "__main__":
    main()
