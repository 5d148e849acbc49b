"""What a spreadsheet points to outside of itself is never asked for: no file is opened and no socket made, seen by strace."""
import re
import subprocess
import zipfile

import pytest

from rollbook import ROLLBOOK
from samples import OWN

SECRET = "secret-4711"
# The spreadsheet once more, by its descriptor, and what the allocator asks the kernel when it gives memory back.
OWN_NEEDS = re.compile("/proc/self/fd/|/proc/sys/vm/overcommit_memory")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ROOTS = f"""{HEAD}<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/>
<Relationship Id="rId2" Type="x/officeDocument" TargetMode="External" Target="file:///PATH"/></Relationships>"""
PARTS = f"""{HEAD}<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="x/externalLink" TargetMode="External" Target="http://127.0.0.1:9/PATH"/>
<Relationship Id="rId3" Type="x/sharedStrings" TargetMode="External" Target="file://PATH"/></Relationships>"""
BOOK = f"""{HEAD}<workbook {MAIN}><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets>
<externalReferences><externalReference r:id="rId2"/></externalReferences></workbook>"""
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Ana</t></is></c><c r="B1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>Bo</v></c></row>'
SHEET = f"""{HEAD}<worksheet {MAIN}><sheetData>{ROW}</sheetData><hyperlinks><hyperlink ref="A1" r:id="rId2"/></hyperlinks></worksheet>"""
TABLE = '<table:table-row><table:table-cell office:value-type="string"><text:p>Ana</text:p></table:table-cell></table:table-row>'
CONTENT = f"""{HEAD}<office:document-content><office:body><office:spreadsheet><table:table table:name="Users">
<table:table-source xlink:href="file://PATH"/>{TABLE}</table:table></office:spreadsheet></office:body></office:document-content>"""
DOCTYPES = {
    "entity of a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file://PATH">]>',
    "entity of the net": '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/PATH">]>',
    "external subset": '<!DOCTYPE x SYSTEM "file://PATH">',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file://PATH"> %p;]>',
}


def xlsx(sheet=SHEET):
    return {"_rels/.rels": ROOTS, "xl/_rels/workbook.xml.rels": PARTS, "xl/workbook.xml": BOOK,
            "xl/worksheets/sheet1.xml": sheet}  # fmt: skip


def ods(content=CONTENT):
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}


def files():
    """Names, the parts of an archive, and whether it can be read."""
    yield "external links.xlsx", xlsx(), True
    yield "external source.ods", ods(), True
    for name, doctype in DOCTYPES.items():
        yield f"{name}.xlsx", xlsx(SHEET.replace(HEAD, HEAD + doctype).replace("Ana", "&e;")), False
        yield f"{name}.ods", ods(CONTENT.replace(HEAD, HEAD + doctype).replace("Ana", "&e;")), False


@pytest.mark.parametrize("name, parts, is_readable", files(), ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_outside_is_touched(tmp_path, name, parts, is_readable):
    secret = tmp_path / SECRET
    secret.write_text(SECRET)
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(part, text.replace("PATH", str(secret)))

    status, printed, calls = traced(tmp_path / name)

    assert (status == 0) == is_readable and SECRET not in printed
    assert opened_and_connected(calls, tmp_path / name) == []


def test_a_path_out_of_the_archive_writes_nothing(tmp_path):
    file = OWN / "path_traversal.xlsx"

    status, _, calls = traced(file)

    assert status == 0
    assert opened_and_connected(calls, file) == []


def traced(file):
    """The exit status of `rollbook read`, what it printed, and its calls to the system that open or connect."""
    command = ["strace", "-f", "-qq", "-e", "trace=open,openat,openat2,creat,socket,connect,unlink,mkdir,rename", "-e",
               "signal=none", ROLLBOOK, "read", file]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return run.returncode, run.stdout, run.stderr.splitlines()


def opened_and_connected(calls, file):
    """What was opened or connected once the spreadsheet was: before, the program's own libraries are."""
    start = next(number for number, call in enumerate(calls) if str(file) in call)
    later = [call for call in calls[start + 1:] if re.search(r"\b(open\w*|creat|socket|connect|unlink|mkdir|rename)\(", call)]
    return [call for call in later if not OWN_NEEDS.search(call)]
