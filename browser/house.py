"""A Rollbook of its own for each test: a data directory with the standing people, and a server on a free port."""
import contextlib
import itertools
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROLLBOOK = pathlib.Path(os.environ.get("ROLLBOOK", ROOT / ".build/release/rollbook"))


@dataclass(frozen=True)
class Person:
    first_name: str
    last_name: str
    email: str
    account: str
    role: str
    password: str

    @property
    def full_name(self):
        return f"{self.first_name} {self.last_name}"


PAULA = Person("Paula", "Park", "paula@northwind.example", "Northwind", "account_admin", "paula-minds-northwind")
ANNA = Person("Anna", "Aalto", "anna@acme.example", "Acme", "account_admin", "anna-looks-after-acme")
UWE = Person("Uwe", "Urban", "uwe@acme.example", "Acme", "user", "uwe-works-for-acme-1")
SVEN = Person("Sven", "Strand", "sven@contoso.example", "Contoso", "account_admin", "sven-minds-contoso-1")
PEOPLE = (PAULA, ANNA, UWE, SVEN)
ACCOUNTS = (("Northwind", None), ("Contoso", None), ("Acme", "Northwind"), ("Beta", "Northwind"), ("Globex", "Contoso"))


def command(*arguments, data, text=None, check=True):
    """Runs `rollbook …` to its end."""
    return subprocess.run(
        [ROLLBOOK, *arguments, "--data", data], input=text, text=True, capture_output=True, timeout=60, check=check
    )


def furnish(data):
    """Makes the standing world in an empty data directory, with the command line that everybody has."""
    for name, partner in ACCOUNTS:
        command("account", "add", name, *(["--partner", partner] if partner else []), data=data)
    for person in PEOPLE:
        command(
            "user", "add", "--account", person.account, "--email", person.email, "--first-name", person.first_name,
            "--last-name", person.last_name, "--role", person.role, "--password-stdin",
            data=data, text=person.password + "\n",
        )  # fmt: skip


class House:
    """A server on a data directory: starts, stops, dies and starts again on the same port.

    In its settings "{url}" stands for its own address.
    """

    def __init__(self, data, **settings):
        self.data = pathlib.Path(data)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {name: str(value).replace("{url}", self.url) for name, value in settings.items()}
        self.log = self.data.parent / "server.log"
        self.server = None
        self._accounts = {}

    def start(self):
        with open(self.log, "ab") as log:
            self.server = subprocess.Popen(
                [ROLLBOOK, "serve", "--data", self.data, "--host", "127.0.0.1", "--port", str(self.port)],
                stdout=log, stderr=log, env={**os.environ, **self.settings},
            )  # fmt: skip
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url + "/healthz", timeout=5):
                    return self
            except urllib.error.HTTPError:
                raise
            except OSError:
                if self.server.poll() is not None:
                    break
                time.sleep(0.01)
        raise RuntimeError("rollbook serve did not start:\n" + self.log.read_text()[-4000:])

    def stop(self):
        """Ends the server as an operator would; it must leave without an error."""
        if self.server is None or self.server.poll() is not None:
            return
        self.server.send_signal(signal.SIGTERM)
        try:
            status = self.server.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()
            raise RuntimeError("rollbook serve did not stop within 15 s of SIGTERM") from None
        assert status == 0, f"rollbook serve left with status {status}:\n" + self.log.read_text()[-4000:]

    def kill(self):
        """kill -9"""
        self.server.kill()
        self.server.wait(15)

    def account(self, name):
        """The id of an account by its name."""
        if name not in self._accounts:
            lines = command("account", "list", "--format", "json", data=self.data).stdout.splitlines()
            self._accounts = {account["name"]: account["id"] for account in map(json.loads, lines)}
        return self._accounts[name]

    def count(self, query, *values):
        """The first value of a query, asked of the database's file itself, past the server."""
        opened = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        with contextlib.closing(opened) as connection:
            return connection.execute(query, values).fetchone()[0]

    def change(self, statement, *values):
        """Changes the database's file itself, past the server: what takes days or a mail server otherwise."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=10)) as connection, connection:
            connection.execute(statement, values)

    @property
    def database(self):
        found = [file for file in self.data.iterdir() if file.suffix in (".sqlite", ".sqlite3", ".db")]
        assert len(found) == 1, f"expected one database in {self.data}, found {found}"
        return found[0]


class Street:
    """Builds the standing world once, and copies it for each house."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.model = self.folder / "model"
        furnish(self.model)
        self.houses = []
        self.numbers = itertools.count()

    def house(self, **settings):
        """A house of its own, also for a test with several threads."""
        place = self.folder / f"house-{next(self.numbers)}"
        shutil.copytree(self.model, place / "data")
        house = House(place / "data", **settings)
        self.houses.append(house)
        return house.start()


def eventually(question, seconds=10, pause=0.05):
    """Asks until the answer is true, with a pause (seconds) in between."""
    deadline = time.monotonic() + seconds
    while not (answer := question()):
        assert time.monotonic() < deadline, "it did not become true"
        time.sleep(pause)
    return answer
