"""The least that a durable change can cost here: an UPDATE of one row in SQLite, by its key."""
import sqlite3


class BareUpdate:
    def __init__(self, folder, rows):
        folder.mkdir(parents=True)
        self.connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self.connection.execute("PRAGMA page_size = 8192")
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("CREATE TABLE lines (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        self.connection.execute("BEGIN")
        lines = ((number, f"line {number}") for number in range(rows))
        self.connection.executemany("INSERT INTO lines VALUES (?, ?)", lines)
        self.connection.execute("COMMIT")

    def update(self, row, text):
        self.connection.execute("UPDATE lines SET text = ? WHERE id = ?", (text, row))

    def close(self):
        self.connection.close()
