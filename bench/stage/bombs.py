"""Files that are small and ask for much; made once and kept in .bench/files/bombs."""
import zipfile

from peers.environments import BENCH
from stage.files import HEAD, MANIFEST

MIB = 1 << 20
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
}  # fmt: skip
STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
ONE_CELL = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def bombs():
    """Paths by what they are; each kind is written as (part, beginning, repeated, how often, end)."""
    folder = BENCH / "files/bombs"
    folder.mkdir(parents=True, exist_ok=True)
    strings, sheet = f'<sst xmlns="{MAIN}">', f'<worksheet xmlns="{MAIN}"><sheetData>'
    made = {
        "a string of 1 GiB": (STRINGS, f"{strings}<si><t>", "a" * MIB, 1024, "</t></si></sst>"),
        "1 GiB of empty strings": (STRINGS, strings, "<si><t/></si>" * (MIB // 13), 1024, "</sst>"),
        "1 GiB of empty rows": (SHEET, sheet, "<row></row>" * (MIB // 11), 1024, "</sheetData></worksheet>"),
        "1 GiB of spaces in a tag": (SHEET, f"{sheet}<row ", " " * MIB, 1024, "/></sheetData></worksheet>"),
        "entities": (STRINGS, f'<!DOCTYPE sst [<!ENTITY e0 "lol">{ENTITIES}]>{strings}<si><t>&e9;</t></si>', "", 0, "</sst>"),
    }  # fmt: skip
    paths = {name: folder / f"{number}.xlsx" for number, name in enumerate(made)}
    for name, path in paths.items():
        if not path.exists():
            write_workbook(path, *made[name])
    paths["a table of repeated rows (.ods)"] = folder / "repeated.ods"
    if not paths["a table of repeated rows (.ods)"].exists():
        write_table(paths["a table of repeated rows (.ods)"])
    return paths


def write_workbook(path, part, beginning, repeated, times, end):
    unfinished = path.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, STRINGS: f'<sst xmlns="{MAIN}"/>', SHEET: ONE_CELL}.items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w") as file:
            file.write(beginning.encode())
            for _ in range(times):
                file.write(repeated.encode())
            file.write(end.encode())
    unfinished.rename(path)


def write_table(path):
    """A full row of 16,384 cells, repeated 1,048,576 times."""
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        end = "</table:table></office:spreadsheet></office:body></office:document-content>"
        archive.writestr("content.xml", HEAD + row + end)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
