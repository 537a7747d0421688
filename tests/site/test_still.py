"""Nothing moves while a page is loaded, on a slow phone and on a desk."""

import pytest
from browsing import DESK, PHONE

VIEWS = (
    "",
    "550/",
    "5.7.1/",
    "problems/mailbox-full/",
    "codes/",
    "providers/google/",
    "550/texts/",
)
SLOWER = 4  # times, as tools for phones have it
SHIFTS = """() => new Promise((tell) => {
  const found = [];
  new PerformanceObserver((list) => list.getEntries().forEach((one) => found.push(
    ...one.sources.map((source) => source.node?.outerHTML?.slice(0, 200) ?? String(source.node)))))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(found), 500);
})"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves(browser, host, size):
    """What scripts show has its room from the start."""
    for address in VIEWS:
        context = browser.new_context(viewport=size)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(host + address, wait_until="load")
        moved = page.evaluate(SHIFTS)
        context.close()
        assert moved == [], address
