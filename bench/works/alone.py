"""What `bin/bench read` measures of our library by itself, and writing beside libxlsxwriter in C."""
import json
import statistics
import subprocess

from figures.goals import Goal
from figures.process import Effort
from peers.environments import BENCH
from peers.ourselves import pinned, timed
from stage.bombs import bombs
from stage.files import files

LARGE, SMALL = 1_000_000, 100_000


def memory(rounds, tell):
    """Of the whole process, with a visitor that keeps nothing; and how the time grows with the rows."""
    times, peaks = {SMALL: [], LARGE: []}, []
    for number in range(rounds):
        tell(f"memory and growth, round {number + 1}")
        for count, taken in times.items():
            run = timed("visit", files(count).xlsx, processor=0)
            taken.append(run.effort.wall)
            peaks.append(run.effort.memory)
    yield Goal("1,000,000 rows to a visitor, peak memory", 128, "MiB").by_most(peaks)
    ratios = [large / small for large, small in zip(times[LARGE], times[SMALL], strict=True)]
    shown = " and ".join(f"{statistics.median(times[count]) * 1000:.0f}" for count in (LARGE, SMALL))
    yield Goal("time of 1,000,000 to 100,000 rows", 10.5, "×").by_value(ratios, f"{shown} ms")


def refusals(rounds, tell):
    """The slowest and the greediest of the bombs; what is read instead of refused is named."""
    for name, file in bombs().items():
        tell(f"bomb {name}")
        runs = [timed("refuse", file, processor=0) for _ in range(rounds)]
        answer = runs[0].rows
        said = f"refused: {answer}" if isinstance(answer, str) else f"NOT refused: {answer:,} rows read"
        yield Goal(f"bomb: {name}, time", 1, "s").by_value([run.effort.wall for run in runs], said)
        yield Goal(f"bomb: {name}, memory", 64, "MiB").by_most([run.more for run in runs])


def writing(rounds, tell):
    program, target = BENCH / "write_rows", BENCH / "written.xlsx"
    source = BENCH.parent / "bench/peers/write_rows.c"
    subprocess.run(["cc", "-O2", "-o", program, source, "-lxlsxwriter"], check=True)
    ours, theirs = [], []
    for number in range(rounds):
        tell(f"writing, round {number + 1}")
        ours.append(timed("write", target, str(SMALL), processor=0).effort)
        run = subprocess.run([*pinned(0), program, target, str(SMALL)], check=True, capture_output=True, text=True)
        theirs.append(Effort(**{part: json.loads(run.stdout)[part] for part in ("wall", "cpu")}))
    target.unlink()
    yield Goal("writing .xlsx, 100,000 rows", 1, "×", "of libxlsxwriter in C").by_ratio(ours, theirs)


ALONE = {"memory": memory, "bombs": refusals, "write": writing}
