"""Django's send_mass_mail: so many personalised letters of 2 KB to a port; prints the seconds.  mass_mail.py PORT COUNT"""
import sys
import time

from django.conf import settings
from django.core.mail import send_mass_mail

PORT, COUNT = map(int, sys.argv[1:])
settings.configure(
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=PORT, USE_TZ=True
)


def letter(number):
    link = f"https://console.example/register#{number:064x}"
    text = f"Welcome, User {number}\n\nSet up your account:\n{link}\n\n" + ("x" * 74 + "\n") * 24
    return ("Your account is ready", text, "accounts@console.example", [f"user{number}@example.org"])


began = time.perf_counter()
assert send_mass_mail([letter(number) for number in range(COUNT)]) == COUNT
print(time.perf_counter() - began)
