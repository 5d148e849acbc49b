"""Django's admin with django-import-export, under gunicorn with one worker, as a browser would use it."""
import http.cookiejar
import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

from figures.process import Process
from peers.environments import environment

SITE = Path(__file__).parent / "django_site"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class DjangoAdmin:
    def __init__(self, folder, before):
        """A site with its own database in a folder, and the users who are there before."""
        folder.mkdir(parents=True)
        python = environment("django").absolute()
        # No .pyc is written beside the site's files.
        settings = {"DJANGO_DATABASE": str(folder / "django.db"), "PYTHONDONTWRITEBYTECODE": "1"}
        self.environ = {**os.environ, **settings}
        self.environ.pop("PYTHONPATH", None)
        subprocess.run([python, "furnish.py", before], cwd=SITE, env=self.environ, check=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/admin/"
        self.server = subprocess.Popen(
            [python, "-m", "gunicorn", "--workers", "1", "--bind", f"127.0.0.1:{port}", "--timeout", "1200",
             "--log-level", "error", "wsgi"], cwd=SITE, env=self.environ)  # fmt: skip
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.sign_in()
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text()
        self.worker = Process(int(children.split()[0]))

    def sign_in(self):
        deadline = time.monotonic() + 60
        while True:
            try:
                self.ask("login/")
                break
            except urllib.error.URLError:
                assert time.monotonic() < deadline, "Django did not start"
                time.sleep(0.1)
        form = {"username": "admin", "password": "admin", "csrfmiddlewaretoken": self.token, "next": "/admin/"}
        self.ask("login/", urllib.parse.urlencode(form).encode())

    @property
    def token(self):
        return next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")

    def ask(self, path, body=None, kind="application/x-www-form-urlencoded"):
        request = urllib.request.Request(self.url + path, body, {"Referer": self.url})
        if body is not None:
            request.add_header("Content-Type", kind)
        with self.opener.open(request, timeout=1200) as reply:
            return reply.read().decode()

    def preview(self, file):
        """Sends a workbook and takes the page with what is wrong in it."""
        page = self.ask("users/user/import/")
        formats = {name: value for value, name in re.findall(r'<option value="(\d+)">(\w+)</option>', page)}
        fields = {"format": formats["xlsx"], "resource": "0", "csrfmiddlewaretoken": self.token}
        body, kind = multipart(fields, "import_file", file)
        return lambda: self.ask("users/user/import/", body, kind)

    def stop(self):
        self.server.terminate()
        self.server.wait(30)


def multipart(fields, name, file):
    """A form with a file, and its content type."""
    border = uuid.uuid4().hex
    parts = [f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
             for key, value in fields.items()]  # fmt: skip
    head = f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{file.name}"\r\n'
    parts += [f"{head}Content-Type: {XLSX}\r\n\r\n".encode(), file.read_bytes(), f"\r\n--{border}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={border}"
