"""Postfix's own tools for measuring mail, unpacked from Debian's package: nothing is installed, and no daemon starts."""
import contextlib
import functools
import os
import socket
import subprocess
import sys
import time

from figures.process import whole_run
from peers.environments import BENCH


@functools.cache
def folder():
    unpacked = BENCH / "postfix"
    if not unpacked.exists():
        print(f"Unpacking postfix into {unpacked}", file=sys.stderr)
        package = BENCH / "postfix-package"
        package.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "-qq", "download", "postfix"], cwd=package, check=True)
        subprocess.run(["dpkg-deb", "-x", next(package.glob("*.deb")), unpacked], check=True)
    return unpacked / "usr"


def program(name):
    return folder() / "sbin" / name


def environment():
    return {**os.environ, "LD_LIBRARY_PATH": str(folder() / "lib/postfix")}


@contextlib.contextmanager
def smtp_sink():
    """A server that takes everything and keeps nothing; gives its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = ["-u", "nobody"] if os.getuid() == 0 else []
    sink = subprocess.Popen([program("smtp-sink"), *user, f"127.0.0.1:{port}", "1000"], env=environment())
    try:
        wait_for(port)
        yield port
    finally:
        sink.kill()
        sink.wait()


def wait_for(port):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError("smtp-sink did not start")


def smtp_source(port, count, size=2048):
    """Sends letters of so many bytes over one connection that is kept."""
    command = [
        program("smtp-source"), "-d", "-s", "1", "-m", str(count), "-l", str(size), "-f", "a@example.com",
        "-t", "b@example.org", f"127.0.0.1:{port}",
    ]  # fmt: skip
    took, status = whole_run(command, env=environment())
    assert status == 0, "smtp-source failed"
    return took
