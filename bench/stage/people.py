"""The users that the benches import: the same ones for every run, with the errors that lists of people have.

Of the rows of a file, one in a hundred each has no name, a malformed address, an address that stands twice in the
file, one that the account has already, and a role that doesn't exist. A tenth as many users are there before.
"""
import random
from dataclasses import dataclass

HEADINGS = ("FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE")
FIRST = """Anna Ben Carla David Eva Felix Greta Hugo Ines Jonas Katja Liam Mia Noah Olga Paul Quinn Rosa Sven Tara
Umar Vera Wim Xenia Yusuf José Chloé Søren Łukasz Zoë Jürgen Åsa 伟 美咲 Дмитрий Ελένη Aoife Mary-Jane
Jean-Luc""".split()
LAST = """Adams Baker Castillo Dvořák Eriksson Fischer García Horváth Ivanov Jensen Kowalski López Müller Nguyen
O'Neill Petrov Quist Rossi Schmidt Tanaka Uribe Vásquez Weber Xu Yılmaz Zhang Brown Clark Evans Hill King Moore
Reed Scott Ward Young 王 田中 Смирнов Παπαδόπουλος""".split()
DOMAINS = ("example.com", "example.org", "mail.example.net", "corp.example.co.uk", "xn--cole-9oa.example",
           "students.example.edu")  # fmt: skip
ROLES = ("User",) * 9 + ("Account Admin",)
FAULTS = ("no name", "malformed", "twice", "taken", "unknown role")


@dataclass(frozen=True)
class People:
    """The rows of a file, those of them that have no error, and the users who are there before."""

    rows: list
    clean: list
    before: list


def people(count, seed=42):
    chance = random.Random(seed)
    before = [somebody(chance, "x", number) for number in range(count // 10)]
    rows, clean, addresses = [], [], []
    for number, fault in enumerate(faults(chance, count)):
        row = somebody(chance, "n", number)
        if fault:
            row = with_fault(chance, row, fault, number, addresses, before)
        else:
            clean.append(row)
            addresses.append(row[3])
        rows.append(row)
    return People(rows, clean, before)


def faults(chance, count):
    """What is wrong with each row, None for most; the first ten have nothing, so that there is an address to repeat."""
    wrong = [fault for fault in FAULTS for _ in range(count // 100)]
    rest = wrong + [None] * (count - len(wrong) - 10)
    chance.shuffle(rest)
    return [None] * 10 + rest


def somebody(chance, letter, number):
    first, last = chance.choice(FIRST), chance.choice(LAST)
    local = f"{in_ascii(first)}.{in_ascii(last)}{letter}{number}"
    return (first, last, f"{first} {last}", f"{local}@{chance.choice(DOMAINS)}", chance.choice(ROLES))


def in_ascii(name):
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum()) or "u"


def with_fault(chance, row, fault, number, addresses, before):
    first, last, name, email, role = row
    if fault == "no name":
        first = last = name = ""
    elif fault == "malformed":
        email = malformed(email, number)
    elif fault == "twice":
        email = chance.choice(addresses)
        email = email.upper() if number % 2 else email
    elif fault == "taken":
        email = chance.choice(before)[3]
        email = email.title() if number % 2 else email
    else:
        role = chance.choice(("Wizard", "Owner?", "Boss", "Rockstar"))
    return (first, last, name, email, role)


def malformed(email, number):
    local, domain = email.split("@")
    ways = (local + domain, local + "@", f"{local}@@{domain}", email.replace(".", " ", 1), "@" + domain,
            local + "@localhost..", "")  # fmt: skip
    return ways[number % len(ways)]
