"""The JSON API as a caller without a browser uses it (docs/api.md)."""
import http.cookiejar
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Refused(Exception):
    """An answer of 4xx or 5xx; `status`, `code` and `problem` tell which."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem
        self.code = problem.get("code")


class Client:
    def __init__(self, house, person=None):
        self.house = house
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        if person:
            self.post("/session", {"email": person.email, "password": person.password})

    def send(self, method, path, body=None, headers=None, timeout=120):
        raw = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        request = urllib.request.Request(self.house.url + "/api/v1" + path, raw, method=method)
        request.add_header("Origin", self.house.url)
        if raw is not None:
            request.add_header("Content-Type", kind)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with self.opener.open(request, timeout=timeout) as reply:
                text = reply.read()
                self.status = reply.status
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            text = error.read()
            problem = json.loads(text) if "json" in error.headers.get("Content-Type", "") else {"text": text}
            raise Refused(error.code, problem) from None

    def get(self, path, **query):
        return self.send("GET", path + ("?" + urllib.parse.urlencode(query) if query else ""))

    def post(self, path, body=None, **headers):
        return self.send("POST", path, body, headers)

    def base(self, account):
        return f"/accounts/{self.house.account(account)}"

    def upload(self, account, content, name="users.csv", key=None, matching=None):
        """Sends a spreadsheet's bytes; answers the draft."""
        quoted = urllib.parse.quote(name)
        query = f"?matching={matching}" if matching else ""
        return self.send(
            "PUT", f"{self.base(account)}/drafts/{key or uuid.uuid4()}{query}", content,
            {"Content-Disposition": f"attachment; filename*=UTF-8''{quoted}"},
        )  # fmt: skip

    def draft(self, account, number):
        return self.get(f"{self.base(account)}/drafts/{number}")

    def rows(self, account, number, offset=0, limit=512, view=0):
        return self.get(f"{self.base(account)}/drafts/{number}/rows", view=view, offset=offset, limit=limit)

    def commit(self, account, number):
        return self.post(f"{self.base(account)}/drafts/{number}/commit")

    def finished(self, account, number, seconds=60, pause=0.05):
        """Waits until nothing is being committed any more."""
        deadline = time.monotonic() + seconds
        while (draft := self.draft(account, number))["state"] == "committing":
            assert time.monotonic() < deadline, f"still committing after {seconds} s: {draft}"
            time.sleep(pause)
        return draft

    def add_users(self, account, content):
        """Imports a spreadsheet to its end; answers the draft's number."""
        draft = self.upload(account, content)
        self.commit(account, draft["number"])
        return self.finished(account, draft["number"])["number"]

    def users(self, account, **query):
        return self.get(f"{self.base(account)}/users", **query)

    def emails(self, account):
        """Every address in an account, page by page."""
        found, query = [], {"limit": 200}
        while True:
            page = self.users(account, **query)
            found += [user["email"] for user in page["users"]]
            if not page.get("next"):
                return found
            query["after"] = page["next"]

    def add_user(self, account, email, **fields):
        row = {"name": "Somebody Else", "role": "user", **fields, "email": email}
        return self.post(f"{self.base(account)}/users", row)
