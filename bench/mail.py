"""Sets sending Welcome emails beside Django's send_mass_mail and smtp-source, and queueing them beside sqlite3 .import."""
import argparse
import contextlib
import os
import sqlite3
import statistics
import subprocess
import time
import uuid
from pathlib import Path

from figures.goals import Goal
from figures.machine import described
from figures.process import Effort, Process, whole_run
from figures.table import printed
from house import ANNA, House
from main import Bench, working_folder
from peers.environments import environment
from peers.postfix import smtp_sink, smtp_source
from stage.houses import ACCOUNT
from stage.wire import Wire

MASS_MAIL = Path(__file__).parent / "peers/mass_mail.py"
FEW, MANY = 4, 32


def main():
    options = arguments()
    with working_folder() as folder:
        machine = described("django")
        bench = Bench(folder, options.letters, options.rounds)
        goals = goals_of(bench, options.letters)
    print(f"{machine}\n{options.rounds} rounds, all sides in turn, letters to smtp-sink on the same machine.\n")
    print(printed(goals, options.markdown))


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench mail", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each side works, in turn (3)")
    parser.add_argument("--letters", type=int, default=50_000, help="letters that are queued and sent")
    parser.add_argument("--markdown", action="store_true", help="the table for docs/performance.md")
    return parser.parse_args()


def goals_of(bench, count):
    few, many, source, django, queued, imported = [], [], [], [], [], []
    for number in range(bench.rounds):
        bench.say(f"{count:,} letters, round {number + 1}")
        with smtp_sink() as port:
            source.append(per_letter(smtp_source(port, count), count))
            django.append(per_letter(mass_mail(port, count // 10), count // 10))
            for connections, sent in ((FEW, few), (MANY, many)):
                queueing, sending, rows = ours(bench, count, port, connections)
                sent.append(per_letter(sending, count))
            queued.append(queueing)
            imported.append(sqlite_import(bench.folder, rows))
    for name, side in (("Django", django), ("smtp-source", source), (f"{FEW} connections", few), (f"{MANY}", many)):
        bench.say(f"{name}: {1 / statistics.median(one.wall for one in side):,.0f} letters a second")
    return [
        Goal(f"a letter, {FEW} connections", 1 / 5, "×", "of send_mass_mail").by_ratio(few, django),
        Goal(f"a letter, {MANY} connections", 1.0, "×", "smtp-source, 1 kept").by_ratio(many, source),
        Goal(f"queueing {count:,} letters", 3.0, "×", "sqlite3 .import").by_ratio(queued, imported),
    ]


def per_letter(effort, count):
    return Effort(effort.wall / count, effort.cpu / count)


def mass_mail(port, count):
    """What Django says that it took."""
    run = subprocess.run([environment("django"), MASS_MAIL, str(port), str(count)], capture_output=True, check=True)
    return Effort(float(run.stdout), float(run.stdout))


def ours(bench, count, port, connections):
    """What queueing took, what sending took from then on, and the rows of the letters."""
    with bench.houses.open(count, imported=True, **settings(port, connections)) as house:
        anna, server = Wire(house, ANNA), Process(house.server.pid)
        base = anna.base(ACCOUNT)
        selection = {"filter": {}, "except": []}
        shown = anna.post(f"{base}/welcome/preview", {"selection": selection})["shown"]
        asked = {"request_id": str(uuid.uuid4()), "selection": selection, "shown": shown}
        busy, began = server.cpu(), time.perf_counter()
        anna.post(f"{base}/welcome", asked)
        middle = time.perf_counter()
        queueing = Effort(middle - began, server.cpu() - busy)
        wait_until_sent(house)
        sending = Effort(time.perf_counter() - began, server.cpu() - busy)
        anna.close()
        return queueing, sending, letters(house, bench.folder)


def settings(port, connections):
    return {
        "ROLLBOOK_SMTP_URL": f"smtp://127.0.0.1:{port}?tls=off", "ROLLBOOK_MAIL_FROM": "accounts@console.example",
        "ROLLBOOK_MAIL_CONNECTIONS": connections, "ROLLBOOK_PUBLIC_URL": "https://console.example",
    }  # fmt: skip


def wait_until_sent(house):
    # As the indexes have it: a look at all letters would take as long as sending some.
    query = (
        "SELECT EXISTS (SELECT 1 FROM letters WHERE state = 'queued')"
        " OR EXISTS (SELECT 1 FROM letters WHERE state IN ('sending', 'body_sent'))"
    )
    with contextlib.closing(sqlite3.connect(f"file:{house.database}?mode=ro", uri=True)) as file:
        while file.execute(query).fetchone()[0]:
            time.sleep(0.02)


def letters(house, folder):
    """The letters as a file of comma-separated values, and the statement of their table."""
    rows = folder / "letters.csv"
    with open(rows, "w") as file:
        subprocess.run(["sqlite3", "-csv", house.database, "SELECT * FROM letters"], stdout=file, check=True)
    with contextlib.closing(sqlite3.connect(house.database)) as file:
        schema = file.execute("SELECT sql || ';' FROM sqlite_schema WHERE tbl_name = 'letters' AND sql IS NOT NULL")
        return rows, "\n".join(text for (text,) in schema)


def sqlite_import(folder, taken):
    """`sqlite3 .import` of the same rows into the same table, durably."""
    rows, schema = taken
    target = folder / "again.db"
    for file in folder.glob("again.db*"):
        file.unlink()
    subprocess.run(["sqlite3", target, "PRAGMA journal_mode = WAL;" + schema], stdout=subprocess.DEVNULL, check=True)
    os.sync()
    command = ["sqlite3", target, "PRAGMA synchronous = FULL", ".mode csv", f".import {rows} letters"]
    took, status = whole_run(command)
    assert status == 0
    return took


if __name__ == "__main__":
    main()
