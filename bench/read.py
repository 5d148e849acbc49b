"""Times our library of spreadsheets beside calamine, fastexcel, pyarrow, polars, libxlsxwriter, and inflating alone."""
import argparse
import sys

from figures.machine import described
from figures.table import printed
from peers.environments import BENCH
from works.alone import ALONE
from works.reading import READINGS

NOTE = """Each reading is the first of a fresh process, timed within it; starting it and loading the library don't count. Ours
is `Sheets` to five columns of text. `calamine_parse` opens and parses, without Python's objects; fastexcel reads to Arrow.
One thread is `taskset` to one processor, the others' settings of threads too; with two, ours inflates ahead of scanning and
calamine has the one it uses. `inflate` is ISA-L and CRC-32 of the same parts alone. pyarrow and polars read to columns of
strings; an encoding that isn't UTF-8 they are told, and decode it by their own option. Ours finds it out. A ratio is ours to
theirs: 1/12 is twelve times as fast."""
WORKS = {**{one.name: one.measure for one in READINGS}, **ALONE}


def main():
    options = arguments()
    BENCH.mkdir(exist_ok=True)
    print(f"{described('calamine', 'fastexcel', 'polars')}\n{options.rounds} rounds, all sides in turn.\n{NOTE}\n", flush=True)
    print(printed([goal for name in options.works for goal in WORKS[name](options.rounds, tell)], options.markdown))


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench read", description=__doc__)
    parser.add_argument("works", nargs="*", metavar="WORK", help=f"all, or some of: {', '.join(WORKS)}")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side works, in turn (5)")
    parser.add_argument("--markdown", action="store_true", help="the table for docs/performance.md")
    options = parser.parse_args()
    unknown = [name for name in options.works if name not in WORKS]
    if unknown:
        parser.error(f"there is no work named {', '.join(unknown)}; there are {', '.join(WORKS)}")
    options.works = options.works or list(WORKS)
    return options


def tell(what):
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
