"""How many clicks it takes; S65: a 200-row sheet goes from signed-in to all users added in fewer than 10."""
import re

from playwright.sync_api import expect

from console import Console
from house import ANNA
from preview import Preview, control
from sheets import as_xlsx, clean

COUNT_CLICKS = """() => {
    if (origin === 'null') return; // in the frame of an email
    sessionStorage.clicks ??= 0;
    addEventListener('click', event => { if (event.isTrusted) sessionStorage.clicks = +sessionStorage.clicks + 1 }, true);
}"""


def test_s65_200_rows_are_added_in_fewer_than_10_clicks(console: Console, client):
    page = console.sign_in(ANNA).page
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    page.add_init_script(f"({COUNT_CLICKS})()")
    page.evaluate(COUNT_CLICKS)

    control(page, "Import Users").first.click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload", exact=True).click()
    chooser.value.set_files({"name": "200.xlsx", "mimeType": "application/octet-stream", "buffer": as_xlsx(clean(200))})
    preview = Preview(page)
    preview.expect_counts(rows=200, faulty=0)
    preview.upload()
    preview.expect_all_added(200, "Acme")

    clicks = int(page.evaluate("sessionStorage.clicks"))
    assert 3 <= clicks < 10, clicks
    # The chooser itself needs two more: the file, and Open.
    assert clicks + 2 < 10
    assert len(client(ANNA).emails("Acme")) == 202


def test_from_the_sign_in_to_40_welcome_emails_it_is_at_most_7_clicks(console: Console):
    page = console.page
    page.add_init_script(f"({COUNT_CLICKS})()")
    console.sign_in(ANNA)
    control(page, "Import Users").first.click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload", exact=True).click()
    chooser.value.set_files({"name": "40.xlsx", "mimeType": "application/octet-stream", "buffer": as_xlsx(clean(40))})
    preview = Preview(page)
    preview.upload()
    preview.expect_all_added(40, "Acme")
    page.get_by_role("link", name="Send welcome emails").click()
    page.get_by_role("button", name="Send 40 emails").click()

    expect(page.get_by_role("main").get_by_text(re.compile("^40 welcome emails are in the mailbox"))).to_be_visible()
    assert int(page.evaluate("sessionStorage.clicks")) <= 7
