"""A house that sends its letters to a sink, and what both of them know afterwards."""
import collections
import contextlib
import json
import pathlib
import sqlite3
import time
import uuid

from sheets import as_csv, clean
from sink import Sink

FROM = "accounts@console.example"
UNSETTLED = ("queued", "sending", "body_sent")


class Post:
    """A sink, its log, and the settings of a house that sends to it."""

    def __init__(self, folder, **options):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "sink.log"
        self.sink = Sink(log=self.log, **options).start()
        self.settings = {
            "ROLLBOOK_SMTP_URL": f"smtp://127.0.0.1:{self.sink.port}?tls=off", "ROLLBOOK_MAIL_FROM": FROM,
            "ROLLBOOK_PUBLIC_URL": "https://console.example", "ROLLBOOK_MAIL_REST_MS": "100",
        }  # fmt: skip

    def lines(self, event):
        return [line for line in map(json.loads, self.log.read_text().splitlines()) if line["event"] == event]

    def accepted(self, count, seconds=20):
        """Waits until the sink has taken so many letters; answers its lines about them."""
        deadline = time.monotonic() + seconds
        while len(found := self.lines("accepted")) < count:
            assert time.monotonic() < deadline, f"{len(found)} letters of {count} after {seconds} s"
            time.sleep(0.02)
        return found

    def taken(self):
        """How many letters the sink took for each address: the truth."""
        return collections.Counter(to for line in self.lines("accepted") for to in line["recipients"])


def add_users(client, account, count, domain):
    """Users by an import; answers its number."""
    number = client.upload(account, as_csv(clean(count, domain=domain)))["number"]
    client.commit(account, number)
    assert client.finished(account, number)["counts"]["here"] == 0
    return number


def send_welcome(client, account, draft):
    """Welcome emails to everybody of an import; answers how many were queued."""
    selection = {"filter": {"draft": draft}, "except": []}
    shown = client.post(f"{client.base(account)}/welcome/preview", {"selection": selection})["shown"]
    asked = {"request_id": str(uuid.uuid4()), "selection": selection, "shown": shown}
    return client.post(f"{client.base(account)}/welcome", asked)["queued"]


def states(house, domain):
    """What the house says of each letter to a domain: {address: state}, read past the server."""
    query = "SELECT address, state FROM letters WHERE address LIKE ?"
    with contextlib.closing(sqlite3.connect(house.database, timeout=10)) as file:
        return dict(file.execute(query, (f"%@{domain}",)).fetchall())


def settled(house, domain, count, seconds=60):
    """Waits until nothing more happens to these letters; answers their states."""
    deadline = time.monotonic() + seconds
    while True:
        found = states(house, domain)
        if len(found) == count and not any(state in UNSETTLED for state in found.values()):
            return found
        assert time.monotonic() < deadline, f"not settled after {seconds} s: {collections.Counter(found.values())}"
        time.sleep(0.05)
