"""Libraries that read spreadsheets, each in its own environment and a process of its own."""
import json
import subprocess
from pathlib import Path

from figures.process import Effort
from peers.environments import environment

READ_ONE = Path(__file__).parent / "read_one.py"
# Each library's environment.
WORKBOOKS = {"calamine": "calamine", "calamine_parse": "calamine", "inflate": "isal", "fastexcel": "fastexcel", "openpyxl": "openpyxl", "pandas": "pandas"}
TEXTS = {"python_csv": "calamine", "pyarrow_csv": "fastexcel", "pandas": "pandas"}


def read_with(library, file, rows):
    """What reading took, with the memory over that of the library itself."""
    home = (TEXTS if file.suffix not in (".xlsx", ".ods") else WORKBOOKS)[library]
    run = subprocess.run([environment(home), READ_ONE, library, file], check=True, capture_output=True, text=True)
    took = json.loads(run.stdout)
    assert took["rows"] in (None, rows + 1), f"{library} read {took['rows']} rows of {file}"
    return Effort(took["wall"], took["cpu"], took["memory"])
