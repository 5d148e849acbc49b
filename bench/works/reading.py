"""What `bin/bench read` compares: a file, the sides that read it in turn, and what is wanted of our side."""
from dataclasses import dataclass

from figures.goals import Goal
from peers.ourselves import timed
from peers.readers import read_with
from stage.files import files

# Sides of ours: their words for ReadingBench, and whether they may use all processors.
OURS = {"ours": ((), 0), "ours, two threads": (("ahead",), None)}


@dataclass(frozen=True)
class Reading:
    """Goals: which of our sides, beside which other one, and the most that it may take of that."""

    name: str
    title: str
    rows: int
    kind: str
    goals: tuple

    @property
    def sides(self):
        return list(dict.fromkeys(side for ours, theirs, _ in self.goals for side in (ours, theirs)))

    def measure(self, rounds, tell):
        file = files(self.rows).of_kind(self.kind)
        took = {side: [] for side in self.sides}
        for number in range(rounds):
            tell(f"{self.name}, round {number + 1}")
            for side in self.sides:
                took[side].append(self.read(side, file))
        for ours, theirs, most in self.goals:
            where = "two threads" if "two" in ours else "one thread"
            yield Goal(f"{self.title}, {where}", most, "×", f"of {theirs}").by_ratio(took[ours], took[theirs])

    def read(self, side, file):
        if side == "inflate":
            return timed("inflate", file, processor=0).effort
        if side not in OURS:
            encoding = [self.kind] if file.suffix == ".csv" else []
            return read_with(side, file, self.rows, *encoding, processor=0)
        more, processor = OURS[side]
        ours = timed("columns", file, *more, processor=processor)
        assert ours.rows == self.rows + 1, f"{ours.rows} rows of {file} were read"
        return ours.effort


def workbook(name, title, rows, kind, most, least_with_two=None, *others):
    goals = [("ours", "calamine_parse", most)]
    if least_with_two:
        goals.append(("ours, two threads", "calamine_parse", least_with_two))
    return Reading(name, title, rows, kind, (*goals, *others))


def text(name, title, encoding):
    goals = (("ours", "pyarrow_csv", 1), ("ours", "polars_csv", 1))
    return Reading(name, f"1,000,000 rows, {title}", 1_000_000, encoding, goals)


READINGS = (
    workbook("xlsx-1m", "1,000,000 rows, .xlsx", 1_000_000, "xlsx", 1 / 12, 1 / 18,
             ("ours", "fastexcel", 1 / 8.5), ("ours", "inflate", 1.8)),
    workbook("xlsx-100k", "100,000 rows, .xlsx", 100_000, "xlsx", 1 / 7.5, 1 / 18),
    workbook("inline", "100,000 rows, inline strings", 100_000, "inline", 1 / 9),
    workbook("resaved", "100,000 rows, re-saved by LibreOffice", 100_000, "resaved", 1 / 9),
    Reading("xlsx-10k", "10,000 rows, .xlsx", 10_000, "xlsx", (("ours", "inflate", 2.5),)),
    workbook("ods", "100,000 rows, .ods", 100_000, "ods", 1 / 8, None, ("ours", "fastexcel", 1 / 10)),
    text("utf-8", ".csv in UTF-8", "utf-8"),
    text("bom", ".csv in UTF-8 with BOM", "utf-8-sig"),
    text("utf-16", ".csv in UTF-16", "utf-16"),
    text("cp1252", ".csv in Windows-1252", "cp1252"),
)  # fmt: skip
