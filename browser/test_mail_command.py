"""`rollbook mail test`: one sentence that says what is right or wrong, with servers that are real ones."""
import os
import shutil
import socket
import ssl
import subprocess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from house import ROLLBOOK
from sink import Sink, make_certificate

FROM = "accounts@console.example"


def mail_test(url, to="ana@fabrikam.example", **settings):
    """Runs the command; answers its status and what it said."""
    environment = {
        **os.environ, "ROLLBOOK_SMTP_URL": url, "ROLLBOOK_MAIL_FROM": FROM, "ROLLBOOK_MAIL_PATIENCE": "2",
        "ROLLBOOK_PUBLIC_URL": "https://console.example", **settings,
    }  # fmt: skip
    run = subprocess.run(
        [ROLLBOOK, "mail", "test", "--to", to], env=environment, text=True, capture_output=True, timeout=60
    )
    said = run.stdout + run.stderr
    assert said.count("\n") == 1, said
    return run.returncode, said.removesuffix("\n")


@pytest.fixture
def sink():
    """sink(tls="starttls", script=[…]): a server that does as it is told."""
    sinks = []

    def start(**options):
        sinks.append(Sink(**options).start())
        return sinks[-1]

    yield start
    for started in sinks:
        started.stop()
        if started.trust:
            shutil.rmtree(os.path.dirname(started.trust))


def test_the_email_that_arrives_says_what_links_begin_with(sink, tmp_path):
    server = sink(keep=tmp_path)

    status, said = mail_test(f"smtp://127.0.0.1:{server.port}?tls=off")

    assert status == 0
    assert said == f"The mail server 127.0.0.1:{server.port} took the email to ana@fabrikam.example: 250 2.0.0 Ok: queued"
    (letter,) = tmp_path.glob("*.eml")
    assert "Subject: Test email from Rollbook\r\n" in letter.read_bytes().decode()
    assert b"https://console.example" in letter.read_bytes()


@pytest.mark.parametrize("to", ["foo", "", "a@b@c.example"])
def test_an_address_that_is_none_is_named_with_its_option(to):
    status, said = mail_test("smtp://127.0.0.1:1?tls=off", to=to)

    assert status != 0
    assert f"--to can't be “{to}”: " in said


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ([{"at": "greeting", "reply": "554 5.7.1 Go away"}], "does not want to talk to this machine: 554 5.7.1 Go away"),
        ([{"at": "mail", "reply": "550 5.7.1 Not yours"}], f"does not take emails from {FROM} (ROLLBOOK_MAIL_FROM): 550"),
        ([{"at": "rcpt", "reply": "550 5.1.1 Nobody"}], "does not take emails to ana@fabrikam.example: 550 5.1.1 Nobody"),
        ([{"at": "dot", "reply": "552 5.3.4 Too big"}], "did not take the email: 552 5.3.4 Too big"),
        ([{"at": "dot", "close": True}], "did not say whether it keeps it: The server closed the connection."),
        ([{"at": "ehlo", "stall": 3}], "does not want to talk to this machine: The server did not answer within 2.0 seconds."),
    ],
)  # fmt: skip
def test_what_the_server_has_against_it_is_said(sink, script, words):
    status, said = mail_test(f"smtp://127.0.0.1:{sink(script=script).port}?tls=off")

    assert status == 2
    assert words in said


def test_tls_that_is_not_to_be_trusted_is_said(sink):
    server = sink(tls="starttls", names="DNS:other.example")

    unknown = mail_test(f"smtp://localhost:{server.port}")
    other = mail_test(f"smtp://localhost:{server.port}", SSL_CERT_FILE=server.trust)
    absent = mail_test(f"smtp://localhost:{sink().port}")

    safe = "There is no safe connection to the mail server localhost:"
    assert [answer[0] for answer in (unknown, other, absent)] == [2, 2, 2]
    assert safe in unknown[1] and "self-signed certificate" in unknown[1]
    assert safe in other[1] and "ismatch" in other[1]
    assert safe in absent[1] and "does not offer STARTTLS" in absent[1]


class Keeping:
    """What aiosmtpd does with a message: keeps it."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((session.auth_data, envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 Taken"


@pytest.fixture
def aiosmtpd():
    """A mail server that others wrote: TLS from STARTTLS on, and nobody sends without signing in."""
    certificate, key = make_certificate("DNS:localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def authenticate(server, session, envelope, mechanism, data):
        is_right = (data.login, data.password) == (b"ana@x.example", b"ge:heim%")
        return AuthResult(success=is_right, handled=is_right, auth_data=data.login if is_right else None)

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    handler = Keeping()
    controller = Controller(
        handler, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, authenticator=authenticate,
        auth_required=True, auth_require_tls=True,
    )  # fmt: skip
    controller.start()
    handler.port, handler.trust = port, certificate
    yield handler
    controller.stop()
    shutil.rmtree(os.path.dirname(certificate))


def test_aiosmtpd_takes_the_email_after_starttls_and_signing_in(aiosmtpd):
    url = f"smtp://ana@x.example:ge:heim%25@localhost:{aiosmtpd.port}"

    status, said = mail_test(url, SSL_CERT_FILE=aiosmtpd.trust)
    wrong = mail_test(url.replace("heim", "raten"), SSL_CERT_FILE=aiosmtpd.trust)

    assert (status, said.split(": ")[1]) == (0, "250 Taken")
    ((login, sender, recipients, content),) = aiosmtpd.taken
    assert (login, sender, recipients) == (b"ana@x.example", FROM, ["ana@fabrikam.example"])
    assert b"\r\nTo: <ana@fabrikam.example>\r\n" in content
    assert wrong[0] == 2
    assert "Nobody could sign in" in wrong[1] and "535" in wrong[1] and "raten" not in wrong[1]
