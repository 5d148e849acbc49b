"""An edit of one cell as the Preview sends it, beside an UPDATE of one row, in turn."""
import json
import random
import statistics
import time
import uuid

from figures.goals import Goal
from peers.bare_update import BareUpdate
from stage.files import files
from stage.houses import ACCOUNT, preview, warm
from stage.stopwatch import Stopwatch

# Edits of a round.
EDITS = 300
UPDATE = "a bare durable UPDATE"


def goals(bench):
    return [goal for count in bench.sizes for goal in at_size(bench, count)]


def at_size(bench, count):
    bare = BareUpdate(bench.folder / f"bare-{count}", count)
    ours, theirs, cpu = [], [], []
    with bench.houses.open(count) as house:
        anna, server = warm(house)
        editor = Editor(anna, preview(anna, files(count).xlsx.read_bytes()), count)
        for _ in range(EDITS // 10):
            editor.edit(editor.change())
        for number in range(bench.rounds):
            bench.say(f"edits in {count:,} rows, round {number + 1}")
            busy, edits, updates = server.cpu(), [], []
            for at in range(EDITS):
                change = editor.change()
                edits.append(editor.edit(change))
                updates.append(milliseconds(lambda: bare.update(at * 31 % count, f"round {number}")))
            ours.append(edits)
            theirs.append(updates)
            cpu.append((server.cpu() - busy) / EDITS * 1000)
        editor.close()
        anna.close()
    bare.close()
    half = f"p50 of an edit {statistics.median(one for each in ours for one in each):.2f} ms"
    return [
        Goal(f"an edit among {count:,} rows, p99", 1.5, "×", UPDATE).by_p99(ours, theirs),
        Goal(f"an edit among {count:,} rows, CPU", 0.5, "ms").by_value(cpu, half),
    ]


class Editor:
    """Anna with the Preview open, changing an address, a first name or a role somewhere."""

    def __init__(self, anna, draft, count):
        self.count, self.chance = count, random.Random(7)
        self.path = f"/api/v1{anna.base(ACCOUNT)}/drafts/{draft}/rows"
        self.rev = anna.draft(ACCOUNT, draft)["rev"]
        self.stopwatch = Stopwatch(anna.house, anna.cookie)
        self.number = 0

    def change(self):
        """The bytes of the next edit, with the 128 rows that are on the screen."""
        self.number += 1
        place, number = self.chance.randrange(self.count), self.number
        field, value = (("email", f"edited{number}@example.com"), ("first_name", f"Zed{number}"),
                        ("role", ("User", "Account Admin", "Boss")[number // 3 % 3]))[number % 3]  # fmt: skip
        first = max(0, place - 60)
        operation = {"op": "set", "position": place, "field": field, "value": value}
        edit = {"request_id": str(uuid.uuid4()), "view": 0, "ranges": [[first, first + 127]], "ops": [operation]}
        return json.dumps(edit).encode()

    def edit(self, change):
        """Milliseconds until it was answered."""
        passed = self.stopwatch.milliseconds("PATCH", self.path, change, {"If-Match": f'"{self.rev}"'})
        self.rev += 1
        return passed

    def close(self):
        self.stopwatch.close()


def milliseconds(work):
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
