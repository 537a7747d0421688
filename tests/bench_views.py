"""Benchmarks of what somebody's browser does with the built site: first views over a server that
compresses, and the time of the box.

Part of `make bench`. Milliseconds are those of Chromium's own entries, medians of five views on a
processor that is slowed to a quarter, as tools for phones do; bytes are those that came over the
network, heads of answers included.
"""

import gzip
import http.server
import os
import shutil
import statistics
from pathlib import Path

from browsing import served
from playwright.sync_api import sync_playwright

VIEWS = ("", "550/", "5.7.1/", "problems/mailbox-full/", "providers/google/account-disabled/")
PHONE = {"width": 360, "height": 740}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SLOWER, TIMES = 4, 5
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")
SIZES = (1, 2, 4, 8, 16, 32, 64)  # kB
ENTRIES = """() => new Promise((tell) => {
  const found = { paint: 0, largest: 0, shift: 0, blocked: 0 };
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true });
  watch("paint", (one) => { found.paint = Math.max(found.paint, one.startTime); });
  watch("largest-contentful-paint", (one) => { found.largest = one.startTime; });
  watch("layout-shift", (one) => { found.shift += one.value; });
  watch("longtask", (one) => { found.blocked += one.duration - 50; });
  setTimeout(() => tell(found), 800);
})"""
BOX = """async ([text, sizes]) => {
  const place = "/assets/lookup/";
  const load = async (name) => (await fetch(`${place}${name}.json`)).json();
  const names = ["index", "entries", "names"];
  const { diagnose } = await import(`${place}diagnose.js`);
  const [index, entries, named] = await Promise.all(names.map(load));
  const documents = [index, [entries], named];
  diagnose(text.slice(0, 1024), ...documents);
  return sizes.map((size) => {
    const start = performance.now();
    diagnose(text.slice(0, 1024 * size), ...documents);
    return performance.now() - start;
  });
}"""


class Compressing(http.server.SimpleHTTPRequestHandler):
    """A host that sends text compressed, as those do on which sites are published."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """A file, compressed if it is text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        data, packed = file.read_bytes(), file.suffix in COMPRESSED
        data = gzip.compress(data, 6, mtime=0) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return self.wfile.write(data)

    def log_message(self, *_):
        """Says nothing."""


def chromium():
    """The path of an installed Chromium, or None."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def viewed(browser, address):
    """(requests, bytes, entries) of a first view."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    asked, loaded = {}, []

    def finished(one):
        if asked[one["requestId"]].startswith("http"):  # pictures inside styles are no requests
            loaded.append(one["encodedDataLength"])

    session.on(
        "Network.requestWillBeSent",
        lambda one: asked.update({one["requestId"]: one["request"]["url"]}),
    )
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="load")
    entries = page.evaluate(ENTRIES)
    context.close()
    return len(loaded), sum(loaded), entries


def first_views(browser, host):
    """Prints what first views load, and when something is to be seen."""
    print(
        f"{'first view':36}{'requests':>9}{'bytes':>9}"
        f"{'paint':>8}{'largest':>8}{'blocked':>8}{'shift':>7}"
    )
    for address in VIEWS:
        views = [viewed(browser, host + address) for _ in range(TIMES)]
        requests, size, _ = views[0]
        names = ("paint", "largest", "blocked")
        times = [statistics.median(entries[name] for *_, entries in views) for name in names]
        shift = max(entries["shift"] for *_, entries in views)
        print(f"/{address:35}{requests:9}{size:9,.0f}" + "".join(f"{one:8.0f}" for one in times)
              + f"{shift:7.3f}")  # fmt: skip


def box(browser, host, texts):
    """Prints the time of the box for texts of 1 to 64 kB: twice the text, twice the time."""
    page = browser.new_page()
    page.goto(host)
    print("box in the browser, ms for so many kB:      " + "".join(f"{size:7}" for size in SIZES))
    for kind, text in texts.items():
        times = page.evaluate(BOX, [text, list(SIZES)])
        print(f"  {kind:42}" + "".join(f"{one:7.0f}" for one in times))
    page.close()


def main(site, texts):
    """Prints the figures of the site in a folder; `texts` are long ones for the box, by kind."""
    if not (path := chromium()):
        print("no Chromium found: first views and the box are not measured")
        return
    with served(site, Compressing) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        print(f"Chromium {browser.version}")
        first_views(browser, host)
        box(browser, host, texts)
        browser.close()
