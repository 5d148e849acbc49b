"""Scrolls the Preview at 10,000 and 100,000 rows, and times somebody else's Users page while large files are read."""
import statistics
import tempfile
import threading
import time
import uuid

from playwright.sync_api import sync_playwright

from client import Client, Refused
from conftest import launch
from console import Console
from house import ANNA, PAULA, Street
from sheets import as_csv, as_xlsx, clean, with_errors

# Scrolls for some seconds, a fixed way each frame, and looks at every frame for rows whose number isn't there yet.
SCROLL = """async ([step, seconds]) => {
  const grid = document.querySelector('[role=grid]');
  let pane = grid;
  const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowY);
  while (pane.scrollHeight <= pane.clientHeight + 1 || !scrolls(pane)) pane = pane.parentElement;
  pane.scrollTop = 0;
  await new Promise(done => setTimeout(done, 800));
  const missing = () => {
    const box = pane.getBoundingClientRect();
    return [...grid.querySelectorAll('[role=row]:has([role=rowheader])')].some(row => {
      const place = row.getBoundingClientRect();
      const number = row.querySelector('[role=rowheader]').textContent.trim();
      return place.bottom > box.top && place.top < box.bottom && !number;
    });
  };
  const frames = [], start = performance.now();
  let last = start, blank = 0, most = 0;
  await new Promise(done => requestAnimationFrame(function frame(now) {
    frames.push(now - last); last = now;
    pane.scrollTop += step;
    if (missing()) blank++;
    most = Math.max(most, grid.querySelectorAll('*').length);
    now - start < seconds * 1000 ? requestAnimationFrame(frame) : done();
  }));
  frames.sort((a, b) => a - b);
  return { frames: frames.length, rate: 1000 * frames.length / (last - start), blank,
           p95: frames[Math.floor(frames.length * .95)], most, way: pane.scrollTop };
}"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        house = Street(folder).house()
        try:
            scroll(house)
            neighbours(house)
        finally:
            house.stop()


def scroll(house):
    heads = ("rows", "px/frame", "frames/s", "p95 ms", "row not there", "elements", "rows a reply")
    print("".join(head.rjust(15) for head in heads))
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for count in (10_000, 100_000):
            anna = Client(house, ANNA)
            draft = anna.upload("Acme", as_xlsx(with_errors(count, count // 50)), "users.xlsx")
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            replies = rows_of_replies(page)
            console = Console(page, house).enter(ANNA)
            console.open(f"/accounts/{house.account('Acme')}/drafts/{draft['number']}")
            page.get_by_role("grid").wait_for()
            page.wait_for_timeout(1_000)
            for step in (220, 660):
                seen = page.evaluate(SCROLL, [step, 6])
                share = f"{seen['blank']} ({100 * seen['blank'] / seen['frames']:.1f} %)"
                rate, p95 = f"{seen['rate']:.1f}", f"{seen['p95']:.1f}"
                line = (f"{count:,}", step, rate, p95, share, seen["most"], max(replies, default=0))
                print("".join(str(cell).rjust(15) for cell in line), flush=True)
            page.context.close()
        browser.close()


def rows_of_replies(page):
    """Fills with the number of rows of each reply that has some."""
    counts = []

    def note(response):
        if "/rows" in response.url and response.ok:
            counts.append(len(response.json().get("rows", [])))

    page.on("response", note)
    return counts


def neighbours(house):
    """p99 of Paula's Users page of Beta while Anna's files are read, against quiet."""
    large = as_xlsx(clean(100_000))
    cut = large[: len(large) * 9 // 10]
    wide = as_csv([("x" * 200,) * 50] * 20_000, headings=[f"H{n}" for n in range(50)])
    print(f"\n{'Users page while':<28} {'requests':>9} {'p50 ms':>8} {'p99 ms':>8} {'to quiet':>9}")
    quiet = None
    meanwhile = {"it is quiet": None, "a large file is read": large, "a damaged file is read": cut, "a file has no headings": wide}
    for name, content in meanwhile.items():
        times = users_page_times(house, content)
        p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
        quiet = quiet or p99
        print(f"{name:<28} {len(times):>9} {1000 * p50:>8.1f} {1000 * p99:>8.1f} {p99 / quiet:>8.1f}×")


def users_page_times(house, content, seconds=6):
    paula, done = Client(house, PAULA), threading.Event()
    reader = threading.Thread(target=upload_over_and_over, args=(house, content, done))
    reader.start()
    times, end = [], time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            start = time.perf_counter()
            paula.users("Beta")
            times.append(time.perf_counter() - start)
            time.sleep(0.002)
    finally:
        done.set()
        reader.join()
    return times


def upload_over_and_over(house, content, done):
    if content is None:
        return
    anna = Client(house, ANNA)
    while not done.is_set():
        try:
            draft = anna.upload("Acme", content, "users.xlsx", key=str(uuid.uuid4()))
            anna.post(f"{anna.base('Acme')}/drafts/{draft['number']}/discard")
        except Refused:
            pass


if __name__ == "__main__":
    main()
