"""Nobody twice, nobody lost: S50 and S51."""
import time

import pytest
from playwright.sync_api import expect

from client import Client, Refused
from house import ANNA, PAULA, eventually
from sheets import as_csv, clean


def slow(open_house):
    """A house whose Upload takes about two seconds: chunks of 10 rows with a rest between them."""
    return open_house(ROLLBOOK_COMMIT_CHUNK=10, ROLLBOOK_COMMIT_PAUSE_MS=100, ROLLBOOK_LEASE=1)


def expect_each_once(house, rows):
    """Everybody is there, nobody twice, and the ledger of each draft balances: asked of the tables themselves."""
    for line in rows:
        assert house.count("SELECT count(*) FROM users WHERE email_key = ?", line[3]) == 1, line[3]
    assert house.count("SELECT count(*) FROM drafts WHERE read + added_by_hand <> created + updated + skipped + deleted"
                       " + (SELECT count(*) FROM draft_rows r WHERE r.account_id = drafts.account_id"
                       " AND r.draft_no = drafts.no AND r.state = 'here')") == 0  # fmt: skip


def test_s50_a_double_click_adds_nobody_twice(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(120))

    preview.upload_button.dblclick()

    preview.expect_all_added(120, "Acme")
    expect_each_once(house, clean(120))


def test_s50_a_reload_during_upload_adds_nobody_twice_and_shows_how_far_it_is(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(200))
    preview.upload()
    expect(preview.page.get_by_role("progressbar", name="Adding users")).to_be_visible()

    preview.page.reload()

    expect(preview.page.get_by_role("progressbar", name="Adding users")).to_be_visible()
    preview.expect_all_added(200, "Acme")
    expect_each_once(house, clean(200))


def test_s50_the_browser_may_be_closed_during_upload(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(150))
    preview.upload()
    expect(preview.page.get_by_text("You can close this window")).to_be_visible()
    preview.page.close()

    eventually(lambda: house.count("SELECT count(*) FROM users WHERE email LIKE 'user%@example.org'") == 150, 30)
    expect_each_once(house, clean(150))


def test_s50_a_lost_connection_during_upload_loses_no_row(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(150))
    preview.upload()
    expect(preview.page.get_by_role("progressbar", name="Adding users")).to_be_visible()
    preview.page.context.set_offline(True)
    time.sleep(0.7)
    preview.page.context.set_offline(False)

    preview.expect_all_added(150, "Acme")
    expect_each_once(house, clean(150))


def test_s50_a_killed_server_finishes_the_upload_by_itself(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(300))
    preview.upload()
    added = "SELECT count(*) FROM users WHERE email LIKE 'user%@example.org'"
    eventually(lambda: house.count(added) >= 50)
    house.kill()
    assert 0 < house.count(added) < 300

    house.start()

    # Nobody clicks anything, neither here nor there.
    eventually(lambda: house.count(added) == 300, 60)
    preview.expect_all_added(300, "Acme")
    expect_each_once(house, clean(300))


def test_s50_the_same_upload_of_a_file_sent_again_is_the_same_draft(house, client):
    anna, key = client(ANNA), "6f1f64f0-21b3-4a52-9c3c-0f3b4f3f8a11"
    first = anna.upload("Acme", as_csv(clean(20)), key=key)
    again = anna.upload("Acme", as_csv(clean(20)), key=key)

    assert first["number"] == again["number"]
    with pytest.raises(Refused) as refused:
        anna.upload("Acme", as_csv(clean(21)), key=key)
    assert (refused.value.status, refused.value.code) == (409, "draft_key_reused")
    assert house.count("SELECT count(*) FROM drafts") == 1


def test_s51_an_address_that_somebody_else_adds_meanwhile_comes_back_as_an_error(open_house, new_console):
    house = slow(open_house)
    preview = new_console(house).enter(ANNA).preview_of("Acme", clean(150))
    paula = Client(house, PAULA)
    preview.upload()
    paula.add_user("Acme", "USER150@example.org", name="Faster Than Anna")

    preview.expect_partly_added(149, 1)
    preview.expect_count(1)
    preview.row(151).expect_status("Already a user here")
    assert house.count("SELECT count(*) FROM users WHERE email_key = 'user150@example.org'") == 1
    names = [user["display_name"] for user in paula.users("Acme", search="user150")["users"]]
    assert names == ["Faster Than Anna"]


def test_s51_an_address_added_while_the_preview_is_open_is_found_at_upload(console, client):
    preview = console.enter(ANNA).preview_of("Acme", clean(10))
    client(PAULA).add_user("Acme", "user4@example.org")

    preview.upload()

    preview.expect_partly_added(9, 1)
    preview.row(5).expect_status("Already a user here")
    preview.row(5).expect_invalid("EMAIL")
