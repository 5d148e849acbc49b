"""A virtual environment for each peer, in .bench/NAME, with the versions that are written here."""
import functools
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent.parent / ".bench"
PINS = {
    "writer": ("XlsxWriter==3.3.1",),
    "calamine": ("python-calamine==0.9.1",),
    "fastexcel": ("fastexcel==0.21.0", "pyarrow==26.0.1"),
    "polars": ("polars==2.1.0",),
    "django": ("Django==5.2.19", "django-import-export==4.4.3", "tablib[xlsx]==3.10.0", "gunicorn==27.0.1"),
}


@functools.cache
def environment(name):
    """The Python of a peer, installed when it is missing or its versions have changed."""
    folder, pins = BENCH / name, "\n".join(PINS[name])
    note = folder / "pins"
    if not note.exists() or note.read_text() != pins:
        print(f"Installing {', '.join(PINS[name])} into {folder}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        install = [folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *PINS[name]], check=True)
        note.write_text(pins)
    return folder / "bin/python"
