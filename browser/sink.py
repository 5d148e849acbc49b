"""A mail server for tests that does what a script says, and writes down what it took before it says so.

    python3 browser/sink.py [--script JSON] [--log FILE] [--keep DIR] [--without NAME,…] [--login USER:PASSWORD]
                            [--tls starttls|implicit] [--names DNS:localhost,…] [--port N]

The first line on standard output is a JSON object: the port, and the file of the certificate that it shows. It ends
with its standard input.

A script is a list of rules, each {"at": step, …}: greeting, ehlo, starttls, tls, auth, mail, rcpt, data, body, dot,
rset, quit. The first rule that fits a step is followed, `times` times if that is said, after `skip` times if that is
said, and only where the letter's recipient contains `to`:

    reply    what is answered instead, as it stands (several lines: with CR LF between them)
    stall    seconds until the answer
    close    hangs up; with a reply, after it
    bytes    at body: hangs up as soon as so many bytes of it are there
    early    an answer that is sent before the client has said anything (at body)

The log has one JSON object a line: {"event": "connect" | "said" | "accepted" | "left", "connection": n, …}. "accepted"
is on the disk before the server says 250: whatever a client believes, this is the truth.
"""
import argparse
import base64
import hashlib
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

OFFERS = ("PIPELINING", "8BITMIME", "SMTPUTF8", "STARTTLS", "AUTH PLAIN LOGIN", "ENHANCEDSTATUSCODES")


class HungUp(Exception):
    """The dialogue is over."""


class Script:
    """Which rule fits a step."""

    def __init__(self, rules):
        self.rules = [dict(rule) for rule in rules]
        self.lock = threading.Lock()

    def rule(self, step, recipients=()):
        with self.lock:
            for rule in self.rules:
                if rule["at"] != step or ("to" in rule and not any(rule["to"] in r for r in recipients)):
                    continue
                if rule.get("skip", 0) > 0:
                    rule["skip"] -= 1
                    continue
                if rule.get("times", 1) <= 0:
                    continue
                if "times" in rule:
                    rule["times"] -= 1
                return rule
        return {}


class Log:
    """What happened, line by line, each on the disk before anything goes on."""

    def __init__(self, path, keep):
        self.file = open(path, "ab") if path else None
        self.keep = pathlib.Path(keep) if keep else None
        self.lock = threading.Lock()
        self.letters = 0

    def write(self, event, connection, sync=False, **facts):
        if not self.file:
            return
        line = json.dumps({"event": event, "connection": connection, "time": time.time(), **facts})
        with self.lock:
            self.file.write(line.encode() + b"\n")
            self.file.flush()
            if sync:
                os.fdatasync(self.file.fileno())

    def accept(self, connection, sender, recipients, body):
        found = re.search(rb"(?im)^Message-ID:\s*(\S+)", body)
        facts = {"sender": sender, "recipients": recipients, "size": len(body),
                 "sha256": hashlib.sha256(body).hexdigest(), "message_id": found and found[1].decode("utf-8", "replace")}
        if self.keep:
            with self.lock:
                self.letters += 1
                path = self.keep / f"{self.letters}.eml"
            path.write_bytes(body)
            facts["file"] = str(path)
        self.write("accepted", connection, sync=True, **facts)


