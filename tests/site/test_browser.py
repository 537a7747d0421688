"""The site in a real browser: read, searched, copied from, on a phone and in the dark."""

import functools
import http.server
import os
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Host(http.server.SimpleHTTPRequestHandler):
    """A plain static host: files, and the site's own page for what is missing."""

    def log_message(self, *_):
        """Says nothing."""

    def send_error(self, code, message=None, explain=None):
        """Answers what is missing with 404.html, as static hosts do."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        with open(os.path.join(self.directory, "404.html"), "rb") as file:
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def host(site):
    """The address at which the built site is served on this machine."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Host, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    """An installed Chromium; without one the tests fail, they are never skipped."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "no Chromium found; install the package chromium, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def page(browser, host):
    """A fresh page on a desktop screen that notes errors and requests to other hosts; a test ends
    with neither.
    """
    context = browser.new_context(
        viewport=DESK, base_url=host, permissions=["clipboard-read", "clipboard-write"]
    )
    made = context.new_page()
    trouble = []
    made.on("pageerror", lambda error: trouble.append(str(error)))
    made.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((host, "data:", "blob:"))
            else trouble.append(request.url)
        ),
    )
    yield made
    context.close()
    assert trouble == []


def first_result(page, query):
    """The address of the first search result for what a reader types, below the root of the site."""
    box = page.locator("input[name=query]")
    box.fill(query)
    box.press("End")  # Material looks at keys, not at the value
    page.wait_for_timeout(400)
    results = page.locator(".md-search-result__link")
    found = results.first.evaluate("link => link.pathname") if results.count() else "/nothing/"
    return found.strip("/")


def test_a_newcomer_finds_out_what_554_means(page):
    """From home one click on the code leads to what happened and who must act."""
    page.goto("")
    page.get_by_role("link", name="554", exact=True).first.click()
    assert page.locator("h1").inner_text().startswith("554 Transaction failed")
    answers = page.locator(".answers").inner_text()
    for question in ("What happened", "Who must act", "Is it retried?", "Is it permanent?"):
        assert question in answers


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("550", "550"),
        ("550 5.1.1", "5.1.1"),
        ("550-5.7.26 Your email has been blocked", "5.7.26"),
        ("smtp error 454", "454"),
        ("5.7.607", "5.7.606"),
    ],
)
def test_the_box_on_the_home_page_opens_the_code(page, typed, address):
    """A code in any spelling, or a whole line, leads to the code's page; the enhanced code says
    more and wins.
    """
    page.goto("")
    page.locator("#bounce").fill(typed)
    page.locator("#find button").click()
    page.wait_for_url(f"**/{address}/")


QUERIES = [
    ("550", "550"), ("454", "454"), ("550:", "550"), ("(550)", "550"), ("smtp error 421", "421"), ("571", "571"), ("S550", "550"),
    ("5.1.1", "5.1.1"), ("#5.1.1", "5.1.1"), ("550 5.1.1", "5.1.1"), ("5.7.1", "5.7.1"), ("550 #5.1.0", "5.1.0"), ("550-5.7.26", "5.7.26"),
    ("5.1.1 bad destination mailbox address", "5.1.1"),
    ("X.2.2", "4.2.2"), ("441", "441"), ("dsn 4.4.3", "4.4.3"), ("status: 4.0.0", "4.0.0"),
    ("mailbox full", "problems/mailbox-full"), ("greylisted", "problems/greylisted"), ("mail loop", "problems/loop"),
]  # fmt: skip


def test_search_puts_the_right_page_first(page):
    """Codes in any spelling and phrases find their page first, although Material's search would not
    by itself.
    """
    page.goto("about/")
    page.locator("input[name=query]").click()
    page.wait_for_timeout(1000)
    found = {query: first_result(page, query) for query, _ in QUERIES}
    assert found == dict(QUERIES)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("5-1-1", "5.1.1"),
        ("550%205.1.1", "5.1.1"),
        ("codes/550", "550"),
        ("404?q=550", None),
        ("#5.1.1", "5.1.1"),
    ],
)
def test_guessed_addresses_are_repaired(page, address, code):
    """What people guess leads to the page; what cannot be repaired gets a page with the ways on."""
    page.goto(address)
    if code:
        page.wait_for_url(f"**/{code}/")
        assert page.locator("h1").inner_text().startswith(code)
    else:
        assert page.locator("h1").inner_text() == "There is no page at this address"


@pytest.mark.parametrize("address", ["550-5.1.1/", "x.1.1/", "X.1.1/", "5.x.x/", "5.7.608/"])
def test_aliases_lead_to_a_page(page, address):
    """An alias is a page that leads on without a server's help."""
    page.goto(address)
    page.wait_for_function("document.querySelector('h1')")
    assert page.locator(".md-content").count() == 1


def test_the_customer_reply_can_be_copied(page):
    """One click puts the reply on the clipboard, as it stands on the page."""
    page.goto("problems/mailbox-full/")
    box = page.locator(".customer-reply").first
    box.get_by_role("button").click()
    page.wait_for_function("document.querySelector('.copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == box.locator("p").inner_text()


def test_the_table_of_codes_can_be_filtered(page):
    """What is typed leaves only the rows that contain it."""
    page.goto("codes/")
    page.locator("#filter").fill("mailbox full")
    shown = page.locator("tbody tr:visible")
    assert 1 <= shown.count() < 20
    assert "5.2.2" in shown.all_inner_texts()[-1] + " ".join(shown.all_inner_texts())


WIDE_PAGES = [
    "",
    "550/",
    "5.7.1/",
    "441/",
    "codes/",
    "dialects/",
    "problems/mailbox-full/",
    "providers/google/",
    "not-smtp-codes/",
    "session/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_on_a_phone(browser, host, scheme):
    """At 360 and at 320 pixels every page fits, in both colour schemes, and dark is dark."""
    context = browser.new_context(viewport=PHONE, base_url=host, color_scheme=scheme)
    page = context.new_page()
    for address in WIDE_PAGES:
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lightness = sum(
        int(part)
        for part in background.removeprefix("rgb(").removeprefix("rgba(").rstrip(")").split(",")[:3]
    )
    assert (lightness < 200) == (scheme == "dark")
    context.close()


def test_pages_are_useful_without_javascript(browser, host):
    """Without scripts the map, the answers, the causes and the remedies are there, and nothing
    offers what does not work.
    """
    context = browser.new_context(viewport=DESK, base_url=host, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    assert page.locator(".map a.chip").count() > 150
    assert not page.locator("#find").is_visible()
    page.goto("550/")
    assert page.locator(".answers dd").count() == 4
    assert page.locator("#causes").is_visible() and page.locator("#what-to-do").is_visible()
    context.close()
