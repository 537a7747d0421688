"""Nothing moves while a page is loaded, on a slow phone and on a desk."""

import time

import pytest
from browsing import DESK, PHONE, Host, served

VIEWS = (
    "",
    "550/",
    "5.7.1/",
    "problems/mailbox-full/",
    "codes/",
    "providers/google/",
    "550/texts/",
    "problems/",
    "retry/",
    "classes/",
    "subjects/x.7/",
    "session/",
    "categories/",
    "dialects/",
    "glossary/",
    "compare/550-554/",
    "use-the-data/lookup/",
)
SLOWER = 4  # times, as tools for phones have it
PIECE, PAUSE = 2_000, 0.01  # bytes and seconds, so that a page is painted before it has come whole
SEEN = 0.003  # as Chromium counts layout shifts; what is less cannot be seen
SHIFTS = """() => new Promise((tell) => {
  const found = [];
  const name = (node) => node?.outerHTML?.slice(0, 200) ?? String(node);
  new PerformanceObserver((list) => list.getEntries().forEach((one) =>
    found.push([one.value, ...one.sources.map((source) => name(source.node))])))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(found), 500);
})"""


class Slow(Host):
    """The same host behind a slow line: pages come in pieces."""

    def copyfile(self, source, outputfile):
        """Sends a page piece by piece, everything else at once."""
        if not self.path.endswith("/"):
            super().copyfile(source, outputfile)
            return
        while piece := source.read(PIECE):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(PAUSE)


@pytest.fixture(scope="module")
def slow(site):
    """The address of the built site behind a slow line."""
    with served(site, Slow) as address:
        yield address


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves(browser, slow, size):
    """What scripts show has its room from the start, and no later part of a page moves an earlier
    one: not where a line of chips goes on, not where a table has more rows."""
    for address in VIEWS:
        context = browser.new_context(viewport=size)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(slow + address, wait_until="load")
        moved = page.evaluate(SHIFTS)
        context.close()
        assert sum(value for value, *_ in moved) < SEEN, (address, moved)
