"""The whole story in one go, from an empty account to a user who has signed in: S1–S65."""
import email
import email.policy
import re

from playwright.sync_api import expect

from house import PAULA, Person
from letters import LINK
from post import Post
from sheets import row

ROWS = [
    row("Ines", "Ito", email="ines@gamma.example", role="Account Admin"),
    row("Jo", "Ek", email="jo.gamma.example", role="User"),
    row(email="nobody@gamma.example"),
    row("", "", "Kim Moe", "kim@gamma.example"),
]
INES = Person("Ines", "Ito", "ines@gamma.example", "Gamma", "account_admin", "correct staple battery horse")


def in_the_mailbox(page):
    """The link as the mailbox page shows it."""
    page.get_by_role("link", name="Mailbox").click()
    page.get_by_role("link", name=INES.full_name).click()
    page.get_by_role("link", name="Plain text").click()
    return page.get_by_label("Plain text").get_by_role("link").get_attribute("href")


def test_the_whole_story(house, new_console):
    play(house, new_console, in_the_mailbox)


def test_the_whole_story_with_mail_received_over_smtp(open_house, new_console, tmp_path):
    post = Post(tmp_path, keep=tmp_path)
    post.settings["ROLLBOOK_PUBLIC_URL"] = "{url}"

    def in_the_message(page):
        expect(page.get_by_role("link", name="Mailbox")).to_have_count(0)
        (file,) = [line["file"] for line in post.accepted(3) if line["recipients"] == [INES.email]]
        with open(file, "rb") as bytes:
            message = email.message_from_binary_file(bytes, policy=email.policy.SMTP)
        assert message["From"] == "Gamma <accounts@console.example>"
        assert message["To"] == f"{INES.full_name} <{INES.email}>"
        assert message["Subject"] == "Your Gamma account is ready – set it up"
        text, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
        link = LINK.search(text).group()
        assert html.count(f'href="{link}"') == 2
        return link

    play(open_house(**post.settings), new_console, in_the_message)
    post.sink.stop()


def play(house, new_console, link_of_ines):
    console = new_console(house)
    page = console.sign_in(PAULA).page
    page.get_by_role("link", name="Add Account").click()
    page.get_by_label("Account name").fill("Gamma")
    page.get_by_role("button", name="Add Account").last.click()
    expect(page.get_by_text("Gamma was added.")).to_be_visible()

    preview = console.preview_of("Gamma", ROWS, "gamma.xlsx")
    preview.expect_faulty(2)
    preview.row(3).edit("EMAIL", "jo@gamma.example")
    preview.expect_faulty(1)
    preview.row(4).delete()
    preview.expect_faulty(0)
    preview.upload()
    preview.expect_all_added(3, "Gamma")

    page.get_by_role("link", name="Send welcome emails").click()
    question = page.get_by_role("dialog", name="Send welcome emails")
    expect(question).to_contain_text("3 users")
    question.get_by_role("button", name="Send 3 emails").click()
    expect(page.get_by_role("main").get_by_text(re.compile("^3 welcome emails are (on their way|in the mailbox)"))).to_be_visible()

    link = link_of_ines(page)

    ines = new_console(house)
    ines.page.goto(link)
    expect(ines.page.get_by_text("Gamma", exact=True)).to_be_visible()
    ines.page.get_by_label("Password", exact=True).fill(INES.password)
    ines.page.get_by_role("button", name="Set password").click()
    expect(ines.page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    ines.sign_out()
    ines.sign_in(INES)
    expect(ines.page.get_by_role("heading", name="Users", level=1)).to_be_visible()
    expect(ines.page.get_by_role("row").filter(has_text=INES.email)).to_contain_text("Registered")

    expect(console.users("Gamma").line("kim@gamma.example")).to_contain_text(re.compile("Waiting|Sent|In the mailbox"))
