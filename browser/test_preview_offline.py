"""The Preview while the server is away, busy or has ended the session: nothing is lost, and it is said in words."""
import re

from playwright.sync_api import expect

from house import ANNA
from preview import Preview
from sheets import as_csv, clean, with_errors


def test_an_edit_survives_a_lost_connection(preview):
    page = preview.page
    page.route("**/rows", lambda route: route.abort() if route.request.method == "PATCH" else route.continue_())
    preview.row(3).edit("EMAIL", "bo@example.org")
    expect(page.get_by_text("The server cannot be reached. Your last change is kept here")).to_be_visible()
    preview.row(5).edit("FIRST NAME", "Dee")
    assert preview.row(3).text("EMAIL") == "bo@example.org"

    page.unroute("**/rows")
    page.get_by_role("button", name="Try again").click()

    preview.expect_counts(rows=4, faulty=0)
    expect(page.get_by_text("kept here")).to_be_hidden()
    page.reload()
    Preview(page).expect_counts(rows=4, faulty=0)


def test_an_edit_survives_the_end_of_the_session(console):
    preview = console.enter(ANNA).preview_of("Acme", with_errors(4, faulty=1))
    page = preview.page
    page.context.request.delete(console.house.url + "/api/v1/session", headers={"Origin": console.house.url})
    preview.row(5).edit("EMAIL", "right@example.org")
    expect(page.get_by_text("You were signed out. Your last change is kept here")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in (new tab)")).to_have_attribute("href", "/sign-in")

    console.enter(ANNA)
    page.get_by_role("button", name="Try again").click()

    preview.expect_counts(rows=4, faulty=0)
    expect(page.get_by_text("You were signed out")).to_be_hidden()


def test_upload_waits_when_the_last_change_was_refused(console):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(clean(3)), "refused.csv")
    preview.page.route("**/rows", lambda route: route.fulfill(
        status=412, content_type="application/problem+json",
        body='{"title": "", "status": 412, "code": "row_changed", "message": "Somebody changed this row.", "positions": [0]}')
        if route.request.method == "PATCH" else route.continue_())

    preview.row(2).cell("FIRST NAME").click()
    preview.page.keyboard.type("Changed")
    preview.page.get_by_role("button", name=re.compile("^Upload")).click()
    preview.page.wait_for_timeout(1_000)

    expect(preview.page.get_by_role("heading", name="Preview")).to_be_visible()
    expect(preview.page.get_by_text(re.compile("3 users added"))).to_have_count(0)


def test_while_the_server_is_down_nothing_is_lost_and_everything_is_said(console, house):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(with_errors(4, faulty=1)), "down.csv")
    page = preview.page
    house.kill()

    preview.row(5).edit("EMAIL", "right@example.org")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The server cannot be reached. Your last change is kept here; it is saved as soon as it answers.")
    preview.row(4).edit("FIRST NAME", "Changed")
    preview.upload()
    expect(alert).to_contain_text("Nothing was uploaded yet. The server cannot be reached. Your last 2 changes are kept here")
    page.get_by_role("button", name="Close").click()
    expect(alert).to_contain_text("This window stays open for now.")

    house.start()
    expect(page.get_by_text("Everything is saved.")).to_be_visible(timeout=40_000)
    expect(alert).to_be_hidden()
    preview.expect_counts(rows=4, faulty=0)
    preview.upload()
    preview.expect_all_added(4, "Acme")
    assert house.count("SELECT count(*) FROM users WHERE first_name = 'Changed'") == 1


def test_an_upload_that_the_server_never_heard_of_says_so_and_is_asked_for_again(console, house):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(clean(3)), "down.csv")
    house.kill()

    preview.upload()
    expect(preview.page.get_by_text("The server cannot be reached. It is asked again every few seconds")).to_be_visible()
    expect(preview.page.get_by_text("You can close this window")).to_have_count(0)
    house.start()

    preview.expect_all_added(3, "Acme")


def test_a_server_that_has_too_much_to_do_is_not_called_away(console):
    preview = console.enter(ANNA).preview_of("Acme", as_csv(clean(3)), "busy.csv")
    page, asked = preview.page, []

    def answer(route):
        asked.append(route.request.url)
        if len(asked) > 2:
            return route.continue_()
        return route.fulfill(
            status=503, content_type="application/problem+json", headers={"Retry-After": "1"},
            body='{"title": "", "status": 503, "code": "busy", "message": "Too much is going on.", "remedy": "Try again in a moment."}')

    page.route("**/commit", answer)
    preview.upload()
    expect(page.get_by_text("Too much is going on. Try again in a moment. It is asked again every few seconds")).to_be_visible()

    preview.expect_all_added(3, "Acme")
