"""Mail servers that fail in every way a house may meet: what it then says of each letter is what happened."""
import collections
import time

import pytest

from client import Client
from house import ANNA
from post import Post, add_users, send_welcome, settled, states

LETTERS = 12


@pytest.fixture
def posted(open_house, tmp_path):
    """posted(script=[…], settings={…}): Welcome emails to twelve users, over a sink that does as it is told."""
    posts = []

    def opening(settings=(), **options):
        post = Post(tmp_path / str(len(posts)), **options)
        posts.append(post)
        house = open_house(ROLLBOOK_LEASE=1, ROLLBOOK_MAIL_PATIENCE=1, **post.settings, **dict(settings))
        anna = Client(house, ANNA)
        assert send_welcome(anna, "Acme", add_users(anna, "Acme", LETTERS, "faults.example")) == LETTERS
        return house, post

    yield opening
    for post in posts:
        post.sink.stop()


def ends(house, seconds=30):
    return collections.Counter(settled(house, "faults.example", LETTERS, seconds).values())


def test_each_letter_arrives_once_with_its_own_link(posted, tmp_path):
    house, post = posted(keep=tmp_path)

    assert ends(house) == {"sent": LETTERS}
    assert set(post.taken().values()) == {1}
    letters = [path.read_bytes().decode() for path in tmp_path.glob("*.eml")]
    links = {line for letter in letters for line in letter.splitlines() if line.startswith("https://console.example/")}
    assert len(letters) == len(links) == LETTERS
    assert len({line["message_id"] for line in post.lines("accepted")}) == LETTERS


def test_one_refused_address_fails_alone_with_the_servers_words(posted):
    house, post = posted(script=[{"at": "rcpt", "to": "user7@", "reply": "550 5.1.1 No such user here"}])

    found = settled(house, "faults.example", LETTERS)
    assert collections.Counter(found.values()) == {"sent": LETTERS - 1, "failed": 1}
    assert found["user7@faults.example"] == "failed" and "user7@faults.example" not in post.taken()
    users = Client(house, ANNA).users("Acme", welcome="failed")["users"]
    assert [user["welcome"]["words"] for user in users] == ["5.1.1 No such user here"]


def test_who_is_greylisted_gets_the_letter_later(posted):
    house, post = posted(
        script=[{"at": "rcpt", "to": "user7@", "reply": "451 4.7.1 Greylisted", "times": 2}],
        settings={"ROLLBOOK_MAIL_RETRY_SECONDS": "1"},
    )

    assert ends(house) == {"sent": LETTERS}
    assert set(post.taken().values()) == {1}
    assert sum(line.get("line", "").startswith("RCPT TO:<user7@") for line in post.lines("said")) == 3


def test_what_closes_after_the_final_dot_is_unknown_and_not_repeated(posted):
    house, post = posted(
        script=[{"at": "dot", "close": True, "taken": True, "times": 2}, {"at": "dot", "close": True, "times": 2}]
    )

    assert ends(house) == {"sent": LETTERS - 4, "unknown": 4}
    time.sleep(1.5)
    assert set(post.taken().values()) == {1}
    assert sum(post.taken().values()) == LETTERS - 2


def test_a_server_that_stalls_after_the_dot_is_not_asked_again(posted):
    house, post = posted(script=[{"at": "dot", "stall": 3, "times": 2}])

    assert ends(house) == {"sent": LETTERS - 2, "unknown": 2}
    assert set(post.taken().values()) == {1}


def test_a_server_that_does_not_let_in_holds_letters_back_and_fails_none(posted):
    house, post = posted(script=[{"at": "greeting", "reply": "554 5.3.2 Closed for today"}])

    time.sleep(1)

    assert set(states(house, "faults.example").values()) <= {"queued", "sending"}
    assert post.taken() == {}
