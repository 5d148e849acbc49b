"""Where Rollbook judges an address otherwise than a published case does, or reads a cell otherwise than another reader, and
why: docs/rules.md has the same lists.

A kind knows what its addresses look like, so a disagreement that nobody thought of belongs to none.
"""
import re
from dataclasses import dataclass
from typing import Callable

from published import Case

QUOTED = re.compile(r'"|\\')
RESERVED = ("arpa", "invalid", "local", "localhost", "onion", "test")


@dataclass(frozen=True)
class Kind:
    """Disagreements of one cause: `ours` is Rollbook's verdict, `fits` tells whether an address is of the kind."""

    name: str
    ours: str
    fits: Callable[[Case, str], bool]


def domain(case):
    return case.address.rpartition("@")[2]


# `kept` is the address as Rollbook keeps it when it takes it.
KINDS = (
    Kind("quoted part before the @", "refused", lambda case, kept: bool(QUOTED.search(case.address.rpartition("@")[0]))
         and "<" not in case.address),
    Kind("name around the address", "refused", lambda case, kept: re.fullmatch(r"[^<]+<[^<>]+>", case.address)),
    Kind("address literal", "refused", lambda case, kept: re.fullmatch(r"\[.*\]", domain(case))),
    Kind("domain without a dot", "refused", lambda case, kept: domain(case).isalpha()),
    Kind("symbol before the @", "refused", lambda case, kept: case.address[0] in "＠\u1fef"),
    Kind("blanks around the address", "accepted", lambda case, kept: kept == case.address.strip() != case.address),
    Kind("reserved top-level domain", "accepted", lambda case, kept: domain(case).rpartition(".")[2] in RESERVED),
    Kind("digit or hyphen in the last label", "accepted",
         lambda case, kept: re.search(r"[0-9-]", domain(case).rpartition(".")[2])),
    Kind("hyphens third and fourth", "accepted",
         lambda case, kept: re.match(r"..--", domain(case)) and not domain(case).startswith("xn")),
)  # fmt: skip


def kind_of(case, kept):
    """The one kind that a disagreement belongs to. `kept` is None when Rollbook refuses the address."""
    ours = "refused" if kept is None else "accepted"
    kinds = [kind for kind in KINDS if kind.ours == ours and kind.fits(case, kept)]
    assert len(kinds) == 1, f"{case} is {ours} by Rollbook: {[kind.name for kind in kinds] or 'unexplained'}"
    return kinds[0]


@dataclass(frozen=True)
class ReadingKind:
    """Cells that other readers read otherwise, for one cause."""

    name: str
    readers: tuple[str, ...]
    fits: Callable[[str, str], bool]
    is_of_ods: bool = False


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


READING_KINDS = (
    ReadingKind("error", ("calamine",), lambda ours, theirs: theirs == "" and re.fullmatch(r"#[A-Z0-9/]+[!?]?|Err:\d+", ours)),
    ReadingKind("line end of Windows", ("calamine", "openpyxl"),
                lambda ours, theirs: "\r\n" in unescaped(theirs) and ours == unescaped(theirs).replace("\r\n", "\n")),
    ReadingKind("escape", ("openpyxl",), lambda ours, theirs: ours == unescaped(theirs) and "\r\n" not in ours),
    ReadingKind("tab in .ods", ("calamine",), lambda ours, theirs: "\t" in ours and theirs == ours.replace("\t", ""), True),
)  # fmt: skip


def reading_kind_of(reader, ours, theirs, place):
    """The one kind that a difference between two readings belongs to."""
    kinds = [kind for kind in READING_KINDS if reader in kind.readers and kind.fits(ours, theirs)]
    assert len(kinds) == 1, f"{place}: Rollbook reads {ours!r}, {reader} {theirs!r}: unexplained"
    return kinds[0]
