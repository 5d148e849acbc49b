"""Workbooks of random cells, read by Rollbook, calamine and openpyxl: every difference is of a kind that is explained."""
import subprocess
from collections import Counter

import pytest

from disagreements import READING_KINDS, reading_kind_of
from readers import READERS, calamine
from rollbook import ROOT, read
from workbooks import WRITERS, random_table

SEEDS = range(170)
PROGRAMS = len(WRITERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("workbooks")


@pytest.fixture(scope="module")
def differences(folder):
    """How often each reader differs from Rollbook, by kind; `reading_kind_of` fails for a cell that is of no kind."""
    found = Counter()
    for writer, write in WRITERS.items():
        for seed in SEEDS:
            table, path = random_table(seed), folder / f"{writer}-{seed}.xlsx"
            write(table, path, seed)
            ours = read(path)
            for reader, theirs in READERS.items():
                for kind in differing(ours, theirs(path), reader, path):
                    found[reader, kind.name] += 1
    return found


def differing(ours, theirs, reader, path):
    """The kinds of the cells that two readings have differently."""
    for row in range(max(len(ours), len(theirs))):
        mine, other = ours[row:row + 1] or [[]], theirs[row:row + 1] or [[]]
        for column in range(max(len(mine[0]), len(other[0]))):
            cell, that = text(mine[0], column), text(other[0], column)
            if cell != that:
                yield reading_kind_of(reader, cell, that, f"{path.name}, row {row + 1}, column {column + 1}")


def text(row, column):
    return row[column] if column < len(row) else ""


def test_every_difference_is_of_a_kind_that_is_explained(differences):
    print(f"\n{PROGRAMS * len(SEEDS)} workbooks of {', '.join(WRITERS)}: {sum(differences.values())} cells differ, all explained")
    assert PROGRAMS * len(SEEDS) >= 500
    assert set(differences) == {(reader, kind.name) for kind in READING_KINDS for reader in kind.readers
                                if not kind.is_of_ods}  # fmt: skip


def test_the_page_of_rules_lists_the_kinds():
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    table = page.split("| Cell | Rollbook | calamine | openpyxl | Why |\n")[1].split("\n\n")[0]

    names = [line.strip("|").split("|")[0].strip() for line in table.splitlines()[1:]]
    assert names == [kind.name for kind in READING_KINDS]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_makes_of_them_is_read_alike(soffice, folder, tmp_path, kind, differences):
    """Sixty of the workbooks, saved again by LibreOffice. What it changes on the way, all readers see."""
    files = sorted(folder.glob("XlsxWriter-*.xlsx"))[:60]
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = tmp_path / kind
    command = [soffice, home, "--headless", "--convert-to", kind, "--outdir", saved, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert len(list(saved.iterdir())) == len(files)
    readers = READERS if kind == "xlsx" else {"calamine": calamine}
    for file in saved.iterdir():
        for reader, theirs in readers.items():
            list(differing(read(file), theirs(file), reader, file))
