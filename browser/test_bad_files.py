"""Files that are none, or too much: refused in the panel and by the API with a code and what to do."""
import io
import os
import re
import zipfile

import pytest
from playwright.sync_api import expect

from client import Refused
from house import ANNA
from sheets import HEADINGS, as_csv, as_xlsx, clean

# The beginning of every OLE compound file, as Excel writes for a workbook with a password.
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def parts(**texts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return content.getvalue()


def changed(content, part, change):
    """A workbook with one of its parts changed."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return result.getvalue()


def protected():
    """A compound file whose directory names EncryptedPackage."""
    sector = 512
    header = bytearray(COMPOUND.ljust(sector, b"\0"))
    header[24:34] = bytes.fromhex("3e000300feff09000600")
    header[44:48] = (1).to_bytes(4, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[56:60] = (4096).to_bytes(4, "little")
    header[60:64] = header[68:72] = b"\xfe\xff\xff\xff"
    header[76:512] = (0).to_bytes(4, "little") + b"\xff" * 432
    fat = (b"\xfd\xff\xff\xff" + b"\xfe\xff\xff\xff").ljust(sector, b"\xff")
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")
        + bytes([kind, 1]) + b"\xff" * 12 + bytes(36) + b"\xfe\xff\xff\xff" + bytes(8)
        for name, kind in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0))
    )  # fmt: skip
    return bytes(header) + fat + directory


def entity_bomb():
    doctype = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    return changed(
        as_xlsx(clean(2)), "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b"<worksheet", doctype + b"<worksheet", 1),
    )  # fmt: skip


def zip_bomb():
    row = b'<row><c t="inlineStr"><is><t>' + b"a" * 2000 + b"</t></is></c></row>"
    return changed(
        as_xlsx(clean(2)), "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b"</sheetData>", row * 150_000 + b"</sheetData>"),
    )  # fmt: skip


BAD = {
    "not a spreadsheet": (lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(4000), "picture.xlsx", "file_unreadable"),
    "a zip that is no workbook": (lambda: parts(readme="hello"), "users.xlsx", "file_unreadable"),
    "an empty file": (lambda: b"", "users.csv", "file_empty"),
    "no rows at all": (lambda: as_xlsx([], headings=()), "users.xlsx", "file_empty"),
    "only the headings": (lambda: as_csv([]), "users.csv", "file_empty"),
    "only the headings in a workbook": (lambda: as_xlsx([]), "users.xlsx", "file_empty"),
    "cut short": (lambda: as_xlsx(clean(500))[:9000], "users.xlsx", "file_damaged"),
    "a password": (protected, "users.xlsx", "file_password_protected"),
    "a DOCTYPE": (entity_bomb, "users.xlsx", "file_doctype"),
    "other headings": (lambda: as_csv([("1", "2")], ("COLOUR", "SIZE")), "users.csv", "headings_missing"),
    "EMAIL twice": (
        lambda: as_csv([("A", "a@example.org", "b@example.org")], ("NAME", "EMAIL", "E-Mail")),
        "users.csv",
        "heading_repeated",
    ),
}  # fmt: skip

TITLES = {
    "file_unreadable": re.compile("which we cannot read|not a spreadsheet we can read"),
    "file_empty": "The spreadsheet has no users in it",
    "file_damaged": "The file is damaged",
    "file_password_protected": "protected by a password",
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_a_code_and_what_to_do(client, house, kind):
    make, name, code = BAD[kind]
    anna = client(ANNA)

    with pytest.raises(Refused) as refused:
        anna.upload("Acme", make(), name)

    problem = refused.value.problem
    assert (refused.value.status, problem["code"]) == (422, code), problem
    assert problem["message"] and problem["remedy"], problem
    assert house.count("SELECT count(*) FROM drafts WHERE state <> 'discarded'") == 0
    assert anna.upload("Acme", as_csv(clean(3)))["counts"]["here"] == 3, "the server goes on"


def test_the_refusal_of_missing_headings_names_what_was_found_and_what_is_missing(client):
    with pytest.raises(Refused) as refused:
        client(ANNA).upload("Acme", as_csv([("1", "2")], ("COLOUR", "SIZE")))

    words = refused.value.problem["message"] + refused.value.problem["remedy"]
    assert "COLOUR" in words and "SIZE" in words and "EMAIL" in words, words


def test_a_zip_bomb_is_refused_and_the_server_stays_up(client):
    anna = client(ANNA)

    with pytest.raises(Refused) as refused:
        anna.upload("Acme", zip_bomb(), "bomb.xlsx")

    assert refused.value.status in (413, 422), refused.value
    assert anna.upload("Acme", as_csv(clean(3)))["counts"]["here"] == 3


def test_a_file_over_the_limit_is_refused_before_it_is_read(open_house, new_console):
    house = open_house(ROLLBOOK_FILE_LIMIT=100_000)
    panel = new_console(house).enter(ANNA).users("Acme").import_users()

    panel.choose(as_csv(clean(5_000)), "large.csv")

    expect(panel.dialog.get_by_text("The file is larger than")).to_be_visible()
    expect(panel.upload_button).to_be_visible()


@pytest.mark.parametrize("kind", [kind for kind, (_, _, code) in BAD.items() if code in TITLES])
def test_the_panel_says_what_is_wrong_and_takes_the_next_file(console, kind):
    make, name, code = BAD[kind]
    panel = console.enter(ANNA).users("Acme").import_users()

    panel.choose(make(), name)

    expect(panel.dialog.get_by_text(TITLES[code])).to_be_visible()
    expect(panel.upload_button).to_be_focused()
    panel.upload(clean(3)).expect_counts(rows=3, faulty=0)


def test_other_spreadsheets_of_real_people_are_read(console):
    console.enter(ANNA)
    text = "Nachname;Vorname;E-Mail;Rolle\r\nMüller;Jürgen;juergen@example.org;User\r\nWeiß;Zoë;zoe@example.org;\r\n"
    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        preview = console.preview_of("Acme", text.encode(encoding), "Benutzer.csv")
        preview.expect_counts(rows=2, faulty=0)
        assert [line[2:4] for line in preview.shown()] == [("Jürgen", "Müller"), ("Zoë", "Weiß")]


def test_the_header_row_is_found_when_it_is_not_the_first(console):
    lines = [("List of our people",), ("as of November",), (), HEADINGS, *clean(2)]
    preview = console.enter(ANNA).preview_of("Acme", as_xlsx(lines[1:], headings=lines[0]))

    preview.expect_counts(rows=2, faulty=0)
    assert [line[0] for line in preview.shown()] == ["5", "6"]
