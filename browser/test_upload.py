"""Upload, partial Upload, Cancel: S40–S49."""
import pytest
from playwright.sync_api import expect

from house import ANNA
from preview import Preview, control
from sheets import clean, row, with_errors


def test_s40_without_errors_upload_adds_everybody_and_says_so(console, client):
    preview = console.enter(ANNA).preview_of("Acme", clean(50))

    preview.upload()

    preview.expect_all_added(50, "Acme")
    assert len(client(ANNA).emails("Acme")) == 52


def test_s41_the_users_page_lists_them_with_name_email_and_role(console):
    rows = [row("Zoë", "Zander", email="zoe@example.org"), row("", "", "Yan Y", "yan@example.org", "Account Admin")]
    preview = console.enter(ANNA).preview_of("Acme", rows)
    preview.upload()
    preview.expect_all_added(2, "Acme")

    control(console.page, "Go to Users").click()

    expect(console.page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    users = console.users("Acme")
    for name, email, role in (("Zoë Zander", "zoe@example.org", "User"), ("Yan Y", "yan@example.org", "Account Admin")):
        expect(users.line(email)).to_contain_text(name)
        expect(users.line(email)).to_contain_text(role)


def test_s42_roles_are_as_shown_in_the_preview(console, client):
    rows = [
        row(name="A", email="a@example.org", role="Account Admin"),
        row(name="B", email="b@example.org"),
        row(name="C", email="c@example.org", role="user"),
    ]
    preview = console.enter(ANNA).preview_of("Acme", rows)
    preview.row(4).choose_role("Account Admin")
    preview.row(2).choose_role("User")
    expect(preview.row(2).cell("ROLE")).to_have_text("User")
    preview.upload()
    preview.expect_all_added(3, "Acme")

    roles = {user["email"]: user["role"] for user in client(ANNA).users("Acme")["users"]}
    assert (roles["a@example.org"], roles["b@example.org"], roles["c@example.org"]) == ("user", "user", "account_admin")


@pytest.fixture
def half(console):
    """100 rows of which the last two are faulty, after one Upload."""
    preview = console.enter(ANNA).preview_of("Acme", with_errors(100, faulty=2), "half.xlsx")
    preview.expect_counts(rows=100, faulty=2)
    return preview


def test_s43_upload_is_enabled_while_errors_exist(half):
    expect(half.upload_button).to_be_enabled()
    expect(half.upload_button).not_to_have_attribute("aria-disabled", "true")
    expect(half.page.get_by_text("98 will be added. 2 with errors stay here.")).to_be_visible()


def test_s44_the_clean_rows_are_added_and_leave_the_preview(half, client):
    half.upload()

    half.expect_partly_added(98, 2)
    half.expect_count(2)
    assert len(client(ANNA).emails("Acme")) == 100


def test_s45_the_faulty_rows_are_not_added_and_stay_with_their_data(half, client):
    half.upload()
    half.expect_partly_added(98, 2)

    assert [line[0] for line in half.shown()] == ["100", "101"]
    assert [line[2:6] for line in half.shown()] == [
        ("First99", "Last99", "", "user99.example.org"),
        ("First100", "Last100", "", "user100.example.org"),
    ]
    assert not {"user99@example.org", "user100@example.org"} & set(client(ANNA).emails("Acme"))


def test_s46_they_can_be_corrected_and_uploaded(half, client):
    half.upload()
    half.expect_partly_added(98, 2)

    half.row(100).edit("EMAIL", "user99@example.org")
    half.row(101).edit("EMAIL", "user100@example.org")
    half.expect_faulty(0)
    half.upload()

    half.expect_all_added(100, "Acme")
    emails = client(ANNA).emails("Acme")
    assert len(emails) == len(set(emails)) == 102


def test_s47_or_deleted(half, client):
    half.upload()
    half.expect_partly_added(98, 2)

    half.row(100).delete()
    half.row(101).edit("EMAIL", "user100@example.org")
    half.upload()

    half.expect_all_added(99, "Acme")
    assert "user99@example.org" not in client(ANNA).emails("Acme")


def test_s48_what_an_earlier_upload_added_stays_when_the_rest_is_cancelled(half, client):
    half.upload()
    half.expect_partly_added(98, 2)

    half.cancel()

    note = half.page.locator("main > .note")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("98 users were added from half.xlsx.")
    expect(note).to_contain_text("2 rows were discarded. Whoever was added before stays.")
    assert len(client(ANNA).emails("Acme")) == 100
    half.page.get_by_role("button", name="Undo", exact=True).click()
    Preview(half.page).expect_count(2)


def test_s49_cancel_before_any_upload_adds_nobody_and_undo_brings_the_draft_back_with_its_edits(half, client):
    half.next_problem()
    half.row(100).edit("EMAIL", "corrected@example.org")
    half.expect_counts(rows=100, faulty=1)

    half.cancel()

    expect(half.page.get_by_text("The import of half.xlsx was cancelled. No users were added.").first).to_be_visible()
    assert len(client(ANNA).emails("Acme")) == 2
    assert client(ANNA).get(f"{client(ANNA).base('Acme')}/drafts")["drafts"] == []
    half.page.get_by_role("button", name="Undo", exact=True).click()
    again = Preview(half.page)
    again.expect_counts(rows=100, faulty=1)
    again.next_problem()
    assert again.row(100).text("EMAIL") == "corrected@example.org"


def test_s49_closing_keeps_the_draft(half, client):
    half.close()

    anna = client(ANNA)
    assert [draft["counts"]["here"] for draft in anna.get(f"{anna.base('Acme')}/drafts")["drafts"]] == [100]


def test_after_an_import_its_users_are_on_top_and_can_be_shown_alone(console, client):
    for number in range(3):
        client(ANNA).add_user("Acme", f"aaa{number}@acme.example", name=f"Aaa {number}")
    preview = console.enter(ANNA).preview_of("Acme", clean(60), "november.xlsx")
    preview.upload()
    preview.expect_all_added(60, "Acme")
    page = console.page
    page.get_by_role("link", name="Go to Users").click()

    expect(page.get_by_text("60 users were added from november.xlsx.")).to_be_visible()
    lines = page.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(lines.nth(0)).to_contain_text("First1 Last1")
    expect(lines.nth(0)).to_contain_text("New")
    expect(lines.nth(49)).to_contain_text("New")
    expect(lines.nth(50)).to_contain_text("Aaa 0")
    expect(lines.nth(50).get_by_text("New")).to_have_count(0)

    page.get_by_role("link", name="Show only these").click()
    expect(page.get_by_text("From november.xlsx")).to_be_visible()
    expect(page.get_by_text("50 of 60 users")).to_be_visible()
    page.get_by_role("searchbox").fill("first59")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_text("From november.xlsx")).to_be_visible()
    expect(lines).to_have_count(1)
    page.get_by_role("link", name="Show all users").click()
    expect(page.get_by_text("Aaa 0")).to_be_visible()
