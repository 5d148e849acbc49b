"""One browser for all tests; a fresh house, a fresh context and a fresh console for each."""
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from client import Client
from console import Console
from house import ANNA, Street
from sheets import MIXED, as_csv, row

PEOPLE = [row(name=f"Person {number:03}", email=f"person{number:03}@acme.example") for number in range(120)]

expect.set_options(timeout=8_000)


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="kill the server 200 times instead of 20")
    parser.addoption("--shots", action="store_true", help="write the screenshots into browser/shots")


@pytest.fixture(scope="session")
def street(tmp_path_factory):
    return Street(tmp_path_factory.mktemp("street"))


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


def launch(playwright, **options):
    """Debian's Chromium; Playwright's own builds are not needed."""
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments, **options)


@pytest.fixture(scope="session")
def browser(playwright):
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture
def open_house(street):
    """Starts a server with settings of its own: open_house(ROLLBOOK_COMMIT_CHUNK=10)."""
    opened = []

    def opening(**settings):
        opened.append(street.house(**settings))
        return opened[-1]

    yield opening
    for house in opened:
        house.stop()
        shutil.rmtree(house.data.parent)


@pytest.fixture
def house(open_house):
    return open_house()


@pytest.fixture
def new_console(browser):
    """Opens a window of a new person: new_console(house, color_scheme="dark")."""
    contexts, errors = [], []

    def opening(house, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **options})
        context.set_default_timeout(8_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{error.message}\n{error.stack}"))
        page.on("console", lambda note: errors.append(note.text) if is_fault(note) else None)
        return Console(page, house)

    yield opening
    for context in contexts:
        context.close()
    assert not errors, errors


def is_fault(note):
    # Chromium writes a line for every reply of 4xx, and for requests that a dead server leaves: tests bring them about.
    return note.type == "error" and not note.text.startswith("Failed to load resource")


@pytest.fixture
def console(new_console, house):
    return new_console(house)


@pytest.fixture
def client(house):
    """client(PAULA): that person's way to the API."""
    return lambda person=None: Client(house, person)


@pytest.fixture
def crowd(client, house):
    """Acme with 120 more users; answers the house."""
    client(ANNA).add_users("Acme", as_csv(PEOPLE))
    return house


@pytest.fixture
def preview(console):
    """The Preview of four rows, seen by Anna; row 3 has no @, row 5 has no name."""
    return console.enter(ANNA).preview_of("Acme", list(MIXED), "mixed.xlsx")


def pytest_ignore_collect(collection_path, config):
    """The pictures are made only when asked for."""
    if collection_path.name == "test_screenshots.py" and not config.getoption("--shots"):
        return True
    return None