class Dialogue:
    """One connection."""

    def __init__(self, number, connection, sink):
        self.number, self.wire, self.sink = number, connection, sink
        self.input = b""
        self.is_secure = False
        self.forget()

    def forget(self):
        self.sender, self.recipients = None, []

    def run(self):
        self.sink.log.write("connect", self.number)
        try:
            if self.sink.tls == "implicit":
                self.secure()
            self.answer("greeting", "220 sink.example ESMTP")
            while True:
                self.take(self.line())
        except (HungUp, OSError, ssl.SSLError) as end:
            self.sink.log.write("left", self.number, why=str(end) or type(end).__name__)
        finally:
            self.wire.close()

    def secure(self):
        rule = self.sink.script.rule("tls")
        time.sleep(rule.get("stall", 0))
        if rule.get("close"):
            raise HungUp
        self.wire = self.sink.context.wrap_socket(self.wire, server_side=True)
        self.is_secure, self.input = True, b""
        self.forget()

    def more(self):
        got = self.wire.recv(65536)
        if not got:
            raise HungUp("end of input")
        self.input += got

    def line(self):
        while b"\n" not in self.input:
            self.more()
        line, self.input = self.input.split(b"\n", 1)
        text = line.rstrip(b"\r").decode("utf-8", "replace")
        self.sink.log.write("said", self.number, line=text, secure=self.is_secure)
        return text

    def answer(self, step, usual):
        """Says the usual, or what the script says; answers whether it was a yes."""
        rule = self.sink.script.rule(step, self.recipients)
        time.sleep(rule.get("stall", 0))
        reply = rule.get("reply", "" if rule.get("close") else usual)
        if reply:
            self.wire.sendall(reply.encode("utf-8", "surrogateescape") + b"\r\n")
        if rule.get("close"):
            raise HungUp(f"script at {step}")
        return reply[:1] in ("2", "3")

    def take(self, line):
        verb = line.split(" ")[0].split(":")[0].upper()
        known = {"EHLO": self.ehlo, "STARTTLS": self.starttls, "AUTH": self.auth, "MAIL": self.mail,
                 "RCPT": self.rcpt, "DATA": self.data, "RSET": self.rset, "QUIT": self.quit}
        if verb in known:
            known[verb](line)
        else:
            self.answer("unknown", "500 5.5.2 What?")

    def ehlo(self, line):
        offers = [offer for offer in OFFERS if offer.split(" ")[0] not in self.sink.without]
        if self.is_secure or self.sink.tls != "starttls":
            offers = [offer for offer in offers if offer != "STARTTLS"]
        if not self.sink.login:
            offers = [offer for offer in offers if not offer.startswith("AUTH")]
        offers = [" ".join(w for w in offer.split(" ") if w not in self.sink.without) for offer in offers]
        lines = ["sink.example", *offers]
        self.answer("ehlo", "\r\n".join(f"250{'-' if i < len(lines) - 1 else ' '}{t}" for i, t in enumerate(lines)))

    def starttls(self, line):
        if self.answer("starttls", "220 2.0.0 Go ahead"):
            self.secure()

    def auth(self, line):
        words = line.split(" ")
        if words[1].upper() == "PLAIN":
            said = base64.b64decode(words[2]).decode().split("\0")[1:]
        else:
            said = []
            for question in ("VXNlcm5hbWU6", "UGFzc3dvcmQ6"):
                self.wire.sendall(f"334 {question}\r\n".encode())
                said.append(base64.b64decode(self.line()).decode())
        is_right = ":".join(said) == self.sink.login
        self.answer("auth", "235 2.7.0 Welcome" if is_right else "535 5.7.8 Wrong user name or password")

    def mail(self, line):
        if self.answer("mail", "250 2.1.0 Ok"):
            self.sender = re.search(r"<(.*?)>", line)[1]

    def rcpt(self, line):
        recipient = re.search(r"<(.*)>", line)[1]
        self.recipients.append(recipient)
        usual = "250 2.1.5 Ok" if self.sender is not None else "503 5.5.1 MAIL first"
        if not self.answer("rcpt", usual):
            self.recipients.remove(recipient)

    def data(self, line):
        usual = "354 End with a dot" if self.recipients else "554 5.5.1 No valid recipients"
        if not self.answer("data", usual):
            return
        body = self.body()
        rule = self.sink.script.rule("dot", self.recipients)
        time.sleep(rule.get("stall", 0))
        reply = rule.get("reply", "" if rule.get("close") else "250 2.0.0 Ok: queued")
        if reply.startswith("2") or rule.get("taken"):
            self.sink.log.accept(self.number, self.sender, self.recipients, body)
        if reply:
            self.wire.sendall(reply.encode("utf-8", "surrogateescape") + b"\r\n")
        if rule.get("close"):
            raise HungUp("script at dot")
        self.forget()

    def body(self):
        """The bytes up to the final dot, with stuffed dots taken out."""
        rule = self.sink.script.rule("body", self.recipients)
        if "early" in rule:
            self.wire.sendall(rule["early"].encode() + b"\r\n")
        time.sleep(rule.get("stall", 0))
        limit = rule.get("bytes", float("inf"))
        while b"\r\n.\r\n" not in b"\r\n" + self.input:
            if len(self.input) >= limit:
                raise HungUp(f"script at byte {limit}")
            self.more()
        if len(self.input) >= limit:
            raise HungUp(f"script at byte {limit}")
        body, self.input = (b"\r\n" + self.input).split(b"\r\n.\r\n", 1)
        return (body + b"\r\n").replace(b"\r\n.", b"\r\n")[2:]

    def rset(self, line):
        self.forget()
        self.answer("rset", "250 2.0.0 Ok")

    def quit(self, line):
        self.answer("quit", "221 2.0.0 Bye")
        raise HungUp("QUIT")


class Sink:
    """A listening server."""

    def __init__(self, script=(), log=None, keep=None, without=(), login=None, tls=None,
                 names="DNS:localhost,IP:127.0.0.1", port=0):
        self.script, self.log = Script(script), Log(log, keep)
        self.without, self.login, self.tls = set(without), login, tls
        self.trust = None
        if tls:
            self.trust, key = make_certificate(names)
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(self.trust, key)
        self.listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port = self.listener.getsockname()[1]

    def start(self):
        threading.Thread(target=self.listen, daemon=True).start()
        return self

    def listen(self):
        number = 0
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            number += 1
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=Dialogue(number, connection, self).run, daemon=True).start()

    def stop(self):
        self.listener.close()


def make_certificate(names):
    """A certificate that signs itself, and its key: two files of a new directory."""
    directory = pathlib.Path(tempfile.mkdtemp(prefix="sink-"))
    certificate, key = directory / "certificate.pem", directory / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=sink", "-addext", f"subjectAltName={names}", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return str(certificate), str(key)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--script", type=json.loads, default=[])
    options.add_argument("--log")
    options.add_argument("--keep")
    options.add_argument("--without", type=lambda text: text.split(","), default=[])
    options.add_argument("--login")
    options.add_argument("--tls", choices=["starttls", "implicit"])
    options.add_argument("--names", default="DNS:localhost,IP:127.0.0.1")
    options.add_argument("--port", type=int, default=0)
    sink = Sink(**vars(options.parse_args())).start()
    print(json.dumps({"port": sink.port, "trust": sink.trust}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
