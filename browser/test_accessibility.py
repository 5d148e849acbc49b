"""axe finds nothing on any screen, light and dark, wide and narrow; and nothing is wider than a phone."""
import pytest
from axe_playwright_python.sync_playwright import Axe

import screens

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Colours change by a transition, however short.
AT_REST = """async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const ends = document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity);
    await Promise.all(ends.map(animation => animation.finished.catch(() => {})));
}"""
SIZES = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 380, "height": 800}}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", screens.EVERY, ids=lambda screen: screen.__name__)
def test_axe_finds_nothing(open_house, new_console, screen, size):
    house = open_house(ROLLBOOK_COMMIT_CHUNK=20, ROLLBOOK_COMMIT_PAUSE_MS=slowness(screen))
    # The checker is a script that the console's own policy would rightly refuse.
    console = new_console(house, viewport=SIZES[size], reduced_motion="reduce", bypass_csp=True)
    screen(console)

    for scheme in ("light", "dark"):
        console.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        console.page.evaluate(AT_REST)
        found = Axe().run(console.page, options=RULES)
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"
    wider = console.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, f"{wider} px wider than the window"


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
