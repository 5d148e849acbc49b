"""Servers to measure: each starts on a copy of a data directory that was prepared once."""
import contextlib
import os
import shutil

from figures.process import Process
from house import ANNA, House, furnish
from sheets import as_csv, clean
from stage.files import files
from stage.wire import Wire

# The account whose imports are measured.
ACCOUNT = "Acme"


class Houses:
    def __init__(self, folder):
        self.folder = folder
        self.number = 0

    @contextlib.contextmanager
    def open(self, count, imported=False, **settings):
        """A server with the users who are there before a file of so many rows, or also those whom it adds."""
        self.number += 1
        place = self.folder / f"house-{self.number}"
        shutil.copytree(self.model(count, imported), place / "data")
        # What was copied is written now, not by the first sync that is measured.
        os.sync()
        house = House(place / "data", **settings).start()
        try:
            yield house
        finally:
            house.stop()
            shutil.rmtree(place)

    def model(self, count, imported):
        model = self.folder / f"model-{count}{'-imported' if imported else ''}"
        if not model.exists():
            if imported:
                shutil.copytree(self.model(count, False), model)
                add_users(model, files(count).xlsx)
            else:
                furnish(model)
                add_users(model, files(count).before)
        return model


def add_users(data, file):
    house = House(data).start()
    anna = Wire(house, ANNA)
    finish(anna, anna.upload(ACCOUNT, file.read_bytes(), file.name)["number"])
    anna.close()
    house.stop()


def finish(anna, draft, pause=0.005):
    """Commits what is clean and waits until it is done."""
    anna.commit(ACCOUNT, draft)
    return anna.finished(ACCOUNT, draft, seconds=1200, pause=pause)


def preview(anna, content):
    """Sends a spreadsheet and asks for the first rows of its Preview; answers the draft's number."""
    number = anna.upload(ACCOUNT, content, "users.xlsx")["number"]
    anna.fetch("GET", f"/api/v1{anna.base(ACCOUNT)}/drafts/{number}/rows?view=0&offset=0&limit=128")
    return number


def warm(house):
    """Anna, signed in, after a small import that she discarded; and the server's process."""
    anna = Wire(house, ANNA)
    number = preview(anna, as_csv(clean(10, "warm.example")))
    anna.post(f"{anna.base(ACCOUNT)}/drafts/{number}/discard")
    return anna, Process(house.server.pid)
