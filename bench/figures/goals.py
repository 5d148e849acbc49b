"""What is wanted of a piece of work and what was reached: one line of a bench's table."""
import math
import statistics
from dataclasses import dataclass, field


@dataclass
class Goal:
    """`most` is the greatest value that is good enough; `unit` is "×" for a ratio of two sides."""

    work: str
    most: float
    unit: str
    beside: str = ""
    reached: float = math.nan
    low: float = math.nan
    high: float = math.nan
    more: str = field(default="", kw_only=True)

    @property
    def verdict(self):
        return "reached" if self.reached <= self.most else "missed"

    def by_ratio(self, ours, theirs):
        """The ratio of the medians, and the range of the rounds' own ratios; the same for CPU beside it."""
        self.reached, self.low, self.high = ratio([one.wall for one in ours], [one.wall for one in theirs])
        cpu = ratio([one.cpu for one in ours], [one.cpu for one in theirs])[0]
        wall = f"{shown(statistics.median(one.wall for one in ours) * 1000)} to "
        wall += f"{shown(statistics.median(one.wall for one in theirs) * 1000)} ms"
        self.more = f"{wall}; CPU {times(cpu)}"
        return self

    def by_p99(self, ours, theirs):
        """The ratio of the rounds' 99th percentiles. Each side: a list of milliseconds for each round."""
        slow = [[p99(times) for times in side] for side in (ours, theirs)]
        self.reached, self.low, self.high = ratio(*slow)
        worst = " to ".join(shown(statistics.median(side)) for side in slow)
        usual = " to ".join(shown(statistics.median(map(statistics.median, side))) for side in (ours, theirs))
        self.more = f"{worst} ms; p50 {usual} ms"
        return self

    def by_value(self, values, more=""):
        """The median of the rounds' values and their range."""
        self.reached, self.low, self.high = statistics.median(values), min(values), max(values)
        self.more = more
        return self

    def by_most(self, values, more=""):
        """The highest of the rounds' values and their range: memory that was needed once is needed."""
        self.by_value(values, more)
        self.reached = self.high
        return self

    def cells(self):
        beside = f" {self.beside}" if self.beside else ""
        spread = f"{self.text(self.low)} – {self.text(self.high)}"
        return (self.work, f"{self.text(self.most)}{beside}", self.text(self.reached), spread, self.verdict, self.more)

    def text(self, value):
        return times(value) if self.unit == "×" else f"{shown(value)} {self.unit}"


def ratio(ours, theirs):
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours) / statistics.median(theirs), min(each), max(each)


def p99(values):
    return sorted(values)[math.ceil(len(values) * 0.99) - 1]


def times(value):
    """A ratio: small ones as a part of the whole."""
    return f"1/{shown(1 / value)}" if value < 0.2 else f"{shown(value)} ×"


def shown(value):
    """Three figures, never fewer than the whole number has."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
