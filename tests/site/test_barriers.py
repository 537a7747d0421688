"""Pages are open to everyone: axe-core finds no barrier (WCAG 2.2 AA), the console stays empty, and
nothing is asked of another host.
"""

from pathlib import Path

import axe_playwright_python
import pytest
from browsing import DESK, PHONE, said, watched
from conftest import NOTHING_TOLD
from counted import survived

from generator.pages.pages import views
from generator.pages.pieces import Pieces

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOUND = f"""async () => (await axe.run(document, {{
  runOnly: {LEVELS}, resultTypes: ["violations"],
}})).violations.map((one) => {{
  const where = one.nodes.map((node) => node.target.join(" "));
  return `${{one.id}}: ${{where.slice(0, 3)}}`;
}})"""
WAYS = [(size, scheme) for size in (DESK, PHONE) for scheme in ("light", "dark")]
MISSING = "nobody-knows-this/"  # answered with 404.html, and the console notes that it is
WITHOUT_TEMPLATE = ["about/", "contribute/", "use-the-data/", MISSING]
EVERY = 10  # of the responses, whose pages are all alike


@pytest.fixture(scope="session")
def of_templates(real, site):
    """An address of each template: of the pages that it makes, the longest."""
    longest = {}
    for view in views(Pieces(real, ""), NOTHING_TOLD):
        size = (site / view.address / "index.html").stat().st_size
        longest[view.template] = max(longest.get(view.template, (0, "")), (size, view.address))
    return [address for _, address in longest.values()] + WITHOUT_TEMPLATE


def barriers(page, address):
    """What axe-core finds on a page."""
    page.goto(address)
    page.evaluate(AXE)
    survived("pages looked at")
    return page.evaluate(FOUND)


def unmeant(lines):
    """What a console says, but for the page that is missing on purpose."""
    return [line for line in lines if not line.endswith(f"/{MISSING})")]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_a_page_of_each_template_has_no_barrier(way, browser, host, of_templates):
    """On a desk and on a phone, in light and in dark."""
    size, scheme = WAYS[way]
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=host)
    page = context.new_page()
    trouble, lines = watched(page, host), said(page)
    found = {address: barriers(page, address) for address in of_templates}
    context.close()
    assert {address: told for address, told in found.items() if told} == {}
    assert trouble == [] and unmeant(lines) == [] and len(found) > 25


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_with_an_answer_has_no_barrier(scheme, browser, host):
    """Open above a page, with an answer in it."""
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, base_url=host)
    page = context.new_page()
    page.goto("550/")
    page.keyboard.press("/")
    page.locator("dialog textarea").fill("550 5.1.1 <anna@example.com>: user unknown")
    page.keyboard.press("Enter")
    page.locator("dialog [data-result]").first.wait_for()
    page.evaluate(AXE)
    found = page.evaluate(FOUND)
    context.close()
    assert found == []


def test_no_template_breaks_its_policy(page, of_templates):
    """With the box used on every page, nothing is forbidden that the page wanted."""
    lines = said(page)
    for address in of_templates:
        page.goto(address)
        page.keyboard.press("/")
        page.locator("dialog textarea").fill("550 5.1.1 user unknown")
        page.keyboard.press("Enter")
        page.locator("dialog [data-result]").first.wait_for()
    assert unmeant(lines) == []


@pytest.mark.long
def test_no_page_has_a_barrier(browser, host, site, real):
    """Every page but the responses, and every tenth of those, each in one of the four ways."""
    responses = {f"{response.address}" for response in real.catalogue.responses.values()}
    addresses = sorted(real.addresses.pages - responses) + sorted(responses)[::EVERY]
    pages = []
    for size, scheme in WAYS:
        context = browser.new_context(viewport=size, color_scheme=scheme, base_url=host)
        page = context.new_page()
        pages.append((context, page, watched(page, host), said(page)))
    found = {}
    for number, address in enumerate(addresses):
        if told := barriers(pages[number % len(pages)][1], address):
            found[address] = told
    for context, _, trouble, lines in pages:
        context.close()
        assert trouble == [] and lines == []
    assert found == {}
