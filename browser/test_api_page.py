"""docs/api.md tells the truth: every line of its tables and every example on it is tried."""
import json
import re
import urllib.parse
import uuid

import pytest

from client import Client, Refused
from house import ANNA, PAULA, ROOT
from letters import send_again
from sheets import as_xlsx, clean, row

PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
LINES = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
         for line in PAGE.splitlines() if re.match(r"\| `[A-Z]+ /", line)]  # fmt: skip
# What a caller says for each key that a table names.
WORDS = {
    "email": "new@example.org", "password": ANNA.password, "account": None, "first_name": "Nia", "last_name": "New",
    "name": "Nia New", "role": "user", "old": ANNA.password, "new": "anna-has-another-one-1", "filter": "faulty",
    "search": "", "letter": "W", "address": "https://wiki.example.org/start", "direction": "up",
}  # fmt: skip
QUERY = {"limit": "10", "view": "0", "offset": "0"}
UNMATCHED = "Wer,Kontakt,Rolle\nAna Silva,ana@example.com,Chef\nBen Roth,ben@example.com,User\n"
FAULTY = row(" Ana", "", "", "ana(at)example.com")


@pytest.fixture
def world(house):
    return World(house)


class World:
    """A house in which every line of the tables has something to work on."""

    def __init__(self, house):
        self.house = house
        self.acme = house.account("Acme")
        self.anna = Client(house, ANNA)
        self.user = self.anna.add_user("Acme", "uma@example.org")

    def draft(self):
        return self.anna.upload("Acme", as_xlsx([FAULTY, *clean(9)]), "users.xlsx")

    def unmatched(self):
        return self.anna.upload("Acme", UNMATCHED.encode(), "people.csv", matching="ask")

    def ask(self, request, body):
        """Sends a line of a table with what it needs; answers the status and the answer."""
        method, _, path = request.partition(" ")
        caller = Client(self.house, PAULA if re.match(r"/accounts(\?|$|/\{account\}$|/\{account\}/letters)", path) else ANNA)
        draft = (self.unmatched() if "/matching" in path else self.draft()) if "{draft}" in path else None
        if path.endswith("reopen"):
            self.anna.post(f"{self.anna.base('Acme')}/drafts/{draft['number']}/discard")
        if path.endswith(("undo", "redo")):
            draft = self.turned(draft, path.rpartition("/")[2])
        headers = self.headers(caller, body, path, draft)
        path = self.filled(path, draft)
        answer = caller.send(method, path, self.body(body, draft, path), headers)
        return caller.status, answer

    def turned(self, draft, way):
        """The draft with a step that can be undone, or that was."""
        path = f"{self.anna.base('Acme')}/drafts/{draft['number']}"
        edit = {"request_id": "one", "view": 0, "ranges": [], "ops": [{"op": "delete", "position": 1}]}
        edited = self.anna.send("PATCH", f"{path}/rows", edit, {"If-Match": f'"{draft["rev"]}"'})["draft"]
        if way == "undo":
            return edited
        return self.anna.post(f"{path}/undo", {"request_id": "back", "step": edited["undo"], "view": 0, "ranges": []})["draft"]

    def headers(self, caller, body, path, draft):
        if "Content-Disposition" in body:
            return {"Content-Disposition": re.search(r"`Content-Disposition: ([^`]+)`", body)[1]}
        if '"VERSION"' in body:
            version = caller.get("/me")["user"]["version"] if path == "/me" else self.user["version"]
            return {"If-Match": f'"{version}"'}
        return {"If-Match": f'"{draft["rev"]}"'} if '"REV"' in body else {}

    def filled(self, path, draft):
        path = path.replace("{account}", self.acme).replace("{user}", str(self.user["id"]))
        if "{application}" in path:
            made = self.anna.post(f"{self.anna.base('Acme')}/applications", {"name": "Wiki", "address": "https://wiki.example.org"})
            path = path.replace("{application}", str(made["id"]))
        if "{letter}" in path:
            send_again(self.house, self.user["id"])
            path = path.replace("{letter}", "1")
        path = path.replace("{key}", str(uuid.uuid4())).replace("REV", "0")
        path = path.replace("{draft}", str(draft["number"])) if draft else path
        path, _, query = path.partition("?")
        pairs = [pair.partition("=") for pair in query.split("&")]
        given = {key: value or QUERY.get(key) for key, _, value in pairs}
        return path + "?" + urllib.parse.urlencode({key: value for key, value in given.items() if value})

    def body(self, text, draft, path):
        if "spreadsheet's bytes" in text:
            return as_xlsx(clean(3))
        if text.startswith("*edit*"):
            return example("edit")
        if text.startswith("*choices*"):
            return example("choices")
        if (way := path.partition("?")[0].rpartition("/")[2]) in ("undo", "redo"):
            return {"request_id": "two", "step": draft[way], "view": 0, "ranges": [[0, 127]]}
        if text.startswith("the same five keys"):
            return {key: WORDS[key] for key in ("first_name", "last_name", "name", "email", "role")}
        if text.startswith("*words*"):
            return {"subject": "Come in", "greeting": "", "reply_to": ""}
        if "/welcome" in path:
            return self.mailing(keys_of(text))
        if '"token"' in text:
            token = send_again(self.house, self.user["id"]).partition("#")[2]
            return {key: {"token": token, "password": "four words nobody knows"}[key] for key in keys_of(text)}
        keys = [key for key in keys_of(text) if WORDS.get(key) is not None]
        if path.startswith("/session") and keys:
            return {"email": ANNA.email, "password": ANNA.password}
        return {key: WORDS[key] for key in keys} or None

    def mailing(self, keys):
        """To the user, whose email may have arrived: so it can be sent again."""
        self.house.change("UPDATE users SET welcome = 4 WHERE id = ? AND email = ?", self.user["id"], self.user["email"])
        ids = [self.user["id"]]
        said = {"request_id": str(uuid.uuid4()), "selection": {"ids": ids}, "ids": ids, "shown": 1}
        return {key: said[key] for key in keys}


