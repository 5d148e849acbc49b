"""The Users page of an account with many users: its first page and the pages that follow."""
import html
import re
import statistics

from figures.goals import Goal
from stage.houses import ACCOUNT, warm
from works.editing import milliseconds

PAGES = 200
NEXT = re.compile(r'href="(/accounts/[^"]*[?&](?:amp;)?after=[^"]*)"')


def goals(bench):
    count, cpu, wall = bench.sizes[1], [], []
    with bench.houses.open(count, imported=True) as house:
        anna, server = warm(house)
        first = f"/accounts/{house.account(ACCOUNT)}/users"
        for number in range(bench.rounds):
            bench.say(f"Users page of {count:,}, round {number + 1}")
            path, busy, times = first, server.cpu(), []
            for _ in range(PAGES):
                pages = []
                times.append(milliseconds(lambda: pages.append(anna.fetch("GET", path))))
                path = html.unescape(NEXT.search(pages[0].decode()).group(1))
            cpu.append((server.cpu() - busy) / PAGES * 1000)
            wall += times
        anna.close()
    more = f"p50 {statistics.median(wall):.2f} ms by the clock"
    return [Goal(f"Users page of 50, {count:,} users, CPU", 1, "ms").by_value(cpu, more)]
