#!/usr/bin/env python3
"""The page (`--html`) in a real browser: search, filter, keyboard, sorting, print, the dark, a narrow screen, no request
for anything, and 40,000 people.

    python3 tests/scripts/halaman.py --skp target/release/skp [--pegawai 40000] [--besar PAGE.html]

Needs chromium and the Python package playwright (only its driver; no browser is downloaded): `.ci/run` installs both.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Seconds. The contract says 3 for opening; they are printed, for a quiet machine. A check that fails by
# the clock would fail by the neighbours, so only ten times as much, a page that runs away, is an error.
OPEN, FIND, RUNAWAY = 3.0, 1.5, 10
failures = []


def check(what, holds, seen=""):
    print(f"  {'ok' if holds else 'GAGAL'}  {what}" + (f" ({seen})" if seen != "" else ""))
    if not holds:
        failures.append(what)


def page_of(skp, source, to):
    run = subprocess.run([skp, "nilai", source, "--tahun", "2025", "--diam", "--html", to], cwd=ROOT, check=False)
    assert run.returncode in (0, 1) and to.exists(), f"{source}: {run.returncode}"


def renderers(but=()):
    """Seconds of processor that each process showing pages has had."""
    found = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            if b"--type=renderer" in (stat.parent / "cmdline").read_bytes() and stat.parent.name not in but:
                fields = stat.read_text().rsplit(")", 1)[1].split()
                found[stat.parent.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            continue  # it has ended
    return found


class Page:
    """A page under watch: every request but that for itself, and every complaint."""

    def __init__(self, browser, path, **context):
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.asked, self.complaints = [], []
        own = path.resolve().as_uri()
        self.page.on("request", lambda r: r.url.split("#")[0] != own and self.asked.append(r.url))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.complaints.append(m.text))
        self.page.goto(own, wait_until="load", timeout=120_000)

    def rows(self, table):
        """What the status line of a table says: found, all. Tables are made when one comes near them."""
        place = self.page.locator(f"#{table}")
        if not place.locator("[role=status]").count():
            place.scroll_into_view_if_needed()
        # The text as it is, not as it is laid out: a page that is still at work may give nothing for the latter.
        status = self.page.locator(f"#{table} [role=status]")
        for _ in range(300):
            words = status.text_content().split()
            if len(words) > 2:
                return tuple(int(words[i].replace(".", "")) for i in (0, 2))
            self.page.wait_for_timeout(100)
        raise SystemExit(f"{table}: no status line within 30 s")

    def until(self, table, holds):
        """Waits for the status line; gives the seconds, without end if it never comes."""
        start = self.page.evaluate("performance.now()")
        while not holds(*self.rows(table)):
            if self.page.evaluate("performance.now()") - start > 30_000:
                return float("inf")
            self.page.wait_for_timeout(10)
        return (self.page.evaluate("performance.now()") - start) / 1000

    def quiet(self):
        check("nothing is asked for", not self.asked, ", ".join(self.asked))
        check("the browser has nothing to complain of", not self.complaints, "; ".join(self.complaints))


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)|transparent/.test(c)) return c; } return 'rgb(255,255,255)'; };
  let worst = [99, ''];
  for (const e of document.querySelectorAll('h1,h2,h3,p,dt,dd,td,th,th button,label,span,summary,a,input,select,button.more')) {
    if (!e.textContent.trim() && !e.value) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < worst[0]) worst = [ratio, e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)];
  }
  return worst;
}"""


