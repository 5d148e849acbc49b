"""axe finds nothing on any screen, light and dark, wide and narrow; and nothing is wider than a phone."""
import pytest

import screens
from axe import SIZES, expect_nothing_found


@pytest.mark.parametrize("screen", screens.EVERY, ids=lambda screen: screen.__name__)
def test_axe_finds_nothing(open_house, new_console, screen):
    house = open_house(ROLLBOOK_COMMIT_CHUNK=20, ROLLBOOK_COMMIT_PAUSE_MS=slowness(screen))
    # The checker is a script that the console's own policy would rightly refuse.
    console = new_console(house, viewport=SIZES["wide"], reduced_motion="reduce", bypass_csp=True)
    screen(console)

    expect_nothing_found(console.page)


def slowness(screen):
    """Uploading is looked at for a while; the rest shall be quick."""
    return 1_000 if screen is screens.uploading else 0


def test_the_theme_can_be_chosen_and_is_kept_without_a_flash(console):
    screens.users(console)
    page = console.page
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Switch light or dark theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"

    reply = page.reload()

    assert 'data-theme="dark"' in reply.text()


def test_nothing_comes_from_elsewhere(console, house):
    asked = []
    console.page.on("request", lambda request: asked.append(request.url))
    for screen in (screens.sign_in, screens.accounts, screens.preview_mixed):
        screen(console)

    assert asked and all(url.startswith((house.url, "data:", "blob:")) for url in asked), asked
