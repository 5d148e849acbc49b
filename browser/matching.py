"""Match columns: the dialog, and the way to it."""
from playwright.sync_api import expect

from house import ANNA

PEOPLE = "Wer,Kontakt,Rolle,Ort\nAna Silva,ana@example.com,Chef,Graz\nBen Roth,ben@example.com,User,Wien\nCy Dee,cy@example.com,chef,Linz\n"


class Matching:
    def __init__(self, page):
        self.page = page
        self.dialog = page.get_by_role("dialog", name="Match columns")
        expect(self.dialog).to_be_visible()

    def choice(self, heading):
        return self.dialog.get_by_role("combobox", name=f"Import {heading} as")

    def role(self, word):
        return self.dialog.get_by_role("combobox", name=f"Import the role {word} as")

    def go(self):
        self.dialog.get_by_role("button", name="Continue to Preview").click()


def matching(console, text=PEOPLE, name="people.csv", person=ANNA, account="Acme"):
    content = text.encode() if isinstance(text, str) else text
    console.enter(person).users(account).import_users().choose(content, name)
    return Matching(console.page)
