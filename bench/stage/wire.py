"""One connection that stays open, as a browser keeps it, so that a request is all that is timed."""
import http.client
import json

from client import Client, Refused


class Wire(Client):
    def __init__(self, house, person=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=600)
        self.cookie = None
        super().__init__(house, person)

    def send(self, method, path, body=None, headers=None, timeout=None):
        raw = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        text = self.fetch(method, "/api/v1" + path, raw, headers)
        return json.loads(text) if text else None

    def fetch(self, method, path, body=None, headers=None):
        """The bytes of an answer."""
        heads = {"Origin": self.house.url, **(headers or {})}
        if self.cookie:
            heads["Cookie"] = self.cookie
        if body is not None:
            heads.setdefault("Content-Type", "application/octet-stream" if headers and "Content-Disposition" in headers
                             else "application/json")  # fmt: skip
        self.connection.request(method, path, body, heads)
        reply = self.connection.getresponse()
        text = reply.read()
        if reply.status >= 400:
            raise Refused(reply.status, json.loads(text) if text.startswith(b"{") else {"text": text})
        if cookie := reply.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return text

    def close(self):
        self.connection.close()
