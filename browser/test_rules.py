"""The browser's copy of the row rules: the vectors that Swift runs too, in Chromium, with the very words."""
import functools
import http.server
import json
import pathlib
import threading

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
ASSETS = ROOT / "Sources/Pages/Assets"
VECTORS = json.loads((ROOT / "Tests/ImportsTests/Vectors/rules.json").read_text())
FIELDS = ("first_name", "last_name", "name", "email", "role")

JUDGE = """async ({ addresses, rows }) => {
    const { parse } = await import('/js/address.js');
    const { tidy, rowIssues } = await import('/js/rules.js');
    const fields = ['first_name', 'last_name', 'name', 'email', 'role'];
    const judged = row => {
        const kept = Object.fromEntries(fields.map(field => [field, tidy(field, row[field])]));
        return { kept, issues: rowIssues(kept), address: parse(kept.email) };
    };
    return { addresses: addresses.map(text => parse(text)), rows: rows.map(judged), again: rows.map(row => judged(judged(row).kept)) };
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def page(browser):
    """An empty page from where the assets can be imported."""
    handler = functools.partial(Quiet, directory=ASSETS)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(f"http://127.0.0.1:{server.server_port}/js/")
        yield opened
        context.close()
        server.shutdown()


@pytest.fixture(scope="module")
def judged(page):
    rows = [{field: case["row"].get(field, "") for field in FIELDS} for case in VECTORS["rows"]]
    return page.evaluate(JUDGE, {"addresses": [case["text"] for case in VECTORS["addresses"]], "rows": rows})


@pytest.mark.parametrize("at", range(len(VECTORS["addresses"])), ids=lambda at: VECTORS["addresses"][at]["text"][:40])
def test_each_address_is_read_refused_and_repaired_as_written(judged, at):
    case, found = VECTORS["addresses"][at], judged["addresses"][at]
    if "reason" in case:
        expected = {"reason": case["reason"], "repairs": case.get("repairs", [])}
        if "character" in case:
            expected["character"] = case["character"]
        assert found == {"malformed": expected}
    else:
        shown = case.get("shown", case["text"])
        assert found == {"text": shown, "key": case.get("key", shown)}


@pytest.mark.parametrize("at", range(len(VECTORS["rows"])), ids=lambda at: VECTORS["rows"][at]["name"])
def test_each_row_is_tidied_and_judged_as_written(judged, at):
    case, found = VECTORS["rows"][at], judged["rows"][at]
    kept = {field: case["row"].get(field, "") for field in FIELDS} | case.get("tidied", {})
    assert found["kept"] == kept
    assert [issue["code"] for issue in found["issues"]] == case.get("issues", [])
    if "reason" in case:
        assert found["address"]["malformed"]["reason"] == case["reason"]
        assert found["address"]["malformed"]["repairs"] == case.get("repairs", [])
    assert judged["again"][at] == found, "judged again it stays as it is"


def test_the_words_are_those_of_the_engine(page):
    words = page.evaluate("import('/js/words.js').then(({ ISSUES, ADDRESSES }) => ({ row: ISSUES, address: ADDRESSES }))")
    assert words == VECTORS["words"]
