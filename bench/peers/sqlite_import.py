"""`sqlite3 .import` of the users that an import has added, into the same table with the same indexes, durably."""
import contextlib
import os
import shutil
import sqlite3
import subprocess

from figures.process import whole_run

TABLES = "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('users', 'accounts') AND sql IS NOT NULL"


class SQLiteImport:
    def __init__(self, folder, database, draft):
        """Takes the users of a draft out of a database, and makes an empty copy with everybody else."""
        folder.mkdir(parents=True)
        self.users, self.prepared, self.target = (folder / name for name in ("users.csv", "before.db", "again.db"))
        others = folder / "before.csv"
        self.count = count(database)
        write(database, f"draft_no = {draft} ORDER BY draft_position", self.users)
        write(database, f"draft_no IS NOT {draft}", others)
        with contextlib.closing(sqlite3.connect(database)) as connection:
            page = connection.execute("PRAGMA page_size").fetchone()[0]
            schema = "\n".join(text for (text,) in connection.execute(TABLES))
        settings = f"PRAGMA page_size = {page}; PRAGMA journal_mode = WAL;"
        sqlite(self.prepared, settings + schema)
        sqlite(self.prepared, ".mode csv", f".import {others} users")

    def run(self):
        """One import into a fresh copy."""
        for file in self.target.parent.glob(self.target.name + "*"):
            file.unlink()
        shutil.copy(self.prepared, self.target)
        os.sync()
        command = ["sqlite3", self.target, "PRAGMA synchronous = FULL", ".mode csv", f".import {self.users} users"]
        took, status = whole_run(command)
        assert status == 0 and count(self.target) == self.count, ".import left users out"
        return took


def count(database):
    """The users of a database."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT count(*) FROM users").fetchone()[0]


def write(database, condition, path):
    with open(path, "w") as file:
        query = f"SELECT * FROM users WHERE {condition}"
        subprocess.run(["sqlite3", "-csv", database, query], stdout=file, check=True)


def sqlite(*arguments):
    subprocess.run(["sqlite3", *arguments], stdout=subprocess.DEVNULL, check=True)
