"""`rollbook check`, from the start of the program to its end."""
from figures.goals import Goal
from figures.process import whole_run
from house import ROLLBOOK
from peers.readers import read_with
from stage.files import files

# Fine, and rows with errors.
STATUSES = (0, 1)


def goals(bench):
    count = bench.sizes[1]
    goal = Goal(f"rollbook check of {count:,} rows, whole process", 0.75, "×", "calamine's reading")
    file, ours, theirs = files(count).xlsx, [], []
    for number in range(bench.rounds):
        bench.say(f"check, round {number + 1}")
        theirs.append(read_with("calamine", file, count))
        took, status = whole_run([ROLLBOOK, "check", file], stderr=bench.nowhere)
        assert status in STATUSES, f"rollbook check ended with status {status}"
        ours.append(took)
    return [goal.by_ratio(ours, theirs)]
