"""The built site in an installed Chromium, served as a plain static host serves it."""

import contextlib
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
NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if name and (found := shutil.which(name))), None)


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


@contextlib.contextmanager
def served(folder, handler=Host):
    """The address at which a folder is served on this machine, as long as it is wanted."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def host(site):
    """The address at which the built site is served on this machine."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """An installed Chromium; without one the tests fail, they are never skipped."""
    assert CHROMIUM, "no Chromium found; install the package chromium, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


def watched(page, host):
    """A list that fills with every error that a page meets and every request to another host."""
    trouble = []

    def asked(request):
        if not request.url.startswith((host, "data:", "blob:")):
            trouble.append(request.url)

    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", asked)
    return trouble


def comes_true(page, script):
    """Whether a script is true within ten seconds. It is asked from outside each time: the pages'
    policy lets no text be run as a script inside them.
    """
    for _ in range(200):
        if page.evaluate(script):
            return True
        page.wait_for_timeout(50)  # milliseconds
    return False


def answered(page, within=".md-content"):
    """The form of the box, once its answer is complete."""
    page.locator(f"{within} [data-lookup] ol:not([aria-busy]) li").first.wait_for()
    return page.locator(f"{within} [data-lookup]")


def said(page):
    """A list that fills with the warnings and errors of a page's console, among them whatever its
    policy forbids.
    """
    lines = []

    def heard(message):
        if message.type in ("error", "warning"):
            lines.append(f"{message.text} ({message.location.get('url')})")

    page.on("console", heard)
    return lines


@pytest.fixture
def page(browser, host):
    """A fresh page on a desktop screen that notes errors and requests to other hosts; a test ends
    with neither.
    """
    context = browser.new_context(
        viewport=DESK, base_url=host, permissions=["clipboard-read", "clipboard-write"]
    )
    made = context.new_page()
    trouble = watched(made, host)
    yield made
    context.close()
    assert trouble == []
