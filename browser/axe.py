"""The accessibility checker axe, asked about one page that is looked at in every scheme and size in turn."""
from axe_playwright_python.base import AXE_SCRIPT

SIZES = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 380, "height": 800}}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that a change of the scheme can change: the other rules look at no colours.
COLOURS = ["color-contrast", "link-in-text-block"]
# Colours change by a transition, however short, and what inherits a colour begins its own when the other's has ended.
# Nothing is waited for without an end: a browser that draws no frame just then would keep us for ever.
AT_REST = """async () => {
    const within = (time, done) => Promise.race([done, new Promise(later => setTimeout(later, time))]);
    const underway = () => document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity);
    const end = performance.now() + 3_000;
    for (let still = 0; still < 3 && performance.now() < end; still++) {
        await within(100, new Promise(requestAnimationFrame));
        if (underway().length) still = -1;
        await within(500, Promise.all(underway().map(animation => animation.finished.catch(() => {}))));
    }
}"""
RUN = """async options => (await axe.run({ ...options, resultTypes: ['violations'], iframes: false })).violations
    .map(({ id, help, nodes }) => ({ id, help, at: nodes.map(node => node.target.join(' ') + ': ' + node.failureSummary) }))"""


def expect_nothing_found(page):
    """Looks at the page as it stands: wide and narrow, light and dark; and nothing is wider than the window."""
    page.evaluate(AXE_SCRIPT)
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        for scheme, rules in (("light", {"type": "tag", "values": TAGS}), ("dark", {"type": "rule", "values": COLOURS})):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(AT_REST)
            found = page.evaluate(RUN, {"runOnly": rules})
            assert not found, f"{size}, {scheme}: {found}"
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{wider} px wider than the {size} window"
