"""The 128 rows that the Preview asks for when somebody jumps anywhere, in each of three lists."""
import random
import statistics

from figures.goals import Goal, p99
from stage.files import files
from stage.houses import ACCOUNT, preview, warm
from works.editing import milliseconds

WINDOWS = 300
LISTS = ("all", "clean", "faulty")


def goals(bench):
    return [at_size(bench, count) for count in bench.sizes]


def at_size(bench, count):
    chance, rounds = random.Random(7), []
    with bench.houses.open(count) as house:
        anna, _ = warm(house)
        draft = f"{anna.base(ACCOUNT)}/drafts/{preview(anna, files(count).xlsx.read_bytes())}"
        views = [anna.post(f"{draft}/views", {"filter": name, "search": ""}) for name in LISTS]
        for number in range(bench.rounds):
            bench.say(f"windows of {count:,} rows, round {number + 1}")
            times = []
            for at in range(WINDOWS):
                view = views[at % len(views)]
                offset = chance.randrange(max(1, view["count"] - 128))
                path = f"/api/v1{draft}/rows?view={view['view']}&offset={offset}&limit=128"
                times.append(milliseconds(lambda: anna.fetch("GET", path)))
            rounds.append(times)
        anna.close()
    usual = statistics.median(map(statistics.median, rounds))
    goal = Goal(f"a window of 128 rows anywhere in {count:,}, p99", 5, "ms")
    return goal.by_value([p99(times) for times in rounds], f"p50 {usual:.2f} ms")
