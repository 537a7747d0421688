"""What is pasted, addressed or refused by the browser, and scripts that fail: pages stay readable
and say nothing false.
"""

import re

import pytest
from browsing import DESK, said, watched

PASTED = {
    "letters": "a" * 100_000,
    "at signs": "a@" * 50_000,
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)> 550 5.1.1 user unknown " * 900,
    "angles": "<a " * 30_000,
    "base64": "550 5.1.1 user unknown " + "QUJD" * 25_000,
    "lines": "550 5.1.1 no such user\n" * 4_000,
    "dots": "1." * 40_000,
    "other scripts": "ящик 📬 " * 12_000,
}
# The browser itself takes minutes to type thousands of lines, so they are set.
WITHIN = """(form) => [...form.querySelectorAll('ol *')].flatMap(
  (one) => [one.localName, ...one.getAttributeNames()])"""
PASTE = """(box, text) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertFromPaste"}));
}"""


@pytest.mark.parametrize("kind", PASTED)
def test_a_long_text_is_cut_with_a_word_about_it(kind, page):
    """Whatever is pasted is answered, at most 65,536 characters of it, and is text on the page."""
    lines, dialogs = said(page), []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto("")
    page.locator("#bounce").focus()
    page.locator("#bounce").evaluate(PASTE, PASTED[kind])
    form = page.locator(".md-content [data-lookup]")
    form.locator("[role=status]").get_by_text(
        "Only the first 65,536 characters were read."
    ).wait_for()
    names = set(form.evaluate(WITHIN))
    assert not names & {"script", "img", "iframe", "style"}
    assert not any(name.startswith("on") for name in names)
    assert dialogs == [] and lines == []


@pytest.mark.parametrize(
    "text", ["user unknown " * 77_000, "x\n" * 500_000], ids=["words", "lines"]
)
def test_a_paste_of_a_megabyte_is_cut_before_the_browser_lays_it_out(text, page):
    """Whole, it would hold the page up for a minute."""
    page.goto("")
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("#bounce").focus()
    page.keyboard.press("Control+v")
    status = page.locator(".md-content [data-lookup] [role=status]")
    status.get_by_text("Only the first 65,536 characters were read.").wait_for()
    assert len(page.locator("#bounce").input_value()) == 65_537


@pytest.mark.parametrize(
    "address",
    ["#%", "#q=%", "#q=%E0%A4%A", "550/#%", "550/?%", "codes/?words=%&class=%E0", "%", "550%",
    "x/5-1-1%", "%E0%A4%A/", "//evil.example/550", "%2f%2fevil.example", "\\evil.example",
    "#q=<img src=x onerror=alert(1)>"],
)  # fmt: skip
def test_malformed_addresses_break_nothing(address, page, host):
    """The page has its heading and its menu, on this host, and no script fails."""
    page.goto(host + address, wait_until="networkidle")
    assert page.url.startswith(host)
    assert page.locator("h1").first.is_visible()


