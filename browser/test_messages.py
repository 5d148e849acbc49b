"""Messages of the Preview: how long they stay, what they cover, and how to undo without them."""
import pytest
from playwright.sync_api import expect

from house import ANNA
from sheets import clean


def test_a_deletion_can_be_undone_when_its_message_is_gone(console):
    preview = console.enter(ANNA).preview_of("Acme", clean(30))
    page, undo = preview.page, preview.page.get_by_role("button", name="Undo").first
    page.clock.install()
    expect(undo).to_be_disabled()

    preview.row(2).delete()
    preview.row(3).delete()
    message = page.get_by_text("Row 3 (First2 Last2) was deleted.")
    expect(message).to_be_visible()
    message.hover()
    page.clock.run_for(25_000)
    expect(message).to_be_visible()
    page.mouse.move(600, 500)
    page.clock.run_for(12_000)
    expect(message).to_be_hidden()

    undo.click()
    preview.expect_count(29)
    expect(preview.row(3).line).to_have_count(1)
    preview.row(4).cell("EMAIL").focus()
    page.keyboard.press("Control+z")
    preview.expect_count(30)
    expect(undo).to_be_disabled()


@pytest.mark.parametrize("width", [1440, 380])
def test_a_message_never_lies_over_a_row(new_console, house, width):
    console = new_console(house, viewport={"width": width, "height": 800})
    preview = console.enter(ANNA).preview_of("Acme", clean(30))
    preview.row(2).delete()
    message = preview.page.get_by_text("was deleted.")
    expect(message).to_be_visible()

    preview.add_row_button.click()
    expect(preview.page.get_by_role("textbox", name="FIRST NAME, row 32")).to_be_focused()

    box, grid = preview.page.locator(".toast").bounding_box(), preview.page.locator(".gscroll").bounding_box()
    assert box["y"] + box["height"] <= grid["y"], (box, grid)
    close = preview.page.get_by_role("button", name="Close").bounding_box()
    assert box["x"] + box["width"] <= close["x"]
