"""kill -9 during an Upload of 20,000 rows, again and again: nobody lost, nobody twice, and it finishes by itself.

What stands in the tables is counted by this process in the database's file, while the server is dead: the users and the
rows themselves, not the server's counters.
"""
import contextlib
import random
import sqlite3
import time

from client import Client
from house import ANNA
from sheets import as_csv, clean

ROWS = 20_000
PAUSE = 15  # milliseconds between two chunks
SETTINGS = {"ROLLBOOK_COMMIT_CHUNK": 250, "ROLLBOOK_COMMIT_PAUSE_MS": PAUSE, "ROLLBOOK_LEASE": 1}


class Tables:
    """What the database's file says."""

    def __init__(self, house):
        with contextlib.closing(sqlite3.connect(house.database, timeout=10)) as file:
            one = lambda query: file.execute(query).fetchone()[0]  # noqa: E731
            self.users = one("SELECT count(*) FROM users WHERE email LIKE 'user%@kills.example'")
            self.keys = one("SELECT count(DISTINCT email_key) FROM users WHERE email LIKE 'user%@kills.example'")
            self.created = one("SELECT count(*) FROM draft_rows WHERE state = 'created'")
            self.here = one("SELECT count(*) FROM draft_rows WHERE state = 'here'")
            self.strangers = one(
                "SELECT count(*) FROM draft_rows r WHERE state = 'created' AND NOT EXISTS (SELECT 1 FROM users u"
                " WHERE u.account_id = r.account_id AND u.id = r.user_id AND u.draft_no = r.draft_no"
                " AND u.draft_position = r.position AND u.email_key = r.email_key)"
            )
            self.ledger = file.execute(
                "SELECT read, added_by_hand, created, updated, skipped, deleted FROM drafts"
            ).fetchone()

    def expect_balance(self):
        read, by_hand, created, updated, skipped, deleted = self.ledger
        assert self.users == self.keys == self.created == created, vars(self)
        assert read + by_hand == created + updated + skipped + deleted + self.here, vars(self)
        assert self.strangers == 0, f"{self.strangers} rows say they became a user that is not there"

    @property
    def is_between(self):
        return 0 < self.users < ROWS


def test_s50_kills_during_an_upload_lose_nobody_and_add_nobody_twice(street, request):
    wanted = 200 if request.config.getoption("--all") else 20
    chance = random.Random(wanted)
    kills, between = 0, 0
    while kills < wanted:
        done, inside = kill_one_upload(street, chance, min(10, wanted - kills))
        kills, between = kills + done, between + inside
    print(f"{kills} kills, {between} of them while 0 < created < all")
    assert between >= wanted // 2


def kill_one_upload(street, chance, most):
    """One Upload in a house of its own, killed up to `most` times; the last start sees it to its end."""
    house = street.house(**SETTINGS)
    anna = Client(house, ANNA)
    draft = anna.upload("Acme", as_csv(clean(ROWS, domain="kills.example")))
    assert draft["counts"]["clean"] == ROWS
    anna.commit("Acme", draft["number"])
    kills = between = 0
    # Anywhere in the time that is left for the first kill, then soon after each start.
    while kills < most and added(house) < ROWS:
        wait_for_work(house)
        time.sleep(chance.uniform(0, 8 * PAUSE / 1000))
        house.kill()
        kills += 1
        found = Tables(house)
        found.expect_balance()
        between += found.is_between
        house.start()
    finished = anna.finished("Acme", draft["number"], seconds=120)
    house.stop()
    last = Tables(house)
    last.expect_balance()
    assert (last.users, last.here, finished["state"]) == (ROWS, 0, "finished"), (vars(last), finished)
    return kills, between


def added(house):
    return house.count("SELECT count(*) FROM users WHERE draft_no IS NOT NULL")


def wait_for_work(house, seconds=60):
    """Until another chunk was added, or all are."""
    before, deadline = added(house), time.monotonic() + seconds
    while (now := added(house)) == before and now < ROWS:
        assert time.monotonic() < deadline, f"no row was added for {seconds} s"
        time.sleep(0.02)
