"""Libraries that read spreadsheets, each in its own environment and a process of its own."""
import json
import subprocess
from pathlib import Path

from figures.process import Effort
from peers.environments import environment
from peers.ourselves import pinned

READ_ONE = Path(__file__).parent / "read_one.py"
# Each library's environment.
HOMES = {"calamine": "calamine", "calamine_parse": "calamine", "fastexcel": "fastexcel", "pyarrow_csv": "fastexcel",
         "polars_csv": "polars"}  # fmt: skip


def read_with(library, file, rows, *more, processor=None):
    """What reading took, with the memory over that of the library itself. `more`: the encoding of a text."""
    command = [*pinned(processor), environment(HOMES[library]), READ_ONE, library, file, *more]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    took = json.loads(run.stdout)
    assert took["rows"] in (None, rows + 1), f"{library} read {took['rows']} rows of {file}"
    return Effort(took["wall"], took["cpu"], took["memory"])