def small(browser, path, folder):
    print("halaman fixtures/dinas")
    it = Page(browser, path, viewport={"width": 1600, "height": 900})
    page = it.page
    page.keyboard.press("/")
    check("/ leads to the search", page.evaluate("document.activeElement.type") == "search")
    everyone = it.rows("pegawai")
    check("everybody is in the table", everyone == (62, 62), everyone)
    heads = page.locator("#pegawai thead button").all_inner_texts()
    names = f"#pegawai tbody tr td:nth-child({heads.index('Nama') + 1})"
    name = page.locator(names).last.inner_text()
    page.keyboard.type(name.split(",")[0].upper(), delay=5)
    page.wait_for_timeout(400)
    found = page.locator(names).all_inner_texts()
    check("a name finds its person, in capitals too", name in found and len(found) < 62, f"{name}: {len(found)}")
    page.keyboard.press("Control+a")
    page.keyboard.type("tidak ada orang begini")
    it.until("pegawai", lambda found, _: found == 0)
    check("what is not there is not found", it.rows("pegawai")[0] == 0)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    it.until("pegawai", lambda found, _: found == 62)

    picks = page.locator("#pegawai select")
    check("there are filters", picks.count() >= 2, picks.count())
    predikat = next(p for p in (picks.nth(i) for i in range(picks.count())) if "Sangat Baik" in p.inner_text())
    predikat.select_option("Sangat Baik")
    found = it.rows("pegawai")[0]
    shown = page.locator("#pegawai tbody tr", has_text="Sangat Baik").count()
    check("a filter shows only its own", 0 < found < 62 and shown == found, found)
    predikat.focus()
    page.keyboard.press("Home")
    check("the keyboard alone takes it back", it.rows("pegawai")[0] == 62)

    head = page.locator("#pegawai thead button").nth(heads.index("Nama"))
    head.focus()
    page.keyboard.press("Enter")
    column = lambda: page.locator(names).all_inner_texts()
    check("Enter on a heading sorts by it", column() == sorted(column()) and page.locator("#pegawai th[aria-sort=ascending]").count() == 1)
    page.keyboard.press("Space")
    check("and again turns it round", column() == sorted(column(), reverse=True))
    reached = set()
    page.evaluate("document.activeElement.blur()")
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName"))
    check("Tab reaches links, fields, lists, headings", {"A", "INPUT", "SELECT", "BUTTON"} <= reached, sorted(reached))
    outline = page.evaluate("(() => { const s = document.querySelector('#pegawai input'); s.focus(); return getComputedStyle(s).outlineStyle })()")
    check("one sees where one is", outline != "none", outline)

    worst = page.evaluate(CONTRAST)
    check("letters can be read by day", worst[0] >= 4.5, f"{worst[0]:.1f} {worst[1]}")
    wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check("nothing sticks out at 1600 pixels", wide)
    it.quiet()
    page.screenshot(path=folder / "siang.png")

    page.emulate_media(media="print")
    hidden = page.evaluate("[...document.querySelectorAll('.tools,nav,button.more')].every(e => getComputedStyle(e).display === 'none')")
    check("print leaves the tools out", hidden)
    page.pdf(path=folder / "cetak.pdf", format="A4", landscape=True, print_background=True)
    text = subprocess.run(["pdftotext", "-layout", folder / "cetak.pdf", "-"], capture_output=True, text=True, check=True).stdout
    missing = [n for n in column() if not all(word in text for word in n.split(",")[0].split())]
    check("everybody is printed", not missing, missing[:3])
    it.context.close()

    dark = Page(browser, path, color_scheme="dark", viewport={"width": 1600, "height": 900})
    ground = dark.page.evaluate("getComputedStyle(document.body).backgroundColor")
    worst = dark.page.evaluate(CONTRAST)
    check("it is dark in the dark", sum(map(int, ground[4:-1].split(","))) < 150, ground)
    check("letters can be read in the dark", worst[0] >= 4.5, f"{worst[0]:.1f} {worst[1]}")
    dark.quiet()
    dark.context.close()

    narrow = Page(browser, path, viewport={"width": 390, "height": 800})
    wide = narrow.page.evaluate("document.documentElement.scrollWidth")
    check("a telephone shows it without scrolling sideways", wide <= 390, wide)
    narrow.context.close()

    bare = Page(browser, path, java_script_enabled=False)
    check("without scripts it says so and still tells the summary", "aktifkan JavaScript" in bare.page.locator("noscript").first.inner_text()
          and "59 dari 60" in bare.page.inner_text("dl"))
    bare.context.close()


def large(browser, path, people):
    print(f"halaman {people} pegawai, {path.stat().st_size >> 20} MB")
    seconds = []
    for _ in range(3):
        if seconds:
            it.context.close()
        before = renderers()
        it = Page(browser, path, viewport={"width": 1600, "height": 900})
        own = sum(renderers(but=before).values())
        wall = it.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd / 1000")
        seconds.append((min(wall, own), wall, own))
        if min(wall, own) < OPEN:
            break
    # Where others want the processor, the time that the page itself took of it counts.
    best = min(seconds)
    check("opens", best[0] <= OPEN * RUNAWAY, f"{best[1]:.2f} s (goal {OPEN:g}), of which {best[2]:.2f} s its own")
    before = renderers()
    drawn = it.page.evaluate("performance.now()")
    it.rows("pegawai")
    drawn = (it.page.evaluate("performance.now()") - drawn) / 1000
    own = sum(max(0, t - before.get(pid, 0)) for pid, t in renderers().items())
    check("draws the people", min(drawn, own) <= FIND * RUNAWAY, f"{drawn:.2f} s (goal {FIND:g}), of which {own:.2f} s its own")
    check("everybody is there", it.rows("pegawai")[1] >= people, it.rows("pegawai"))
    search = it.page.locator("#pegawai input")
    before = renderers()
    search.fill("zzz")
    first = it.until("pegawai", lambda found, _: found == 0)
    search.fill("19")
    again = it.until("pegawai", lambda found, _: found > 0)
    own = sum(max(0, t - before.get(pid, 0)) for pid, t in renderers().items())
    check("finds", max(first, again) < float("inf") and min(max(first, again), own) <= FIND * RUNAWAY, f"{first:.2f} s, then {again:.2f} s, of which {own:.2f} s its own")
    it.page.locator("#pegawai thead button").nth(1).click()
    check("sorts", it.page.locator("#pegawai th[aria-sort]").count() == 1)
    drawn = it.page.locator("#pegawai tbody tr").count()
    check("draws no more than is looked at", drawn <= 2000, drawn)
    it.quiet()
    it.context.close()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--skp", required=True, type=pathlib.Path)
    options.add_argument("--pegawai", type=int, default=40_000)
    options.add_argument("--besar", type=pathlib.Path, help="a page of so many people that is there already")
    args = options.parse_args()
    skp = args.skp.resolve()
    browser = next((b for b in ("chromium", "chromium-browser", "google-chrome") if shutil.which(b)), None)
    if not browser:
        sys.exit("chromium tidak ada: apt-get install chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = pathlib.Path(name)
        chromium = play.chromium.launch(executable_path=shutil.which(browser), args=["--no-sandbox"])
        page_of(skp, ROOT / "fixtures/dinas/dinas.xlsx", folder / "dinas.html")
        small(chromium, folder / "dinas.html", folder)
        big = args.besar
        if not big:
            big = folder / "besar.html"
            subprocess.run([skp, "contoh", "--pegawai", str(args.pegawai), "--cacat", "2", "-o", folder / "besar.xlsx"], check=True)
            page_of(skp, folder / "besar.xlsx", big)
        large(chromium, big, args.pegawai)
        chromium.close()
    if failures:
        sys.exit(f"{len(failures)} tidak terpenuhi: " + "; ".join(failures))
    print("halaman: semua terpenuhi")


if __name__ == "__main__":
    main()
