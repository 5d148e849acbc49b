from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

ROLES = [(role, role) for role in ("User", "Account Admin")]


class Account(models.Model):
    name = models.CharField(max_length=100)


class User(models.Model):
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    email = models.EmailField()
    first_name = models.CharField(max_length=100, blank=True)
    last_name = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=ROLES)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint("account", Lower("email"), name="one_address_an_account")]
