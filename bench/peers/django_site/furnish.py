"""Makes the tables, an admin and the users who are there before:  furnish.py BEFORE.csv"""
import csv
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from django.contrib.auth.models import User as Admin  # noqa: E402
from django.core.management import call_command  # noqa: E402

from users.models import Account, User  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)
Admin.objects.create_superuser("admin", "admin@example.com", "admin")
Account.objects.create(id=1, name="Acme")
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
User.objects.bulk_create([
    User(account_id=1, first_name=first, last_name=last, name=name, email=email, role=role)
    for first, last, name, email, role in rows
], batch_size=1000)  # fmt: skip
