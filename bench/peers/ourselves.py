"""Our own side: the library without rollbook around it, in a program that times itself (bench/ReadingBench)."""
import functools
import json
import subprocess
from dataclasses import dataclass

from figures.process import Effort
from peers.environments import BENCH

ROOT = BENCH.parent
PROGRAM = ROOT / ".build/release/ReadingBench"


@dataclass(frozen=True)
class Timed:
    """What a run took, what memory came with its work, and how many rows it read, or the code of its refusal."""

    effort: Effort
    more: float
    rows: int | str


@functools.cache
def program():
    """Built as bin/build builds rollbook, so that neither makes the other be built anew."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "ReadingBench", "--static-swift-stdlib"],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return PROGRAM


def timed(work, file, *more, processor=None):
    run = subprocess.run([*pinned(processor), program(), work, file, *more], check=True, capture_output=True, text=True)
    took = json.loads(run.stdout)
    return Timed(Effort(took["wall"], took["cpu"], took["memory"]), took["more"], took["rows"])


def pinned(processor):
    return [] if processor is None else ["taskset", "-c", str(processor)]
