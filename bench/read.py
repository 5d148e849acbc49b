"""Times our reader of spreadsheets beside calamine, fastexcel, pyarrow, csv, and inflating alone."""
import argparse
import functools
import statistics
import sys

from figures.goals import Goal
from figures.machine import described
from figures.process import Effort, whole_run
from figures.table import printed
from house import ROLLBOOK
from peers.environments import BENCH
from peers.readers import read_with
from stage.files import more_files

NOTE = """Ours is the whole process of `rollbook read`, records written as CSV to nowhere, less its start; the small thread that
inflates ahead runs where the machine has room for it, and with `taskset` on one processor it shares that one. The others: in
process, without the time of starting Python and importing the library. `inflate`: ISA-L and CRC-32 of the parts alone.
A ratio is ours to theirs: 1/12 is twelve times as fast."""
# The file, who reads it beside us, the most that ours may take of that, and whether on one processor.
WORKBOOK_GOALS = (
    ("xlsx", "calamine_parse", 1 / 12, True), ("xlsx", "fastexcel", 1 / 8.5, True), ("xlsx", "inflate", 1.8, True),
    ("xlsx", "calamine_parse", 1 / 18, False), ("inline", "calamine_parse", 1 / 9, True),
    ("ods", "calamine_parse", 1 / 8, True),
)  # fmt: skip
TEXT_GOALS = (("utf-8", "pyarrow_csv", 1), ("utf-8", "python_csv", 1 / 10))
MEMORY, GROWTH = 128, 10.5


def main():
    options = arguments()
    BENCH.mkdir(exist_ok=True)
    print(f"{described('calamine', 'fastexcel', 'isal')}\n{NOTE}\n", flush=True)
    small, large = options.rows // 10, options.rows
    goals = [goal for count in (small, large) for goal in beside_others(count, options.rounds)]
    print(printed([*goals, *by_ourselves(small, large, options.rounds)], options.markdown))


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench read", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads, in turn (5)")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the large files; the small have a tenth")
    parser.add_argument("--markdown", action="store_true", help="the table for docs/performance.md")
    return parser.parse_args()


def beside_others(count, rounds):
    """A goal for each kind of file and each peer, both sides in turn."""
    made = more_files(count)
    kinds = {"xlsx": made.xlsx, "inline": made.inline, "ods": made.ods, "utf-8": made.csv}
    plan = [*WORKBOOK_GOALS, *((kind, peer, most, True) for kind, peer, most in TEXT_GOALS)]
    for kind, peer, most, is_alone in plan:
        ours, theirs = [], []
        for number in range(rounds):
            print(f"… {count:,} {kind} beside {peer}, round {number + 1}", file=sys.stderr, flush=True)
            ours.append(read(kinds[kind], is_alone))
            theirs.append(read_with(peer, kinds[kind], count))
        where = "one processor" if is_alone else "all processors"
        yield Goal(f"{count:,} rows, {kind}, {where}", most, "×", f"of {peer}").by_ratio(ours, theirs)


def by_ourselves(small, large, rounds):
    """The memory of the large workbook, and how the time grows with the rows."""
    times, memory = {small: [], large: []}, []
    for _ in range(rounds):
        for count in times:
            effort = read(more_files(count).xlsx, True)
            times[count].append(effort.wall)
            memory.append(effort.memory)
    for encoding in ("utf-16", "cp1252"):
        efforts = [read(more_files(large).text(encoding), True) for _ in range(rounds)]
        walls = [effort.wall * 1000 for effort in efforts]
        yield Goal(f"{large:,} rows, {encoding} text", 1_000, "ms").by_value(walls)
    yield Goal(f"peak memory, {large:,} rows", MEMORY, "MiB").by_most(memory)
    ratios = [one / other for one, other in zip(times[large], times[small], strict=True)]
    more = f"{statistics.median(times[small]) * 1000:.0f} to {statistics.median(times[large]) * 1000:.0f} ms"
    yield Goal(f"time of {large:,} to {small:,} rows", GROWTH, "×").by_value(ratios, more)


def read(file, is_alone):
    """What reading a file takes, without what reading a single row does; the memory is the whole process's."""
    start, whole = start_of(is_alone), run(file, is_alone)
    return Effort(whole.wall - start.wall, whole.cpu - start.cpu, whole.memory)


@functools.cache
def start_of(is_alone):
    """What the process takes for a single row, at the least: what is taken off is never more than there was."""
    tiny = BENCH / "files/tiny.csv"
    tiny.write_text("NAME,EMAIL\n")
    runs = [run(tiny, is_alone) for _ in range(10)]
    return Effort(min(one.wall for one in runs), min(one.cpu for one in runs))


def run(file, is_alone):
    command = [*(["taskset", "-c", "0"] if is_alone else []), ROLLBOOK, "read", file]
    effort, status = whole_run(command)
    assert status == 0, f"rollbook read {file} left with status {status}"
    return effort


if __name__ == "__main__":
    main()
