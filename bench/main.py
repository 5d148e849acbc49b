"""Sets the import, its Preview, the Users page and the memory beside Django, calamine, sqlite3 and a bare UPDATE."""
import argparse
import contextlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figures.machine import described
from figures.table import printed
from peers.environments import BENCH
from stage.houses import Houses
from works import checking, editing, importing, users_page, windows

WORKS = {"import": importing, "check": checking, "edit": editing, "window": windows, "users": users_page}


class Bench:
    """What every piece of work needs: two numbers of rows, how often, servers, and a folder on the same disk."""

    nowhere = subprocess.DEVNULL

    def __init__(self, folder, rows, rounds):
        self.folder = folder
        self.sizes = (rows // 10, rows)
        self.rounds = rounds
        self.houses = Houses(folder)

    def say(self, text):
        print(f"… {text}", file=sys.stderr, flush=True)


def main():
    options = arguments()
    with working_folder() as folder:
        machine = described("calamine", "django")
        bench = Bench(folder, options.rows, options.rounds)
        goals = [goal for name in options.only or WORKS for goal in WORKS[name].goals(bench)]
    print(f"{machine}\n{options.rounds} rounds, both sides in turn.\n")
    print(printed(goals, options.markdown))


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench main", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each side works, in turn (5)")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the large file; the small one has a tenth")
    parser.add_argument("--only", action="append", choices=WORKS, help="only this work; may be said again")
    parser.add_argument("--markdown", action="store_true", help="the table for docs/performance.md")
    return parser.parse_args()


@contextlib.contextmanager
def working_folder():
    """A folder beside the build, not in /tmp, which may be memory."""
    BENCH.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=BENCH))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
