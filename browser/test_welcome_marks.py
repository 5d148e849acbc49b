"""What became of welcome emails, where they are found without a mail server, and their words."""
import pytest
from playwright.sync_api import expect

from house import ANNA, PAULA
from selected import bar, question


def test_the_mailbox_is_shown_to_operators_alone(console, client, crowd):
    user = client(ANNA).users("Acme", search="person 000")["users"][0]
    client(ANNA).post(f"{client(ANNA).base('Acme')}/welcome", {"request_id": "one", "selection": {"ids": [user["id"]]}, "shown": 1})
    mailbox = f"/accounts/{crowd.account('Acme')}/mailbox"
    assert console.enter(ANNA).open(mailbox).status == 404
    expect(console.users("Acme").page.get_by_role("link", name="Mailbox")).to_have_count(0)

    page = console.enter(PAULA).page
    console.users("Acme")
    page.get_by_role("link", name="Mailbox").click()
    page.get_by_role("link", name="Person 000").click()
    expect(page.frame_locator("iframe").get_by_role("link", name="Set up your account")).to_be_visible()
    page.get_by_role("link", name="Plain text").click()
    expect(page.get_by_label("Plain text")).to_contain_text("Welcome, Person 000")
    page.get_by_role("link", name="Source").click()
    expect(page.get_by_label("Source")).to_contain_text("Auto-Submitted: auto-generated")


@pytest.mark.parametrize("width", [1280, 380])
def test_long_names_break_and_push_nothing_aside_in_the_mailbox(console, client, house, width):
    address = f"{'abcdefghij' * 6}@{'long-domain-' * 4}name.example"
    user = client(ANNA).add_user("Acme", address, name="Wolfeschlegelsteinhausenbergerdorff" * 2)
    client(ANNA).post(f"{client(ANNA).base('Acme')}/welcome", {"request_id": "one", "selection": {"ids": [user["id"]]}, "shown": 1})
    page = console.enter(PAULA).page
    page.set_viewport_size({"width": width, "height": 800})
    console.open(f"/accounts/{house.account('Acme')}/mailbox")

    parts = page.get_by_role("row").nth(1).locator("bdi")
    expect(parts).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert parts.evaluate_all("""parts => parts.every(part => {
        const cell = part.closest('th, td').getBoundingClientRect(), text = part.getBoundingClientRect();
        return text.left >= cell.left && text.right <= cell.right + 1 })""")


def test_the_marks_change_while_somebody_looks(console, crowd):
    page = console.enter(ANNA).page
    crowd.change("UPDATE users SET welcome = 1 WHERE email = ?", "person000@acme.example")
    line = console.users("Acme").line("Person 000")
    expect(line).to_contain_text("Waiting")
    words = "550 5.1.1 No such user here"
    crowd.change("UPDATE users SET welcome = 3, welcome_words = ? WHERE email = ?", words, "person000@acme.example")

    expect(line).to_contain_text("Failed")
    expect(line).to_contain_text(words)


def test_without_a_mail_server_an_email_lies_in_the_mailbox_and_is_not_called_sent(console, crowd):
    console.enter(ANNA)
    crowd.change("UPDATE users SET welcome = 1 WHERE email = ?", "person000@acme.example")
    line = console.users("Acme").line("Person 000")
    expect(line).to_contain_text("Waiting")
    crowd.change("UPDATE users SET welcome = 2 WHERE email = ?", "person000@acme.example")

    for look in ("drawn by the script", "drawn by the server"):
        expect(line, look).to_contain_text("In the mailbox")
        expect(line.locator(".pill"), look).to_have_attribute("title", "No mail server is set: the email is found under Mailbox.")
        console.page.reload()


def test_the_list_can_be_narrowed_to_where_people_are_on_their_way(console, client, crowd):
    states = {"Waiting": (1, 10), "In the mailbox": (2, 11), "Failed": (3, 12), "Unknown": (4, 13)}
    for word, (state, number) in states.items():
        crowd.change("UPDATE users SET welcome = ?, welcome_at = 1 WHERE email = ?", state, f"person{number:03}@acme.example")
    page = console.enter(ANNA).page
    console.users("Acme")
    choices = {"Waiting": "Waiting", "In the mailbox, not registered": "In the mailbox", "Failed": "Failed", "Unknown": "Unknown", "No answer for 7 days": "In the mailbox"}
    for choice, word in choices.items():
        page.get_by_role("combobox", name="Welcome email").select_option(label=choice)
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("tbody tr")).to_contain_text(f"Person {states[word][1]:03}")
    page.get_by_role("checkbox", name="Select all users on this page").check()
    bar(page).get_by_role("button", name="Send welcome emails").click()
    expect(question(page)).to_contain_text("Sent before to 1 user.")


def test_the_account_says_it_in_its_own_words(console, client):
    page = console.enter(ANNA).page
    console.users("Acme")
    page.get_by_role("link", name="Welcome email").click()
    page.get_by_label("Subject").fill("Come in")
    page.get_by_label("Greeting").fill("Good to have you.\n\nThe door is open.")
    page.get_by_label("Answers go to").fill("nobody")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody can answer to this address.")
    page.get_by_label("Answers go to").fill("help@acme.example")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Your words were saved.")).to_be_visible()
    expect(page.frame_locator("iframe").get_by_text("The door is open.")).to_be_visible()
    user = client(ANNA).users("Acme", search="uwe")["users"][0]["id"]
    assert client(ANNA).post(f"{client(ANNA).base('Acme')}/welcome/preview", {"selection": {"ids": [user]}})["subject"] == "Come in"
