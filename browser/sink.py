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

from dialogue import Dialogue


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
