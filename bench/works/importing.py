"""From a workbook's bytes to its Preview, and from the Preview to users: time, and memory over idle."""
from figures.goals import Goal
from figures.process import Process, effort
from peers.django_admin import DjangoAdmin
from peers.readers import read_with
from peers.sqlite_import import SQLiteImport
from stage.files import files
from stage.houses import finish, preview, warm

DJANGO = "of Django's admin, tuned"
CALAMINE = "calamine's reading"
SQLITE = "sqlite3 .import"


def goals(bench):
    small, large = (Import(bench, count) for count in bench.sizes)
    try:
        for number in range(bench.rounds):
            for size in (small, large):
                bench.say(f"import of {size.count:,} rows, round {number + 1}")
                size.round(with_django=size is small)
    finally:
        small.stop()
    large_peak, small_peak = large.peaks(), small.peaks()
    growth = [one / other for one, other in zip(large_peak, small_peak, strict=True)]
    n, m = f"{small.count:,}", f"{large.count:,}"
    return [
        Goal(f"Preview of {n} rows", 1 / 40, "×", DJANGO).by_ratio(small.previews, small.django),
        Goal(f"Preview of {n} rows", 1.5, "×", CALAMINE).by_ratio(small.previews, small.calamine),
        Goal(f"Preview of {m} rows", 1.0, "×", CALAMINE).by_ratio(large.previews, large.calamine),
        Goal(f"commit of {n} rows", 1.5, "×", SQLITE).by_ratio(small.commits, small.sqlite),
        Goal(f"commit of {m} rows", 1.5, "×", SQLITE).by_ratio(large.commits, large.sqlite),
        Goal(f"peak memory over idle, {m} rows", 96, "MiB").by_most(large_peak, large.memory_in_words()),
        Goal(f"the same to that of {n} rows", 2, "×").by_value(growth, small.memory_in_words()),
    ]


class Import:
    """One number of rows, imported round after round by both sides."""

    def __init__(self, bench, count):
        self.bench, self.count, self.files = bench, count, files(count)
        self.content = self.files.xlsx.read_bytes()
        self.previews, self.commits, self.calamine, self.django, self.sqlite = [], [], [], [], []
        self.reading, self.committing = [], []
        self.site = self.reference = None

    def round(self, with_django):
        self.calamine.append(read_with("calamine", self.files.xlsx, self.count))
        self.ours()
        if with_django:
            self.site = self.site or DjangoAdmin(self.bench.folder / "django", self.files.before)
            self.django.append(effort(self.site.preview(self.files.xlsx), self.site.worker))
        self.sqlite.append(self.reference.run())

    def ours(self):
        with self.bench.houses.open(self.count) as house:
            idle = Process(house.server.pid).memory()
            anna, server = warm(house)
            server.peak()
            draft = []
            self.previews.append(effort(lambda: draft.append(preview(anna, self.content)), server))
            self.reading.append(server.peak() - idle)
            self.commits.append(effort(lambda: finish(anna, draft[0]), server))
            self.committing.append(server.peak() - idle)
            anna.close()
            if self.reference is None:
                folder = self.bench.folder / f"sqlite-{self.count}"
                self.reference = SQLiteImport(folder, house.database, draft[0])

    def peaks(self):
        return [max(pair) for pair in zip(self.reading, self.committing, strict=True)]

    def memory_in_words(self):
        return f"{self.count:,}: reading {max(self.reading):.0f}, committing {max(self.committing):.0f} MiB"

    def stop(self):
        if self.site:
            self.site.stop()
