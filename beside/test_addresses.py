"""The published cases of email-validator and isEmail against Rollbook's rules, and every disagreement explained."""
import re
from collections import Counter
from pathlib import Path

import pytest

from disagreements import KINDS, kind_of
from published import cases
from rollbook import ROOT, judged


@pytest.fixture(scope="module")
def disagreements(tmp_path_factory):
    """Each case that Rollbook judges otherwise, with its kind."""
    held = [case for case in cases() if can_stand_in_a_spreadsheet(case.address)]
    rows = [("NAME", "EMAIL"), *(("Ana Silva", case.address) for case in held)]
    lines = judged(rows, tmp_path_factory.mktemp("addresses") / "addresses.csv")
    assert len(held) > 300
    found = []
    for case, line in zip(held, lines, strict=True):
        is_faulty = any(issue["field"] == "email" and issue["code"] in ("email_malformed", "email_missing")
                        for issue in line["issues"])  # fmt: skip
        if is_faulty == case.is_right:
            found.append((case, kind_of(case, None if is_faulty else line["email"])))
    return found


def can_stand_in_a_spreadsheet(address):
    """A text file with a NUL is none, and half of a surrogate pair has no bytes in UTF-8."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in address)


def test_every_disagreement_is_of_a_kind_that_is_explained(disagreements):
    """`kind_of` fails for one that is of no kind."""
    assert {kind.name for _, kind in disagreements} == {kind.name for kind in KINDS}


def test_the_page_of_rules_explains_each_kind_with_its_cases(disagreements):
    page = Path(ROOT / "docs/rules.md").read_text(encoding="utf-8")
    table = page.split("| Kind | Rollbook | email-validator | isEmail | Why |\n")[1].split("\n\n")[0]
    written = [tuple(cell.strip() for cell in line.strip("|").split("|")[:4]) for line in table.splitlines()[1:]]
    counts = Counter((kind.name, case.source) for case, kind in disagreements)

    assert written == [
        (kind.name, kind.ours, str(counts[kind.name, "email-validator"]), str(counts[kind.name, "isEmail"]))
        for kind in KINDS
    ]


def test_the_page_of_rules_counts_the_cases(disagreements):
    page = Path(ROOT / "docs/rules.md").read_text(encoding="utf-8")
    counts = Counter(case.source for case in cases())
    sentence = re.search(r"(\d+) cases of email-validator and (\d+) of isEmail", page)

    assert sentence.groups() == (str(counts["email-validator"]), str(counts["isEmail"]))