def keys_of(text):
    """The keys of an object that is written in back-quotes; those of objects inside it are left out."""
    found = re.search(r"`(\{.*\})`", text)
    inner = re.sub(r"(?<!^)[\[{][^\[{\]}]*[\]}]", "", found[1]) if found else ""
    return re.findall(r'[{,]\s*"(\w+)"', inner)


def example(title):
    """The JSON that stands below a word in italics."""
    return json.loads(re.search(rf"\*{title}\*:\n```json\n(.*?)```", PAGE, re.DOTALL)[1])


def shape(value):
    """The keys and the kinds of values, however deep; of a list its first element."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


@pytest.mark.parametrize(("request_line", "body", "answer"), LINES, ids=[line[0].strip("`") for line in LINES])
def test_each_line_of_the_tables_is_answered_as_written(world, request_line, body, answer):
    status, got = world.ask(request_line.strip("`"), body)

    expected = re.match(r"(\d{3})", answer)
    assert status == (int(expected[1]) if expected else 200)
    if keys := keys_of(answer.split("·")[0].split(";")[0]):
        optional = re.findall(r'"(\w+)"\?', answer)
        assert [key for key in got if key not in optional] == [key for key in keys if key not in optional]


def test_the_example_of_a_refusal(world):
    example = json.loads(re.search(r"\(RFC 9457\):\n\n```json\n(.*?)```", PAGE, re.DOTALL)[1])

    with pytest.raises(Refused) as refused:
        world.anna.get("/accounts/00000000000")

    assert refused.value.problem == example


def test_the_example_of_a_draft(world):
    assert shape(world.draft()) == shape(example("draft"))


def test_the_example_of_matching_and_of_choices(world):
    draft = world.unmatched()
    path = f"{world.anna.base('Acme')}/drafts/{draft['number']}"

    matching = world.anna.get(f"{path}/matching")
    opened = world.anna.post(f"{path}/matching", example("choices"))

    assert matching["draft"]["state"] == "matching"
    assert matching["sheets"] == example("matching")["sheets"]
    rows = world.anna.rows("Acme", opened["number"])["rows"]
    assert [(row["name"], row["email"], row["role"]) for row in rows] == [
        ("Ana Silva", "ana@example.com", "Account Admin"), ("Ben Roth", "ben@example.com", "User")]


def test_all_that_is_wrong_with_choices_is_said_at_once(world):
    path = f"{world.anna.base('Acme')}/drafts/{world.unmatched()['number']}/matching"

    with pytest.raises(Refused) as refused:
        world.anna.post(path, {"sheet": 1, "columns": [{"column": 9, "field": "name"}], "roles": []})

    said = json.loads("{" + re.search(r'`("problems": \[.*?\])`', PAGE)[1] + "}")["problems"]
    assert refused.value.status == 422
    assert refused.value.problem["problems"] == [
        {"message": "The sheet has no column 9.", "column": 9, "field": None}, *said]


def test_the_example_of_a_row(world):
    window = world.anna.rows("Acme", world.draft()["number"])

    assert window["rows"][0] == example("row")
    assert list(window) == keys_of(re.search(r"\*window\*: (.*)", PAGE)[1])


def test_the_example_of_an_edit(world):
    draft = world.draft()

    path = f"{world.anna.base('Acme')}/drafts/{draft['number']}/rows"
    reply = world.anna.send("PATCH", path, example("edit"), {"If-Match": f'"{draft["rev"]}"'})

    assert {"moved", "added"} <= set(reply)
    assert reply["draft"]["ledger"]["added_by_hand"] == 1


@pytest.mark.parametrize("word", ["account", "user", "application"])
def test_the_shapes_in_words(world, word):
    keys = keys_of(re.search(rf"^\*{word}\*: (.*)", PAGE, re.MULTILINE)[1])

    if word == "application":
        got = world.anna.post(f"{world.anna.base('Acme')}/applications", {key: WORDS[key] for key in keys[1:]})
    elif word == "user":
        got = world.anna.get(f"{world.anna.base('Acme')}/users/{world.user['id']}")
    else:
        got = Client(world.house, PAULA).get(f"/accounts/{world.acme}")

    assert set(got) == set(keys) - {"draft"}
