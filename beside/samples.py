"""The sample spreadsheets: our own beside the tests of `Sheets`, and those of other projects where they are."""
import os
from pathlib import Path

from rollbook import ROOT

OWN = ROOT / "Tests/SheetsTests/Samples"
OTHERS = Path(os.environ.get("ROLLBOOK_SAMPLES", ROOT.parent / "shared/samples"))
NOTES = {".md", ".tsv"}


def samples():
    """All files that are spreadsheets or pretend to be."""
    others = [file for file in OTHERS.rglob("*") if file.parent.name != "synthetic"] if OTHERS.is_dir() else []
    files = [file for file in (*OWN.iterdir(), *others) if file.is_file()]
    return sorted(file for file in files if file.suffix not in NOTES and not file.name.endswith(".expected.csv"))
