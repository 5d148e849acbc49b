"""On which machine, of which day, with which versions a figure was measured."""
import datetime
import os
import platform
import subprocess
from pathlib import Path

from peers.environments import BENCH, PINS


def described(*peers):
    """Sentences for the head of a table; of the peers only those that were measured."""
    now = datetime.datetime.now(datetime.UTC)
    versions = [f"sqlite3 {said('sqlite3', '--version').split()[0]}", f"Python {platform.python_version()}"]
    versions += dict.fromkeys(pin.replace("==", " ") for peer in peers for pin in PINS[peer])
    return "\n".join([
        f"{now:%d %B %Y, %H:%M} UTC. {os.cpu_count()} cores of {model()}, {memory():.0f} GiB, {filesystem()}, "
        f"Linux {platform.release()}; load before the run {os.getloadavg()[0]:.1f}.",
        f"Rollbook {said('git', 'describe', '--always', '--dirty')}, {swift()}; {', '.join(versions)}.",
    ])  # fmt: skip


def model():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def filesystem():
    return said("df", "--output=fstype", BENCH).split()[-1]


def swift():
    return said("swift", "--version").splitlines()[0].split(" (")[0]


def said(*command):
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent)
    return run.stdout.strip() if run.returncode == 0 else "unknown"