REFUSALS = [
    "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refused_clipboard_is_told_or_says_nothing(refusal, page):
    """No button says that it copied; the sign of a section still leads to it."""
    page.add_init_script(refusal)
    page.goto("550/")
    for button in page.locator("[data-copies] [data-copy]").all():
        button.click()
        page.locator(f"[data-copy={button.get_attribute('data-copy')}][disabled]").wait_for()
    sign = page.locator("a.headerlink").first
    label = sign.inner_text()
    sign.click()
    assert "#" in page.url and sign.inner_text() == label
    page.keyboard.press("/")
    page.locator("dialog textarea").fill("550 5.1.1 user unknown")
    page.keyboard.press("Enter")
    page.locator("dialog [data-result] .buttons button").click()
    page.locator("dialog [role=status]").get_by_text(
        "mark the text and copy it yourself"
    ).wait_for()
    assert page.get_by_text("opied", exact=False).filter(visible=True).count() == 0


FAILING = [
    "**/assets/head.js", "**/assets/palette.js", "**/assets/scripts.js", "**/assets/javascripts/**",
    "**/*.js",
]  # fmt: skip
ANSWERS = {
    "no answer": lambda route, _: route.abort(),
    "an error": lambda route, _: route.fulfill(status=500, body="<h1>error</h1>"),
    "half a file": lambda route, half: route.fulfill(content_type=half[0], body=half[1]),
}
SCRIPT, DOCUMENT = ("text/javascript", "(() => {"), ("application/json", '{"a": ')  # half of each


@pytest.fixture
def troubled(browser, host):
    """A fresh page on a desktop screen, on which things may go wrong."""
    context = browser.new_context(viewport=DESK, base_url=host)
    yield context.new_page()
    context.close()


def explain(form, text):
    """Types a text into a box and asks."""
    form.locator("textarea").fill(text)
    form.locator("[type=submit]").click()


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("script", FAILING)
def test_pages_are_readable_when_a_script_fails(script, answer, troubled):
    """Answers, causes and steps are there; what does not work is not offered."""
    page = troubled
    page.route(script, lambda route: ANSWERS[answer](route, SCRIPT))
    page.goto("550/")
    assert page.locator("h1").is_visible() and page.locator(".answers dd").count() == 4
    assert page.locator("#causes").is_visible() and page.locator("#what-to-do").is_visible()
    if script in ("**/assets/scripts.js", "**/*.js"):
        assert not page.locator(".buttons").first.is_visible()
        assert not page.locator("[data-lookup-open]").is_visible()
    page.goto("nobody-knows-this/")
    assert page.locator("h1").inner_text() == "There is no page at this address"


KNOWLEDGE = [
    "**/assets/lookup/box.js", "**/assets/lookup/diagnose.js", "**/assets/lookup/index.json",
]  # fmt: skip
MORE = ["names", "entries", "steps"]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("file", KNOWLEDGE)
def test_the_box_says_what_it_could_not_load(file, answer, troubled):
    """It claims nothing, and once the file comes the next try answers."""
    page = troubled
    page.route(file, lambda route: ANSWERS[answer](route, DOCUMENT))
    page.goto("")
    form = page.locator(".md-content [data-lookup]")
    explain(form, "550 5.1.1 user unknown")
    form.locator("[role=status]").get_by_text("could not be loaded").wait_for()
    assert form.locator("[data-result]").count() == 0
    page.unroute(file)
    form.locator("[type=submit]").click()
    form.locator("[data-result]").first.wait_for()


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("name", MORE)
def test_the_box_answers_with_what_it_could_load(name, answer, troubled):
    """The index names problem and code; what is missing is told, and comes with the next try."""
    page = troubled
    page.route(f"**/assets/lookup/{name}.json", lambda route: ANSWERS[answer](route, DOCUMENT))
    page.goto("")
    form = page.locator(".md-content [data-lookup]")
    explain(form, "550 5.1.1 user unknown")
    form.locator("[role=status]").get_by_text("could not be loaded").wait_for()
    link = form.locator("[data-result][data-problem=user-unknown][data-code='5.1.1'] a").first
    assert link.inner_text() == "Recipient address does not exist"
    assert form.locator(".answers").count() == (name != "names")
    page.unroute(f"**/assets/lookup/{name}.json")
    form.locator("[type=submit]").click()
    form.locator(".buttons").wait_for()


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_page_for_what_is_missing_claims_nothing_without_its_data(answer, troubled, host):
    """It keeps its text and the ways on."""
    page, trouble = troubled, watched(troubled, host)
    page.route("**/assets/guesses.json", lambda route: ANSWERS[answer](route, DOCUMENT))
    page.goto("nobody-knows-this/", wait_until="networkidle")
    assert page.locator("h1").inner_text() == "There is no page at this address"
    assert re.search("Home: all codes", page.locator(".md-content").inner_text())
    assert trouble == []


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})",
        "localStorage.setItem('/.__palette', '{')",
        "localStorage.setItem('/.__palette', '{\"color\": 1}')",
    ],
)
def test_pages_work_whatever_the_storage_holds(storage, troubled):
    """Storage that is denied, or that another page of the host has spoilt."""
    page = troubled
    page.add_init_script(storage)
    page.goto("550/")
    page.locator(".buttons").first.wait_for()
    page.keyboard.press("/")
    page.locator("dialog textarea").fill("550 5.1.1 user unknown")
    page.keyboard.press("Enter")
    page.locator("dialog [data-result]").first.wait_for()
