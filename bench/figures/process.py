"""What the kernel counts of a process."""
import math
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class Process:
    """One that is running."""

    def __init__(self, pid):
        self.files = Path(f"/proc/{pid}")
        # The clock of the CPU time of another process, as clock_getcpuclockid(3) makes it.
        self.clock = (~pid << 3) | 2

    def cpu(self):
        """Seconds of CPU so far, of all threads."""
        return time.clock_gettime(self.clock)

    def memory(self, line="VmRSS"):
        """MiB now."""
        lines = (self.files / "status").read_text().splitlines()
        return next(int(text.split()[1]) for text in lines if text.startswith(line)) / 1024

    def peak(self):
        """MiB at most since it was asked before."""
        peak = self.memory("VmHWM")
        (self.files / "clear_refs").write_text("5")
        return peak


@dataclass(frozen=True)
class Effort:
    """What a piece of work took: seconds by the clock and of CPU, and the most memory in MiB where it is known."""

    wall: float
    cpu: float
    memory: float = math.nan


def effort(work, process):
    """Does the work once and looks at what it cost the process that serves it."""
    busy, began = process.cpu(), time.perf_counter()
    work()
    return Effort(time.perf_counter() - began, process.cpu() - busy)


def whole_run(command, **options):
    """Runs a program from its start to its end; its exit status is beside what it took."""
    began = time.perf_counter()
    run = subprocess.Popen([os.fspath(part) for part in command], stdout=subprocess.DEVNULL, **options)
    _, status, used = os.wait4(run.pid, 0)
    wall = time.perf_counter() - began
    run.returncode = os.waitstatus_to_exitcode(status)
    return Effort(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024), run.returncode
