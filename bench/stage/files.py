"""The spreadsheets that the benches read, made once and kept in .bench/files."""
import csv
import functools
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from peers.environments import BENCH, environment
from stage.people import HEADINGS, people

SPACE = "urn:oasis:names:tc:opendocument:xmlns"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{SPACE}:office:1.0"
 xmlns:table="{SPACE}:table:1.0" xmlns:text="{SPACE}:text:1.0" office:version="1.3"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet>
<table:table table:name="Users">"""
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{SPACE}:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
WRITER = Path(__file__).parent / "write_workbook.py"


@dataclass(frozen=True)
class Files:
    """The files of one number of rows."""

    count: int
    folder: Path

    @property
    def csv(self):
        return self.folder / "users.csv"

    @property
    def xlsx(self):
        """The same rows as a workbook with shared strings, as Excel writes them."""
        return self.folder / "users.xlsx"

    def of_kind(self, kind):
        """The same rows as another program has them, made when they are wanted: `inline`, `resaved`, `ods`, or the name of an
        encoding of the .csv; what that doesn't have is replaced."""
        if kind == "xlsx":
            return self.xlsx
        name, make = OTHERS.get(kind, (f"users-{kind}.csv", functools.partial(write_text, encoding=kind)))
        path = self.folder / name
        if not path.exists():
            make(self, path)
        return path

    @property
    def before(self):
        """The users who are there before the import."""
        return self.folder / "before.csv"


def files(count):
    made = Files(count, BENCH / "files" / str(count))
    if not made.xlsx.exists():
        made.folder.mkdir(parents=True, exist_ok=True)
        world = people(count)
        write_csv(made.csv, world.rows)
        write_csv(made.before, world.before)
        unfinished = made.xlsx.with_suffix(".part")
        subprocess.run([environment("writer"), WRITER, made.csv, unfinished], check=True)
        unfinished.rename(made.xlsx)
    return made


def write_inline(source, target):
    subprocess.run([environment("writer"), WRITER, source.csv, target, "inline"], check=True)


def write_resaved(source, target):
    """Opened and saved again by LibreOffice."""
    with tempfile.TemporaryDirectory() as home:
        convert = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "xlsx", "--outdir", home]
        subprocess.run([*convert, source.xlsx], check=True, stdout=subprocess.DEVNULL, timeout=600)
        shutil.move(Path(home) / source.xlsx.name, target)


def write_text(source, target, encoding):
    target.write_bytes(source.csv.read_text(encoding="utf-8").encode(encoding, errors="replace"))


def write_ods(source, target):
    """As LibreOffice writes it."""
    cell = '<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>%s</text:p></table:table-cell>'
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        with archive.open("content.xml", "w") as content, open(source.csv, newline="", encoding="utf-8") as file:
            content.write(HEAD.encode())
            for row in csv.reader(file):
                cells = "".join(cell % escape(text) if text else "<table:table-cell/>" for text in row)
                content.write(f'<table:table-row table:style-name="ro1">{cells}</table:table-row>'.encode())
            content.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")
        archive.writestr("META-INF/manifest.xml", MANIFEST)


def write_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADINGS, *rows])


OTHERS = {"inline": ("inline.xlsx", write_inline), "resaved": ("resaved.xlsx", write_resaved), "ods": ("users.ods", write_ods)}
