"""No damage to a spreadsheet crashes the reader, stops it, takes its memory, or shortens a list in silence.

Every sample is cut off at each 97th byte (a large one at a hundred places), and one bit is changed at forty-eight
places; those of other projects at a few only, unless --all is given. A workbook has checksums: what is read of a damaged one equals what is read of the whole, or it is refused. A
text has none, so there only the reader's manners are looked at.
"""
import multiprocessing
import os
import random
import resource
import subprocess
import time

from rollbook import ROLLBOOK
from samples import OWN, samples

STEP, LARGE, CUTS, FLIPS = 97, 128 << 10, 100, 48
FEW = 8
SECONDS, MEBIBYTES = 2, 64
REFUSED = 2
QUIET = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}


def damaged(file, few=False):
    """The damaged copies of a file, each with what was done to it."""
    whole, chance = file.read_bytes(), random.Random(file.name)
    step = max(STEP, len(whole) // FEW) if few else STEP if len(whole) < LARGE else len(whole) // CUTS
    for length in range(step, len(whole), step):
        yield f"{file.name} cut at {length}", whole[:length]
    for place in sorted(chance.sample(range(len(whole)), min(FEW if few else FLIPS, len(whole)))):
        bit = 1 << chance.randrange(8)
        yield f"{file.name} with {place} ^ {bit}", whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1:]


def read(path):
    """The exit status, what was printed, and the seconds that it took."""
    began = time.perf_counter()
    run = subprocess.run([ROLLBOOK, "read", path], capture_output=True, timeout=30, env=QUIET)
    return run.returncode, run.stdout, time.perf_counter() - began


def campaign(task):
    """What goes wrong with the damaged copies of one file, how many there were, and the memory of the largest read."""
    file, few, folder = task
    copy = folder / f"{os.getpid()}-{file.name}"
    expected = read(file)
    has_checksums = file.read_bytes()[:2] == b"PK"
    count, wrong = 0, []
    for what, content in damaged(file, few):
        copy.write_bytes(content)
        status, printed, seconds = read(copy)
        count += 1
        if status not in (0, REFUSED):
            wrong.append(f"{what}: status {status}")
        if seconds > SECONDS:
            wrong.append(f"{what}: {seconds:.1f} s")
        if has_checksums and status == 0 == expected[0] and printed != expected[1]:
            wrong.append(f"{what}: other rows than the whole file has")
    copy.unlink(missing_ok=True)
    return count, wrong, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def memory_of_one_row(folder):
    """KiB that a process takes which reads hardly anything."""
    tiny = folder / "tiny.csv"
    tiny.write_text("NAME,EMAIL\n")
    return multiprocessing.Pool(1).apply(campaign, [(tiny, True, folder)])[2]


def test_damage_is_refused_or_changes_nothing(request, tmp_path):
    is_whole = request.config.getoption("--all")
    tasks = [(file, file.parent != OWN and not is_whole, tmp_path) for file in samples()]
    with multiprocessing.Pool(2) as pool:
        outcomes = pool.map(campaign, tasks, chunksize=1)

    counts, wrong, memory = zip(*outcomes)
    more = (max(memory) - memory_of_one_row(tmp_path)) / 1024
    print(f"\n{sum(counts):,} damaged copies of {len(counts)} spreadsheets, at most {more:.0f} MiB over a file of one row")
    assert sum(counts) >= 5_000
    assert not (problems := sum(wrong, [])), "\n".join(problems)
    assert more <= MEBIBYTES
