"""The pictures of the README: made only with --shots, looked at by people."""
import pathlib

import pytest

import screens
from house import ANNA, ROOT

FOLDER = pathlib.Path(__file__).parent / "shots"


def sample(console):
    file = ROOT / "samples/acme-with-errors.csv"
    preview = console.enter(ANNA).preview_of("Acme", file.read_bytes(), file.name)
    preview.row(6).cell("EMAIL").focus()
    return preview


def added(console):
    preview = sample(console)
    preview.upload()
    preview.expect_partly_added(5, 11)


SHOTS = {
    "sign-in": screens.sign_in,
    "accounts": screens.accounts,
    "users": screens.users,
    "panel": screens.panel,
    "preview": sample,
    "result": added,
}


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_of_each_main_screen(console, client, name, scheme):
    for first, last in (("Ines", "Ito"), ("Jürgen", "Müller"), ("Léa", "Dubois"), ("Omar", "Haddad")):
        client(ANNA).add_user("Acme", f"{first[0]}.{last}@acme.example".lower(), name=f"{first} {last}")
    console.page.set_viewport_size({"width": 1200, "height": 720})
    console.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    SHOTS[name](console)
    console.page.wait_for_timeout(400)
    FOLDER.mkdir(exist_ok=True)
    console.page.screenshot(path=FOLDER / f"{name}-{scheme}.png")
