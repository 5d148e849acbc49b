"""One connection of the scripted mail server: the commands, and what is answered to them."""
import base64
import re
import ssl
import time

OFFERS = ("PIPELINING", "8BITMIME", "SMTPUTF8", "STARTTLS", "AUTH PLAIN LOGIN", "ENHANCEDSTATUSCODES")


class HungUp(Exception):
    """The dialogue is over."""


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
