"""The mailbox of a house without SMTP, as operators read it."""
import re
import uuid

from client import Client
from house import ANNA, PAULA

LINK = re.compile(r"https?://\S+#\S+")


def invite(house, email, account="Acme", **fields):
    """Adds a user, sends the Welcome email, and answers the link in it."""
    paula = Client(house, PAULA)
    user = paula.add_user(account, email, **fields)
    return send_again(house, user["id"], account)


def send_again(house, user, account="Acme"):
    """Sends the Welcome email of a user (once more), and answers the link in it."""
    paula = Client(house, PAULA)
    mailing = {"request_id": str(uuid.uuid4()), "selection": {"ids": [user]}, "shown": 1}
    sender = Client(house, ANNA) if account == "Acme" else paula
    sender.post(f"{paula.base(account)}/welcome", mailing)
    return newest_link(house, account)


def addresses(client):
    """The addresses of all letters, as the mailbox has them."""
    paula = client(PAULA)
    return sorted(letter["to"]["email"] for letter in paula.get(f"{paula.base('Acme')}/letters", limit=200)["letters"])


def new_password_link(house):
    """The link for a forgotten password, once it is there."""
    link = newest_link(house)
    return link if link and "/new-password#" in link else None


def newest_link(house, account="Acme"):
    """The link of the newest letter; None if there is no letter."""
    paula = Client(house, PAULA)
    newest = next(iter(paula.get(f"{paula.base(account)}/letters", limit=1)["letters"]), None)
    return newest and LINK.search(paula.get(f"{paula.base(account)}/letters/{newest['number']}")["text"]).group()
