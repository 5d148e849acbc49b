"""The Users page's selection, as people see it: a box for each user, the bar, and the question before Send."""
import re


def box(page, name):
    return page.get_by_role("row").filter(has_text=name).get_by_role("checkbox", name=re.compile("^Select"))


def bar(page):
    return page.get_by_role("region", name="Selected users")


def question(page):
    return page.get_by_role("dialog", name="Send welcome emails")
