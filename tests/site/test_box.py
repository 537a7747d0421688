"""The box as people use it: it answers as soon as it can, nothing in it moves, several recipients
are told apart, and it can be used by the keyboard, without a network, by ear.
"""

import re

import pytest
from browsing import CHROMIUM, DESK, FLAGS, PHONE, answered, watched
from conftest import ROOT

from generator.lookup import entries
from generator.lookup import index as lookup

BOX = ".md-content [data-lookup]"
TSS04 = (
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or "
    "user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes"
)
SEVERAL = """This is the mail system at host mail.example.com.

<Anna@example.net>: host mx.example.net[192.0.2.10] said: 550 5.1.1
    <Anna@example.net>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

<ben@example.org>: host mx.example.org[192.0.2.27] said: 552 5.2.2
    <ben@example.org>: user is over quota (in reply to RCPT TO command)

<carla@example.net>: host mx.example.net[192.0.2.10] said: 550 5.1.1
    <carla@example.net>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)
"""


@pytest.fixture
def held(page):
    """A function that holds documents of the lookup back, and gives one that lets them go."""

    def hold(*names):
        waiting = {name: [] for name in names}

        def keep(name):
            def asked(route):
                if name in waiting:
                    waiting[name].append(route)
                else:
                    route.continue_()

            return asked

        def let_go(name):
            for route in waiting.pop(name):
                route.continue_()

        for name in names:
            page.route(f"**/assets/lookup/{name}.json", keep(name))
        return let_go

    return hold


def ask(page, text):
    """Pastes a text into the box of the home page and asks."""
    page.goto("")
    page.locator("#bounce").fill(text)
    page.keyboard.press("Enter")


def test_the_first_answer_needs_the_index_alone(page, held):
    """Problem, code and the words that decided stand there, and the link leads on."""
    held("names", "entries", "steps")
    ask(page, TSS04)
    first = page.locator(f"{BOX} [data-result][data-problem=rate-limited]")
    assert first.locator(".title").inner_text() == "4.7.0 Too much mail in a short time"
    assert "TSS04" in first.locator("mark").all_inner_texts()
    first.locator("a").click()
    page.wait_for_url("**/problems/rate-limited/")


def test_a_name_waits_for_the_names_alone(page, held):
    """What somebody typed is not taken for a problem before the names are there."""
    let_go = held("names", "entries", "steps")
    ask(page, "gmail.com")
    page.wait_for_timeout(300)
    assert page.locator(f"{BOX} li").count() == 0
    let_go("names")
    link = page.locator(f"{BOX} [data-result] a").first
    assert link.inner_text() == "Google Gmail and Google Workspace"


PLACES = """form => Object.fromEntries([...form.querySelectorAll(
  ":scope > [role=status], .title, .registered, .said, .lead, .way, .answers > div")].map(
  (one) => [one.textContent.slice(0, 12), one.getBoundingClientRect().top + scrollY]))"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_when_more_is_known(page, held, size):
    """The card, whose words they are, and the first step come below what stands there."""
    page.set_viewport_size(size)
    let_go = held("names", "entries", "steps")
    ask(page, TSS04)
    form = page.locator(BOX)
    form.locator(".said").wait_for()
    places = form.evaluate(PLACES)
    assert form.locator(".registered").inner_text() == "Comparing with the texts of providers …"
    let_go("names")
    form.locator(".answers").wait_for()
    with_card = form.evaluate(PLACES)
    assert with_card | places == with_card
    assert form.locator(".answers > div").count() == 3
    let_go("entries")
    let_go("steps")
    answered(page)
    assert form.locator(".registered").first.inner_text().startswith("The words of Yahoo")
    assert form.locator(".answers > .first").count() == 1
    whole = form.evaluate(PLACES)
    shared = {name for name in with_card if name in whole}
    assert len(shared) >= len(with_card) - 1  # all but the line that said that it compares
    moved = {name for name in shared if abs(whole[name] - with_card[name]) > 0.5}
    assert moved == set()


def test_the_first_step_is_that_of_the_text(page):
    """Where the provider's text has its own remedy, the box says what its page says first."""
    ask(page, TSS04)
    told = answered(page).locator("[data-response] .first dd").first.inner_text()
    page.locator(f"{BOX} [data-response] a").first.click()
    page.wait_for_url("**/providers/yahoo/**")
    assert page.locator(".card .first dd").inner_text().startswith(told)


def test_several_recipients_are_told_apart(page):
    """Those with the same answer together; shown by their address, copied without it."""
    ask(page, SEVERAL)
    form = answered(page)
    assert form.locator("> [role=status]").inner_text().startswith("3 recipients, an answer for")
    whose = form.locator(".whose").all_inner_texts()
    assert whose[0].startswith("For anna@example.net, carla@example.net: ")
    assert whose[1].startswith("For ben@example.org: ")
    assert "ben@example.org" in form.locator(".card .said").nth(1).inner_text()
    form.get_by_role("button", name="Copy ticket note").first.click()
    form.get_by_role("button", name="Copied").wait_for()
    note = page.evaluate("navigator.clipboard.readText()")
    assert "For recipient 1 of 3 ([address]), 3 of 3 ([address])" in note
    assert "@" not in note and "192.0.2" not in note and "mx.example" not in note


@pytest.fixture
def kept(browser, host):
    """A page in a browser that keeps what one comes back to, as people's browsers do."""
    made = browser.browser_type.launch(
        executable_path=CHROMIUM, args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield made.new_page(base_url=host)
    made.close()


def test_the_box_is_used_by_the_keyboard_alone(kept):
    """Asked, read, followed, and back: the answer still stands there."""
    page = kept
    page.goto("")
    page.locator("#bounce").focus()
    page.keyboard.type("550 5.1.1 no such user here")
    page.keyboard.press("Enter")
    answered(page)
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-result]') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(providers|problems)/"))
    page.evaluate("setTimeout(() => history.back())")
    page.locator(f"{BOX} [data-result] .answers").first.wait_for()
    assert page.locator("#bounce").input_value() == "550 5.1.1 no such user here"


def test_who_stands_on_an_answer_stays_there(page, held):
    """The keyboard keeps its place when more is known."""
    let_go = held("entries", "steps")
    ask(page, TSS04)
    link = page.locator(f"{BOX} .title a").first
    link.focus()
    let_go("entries")
    let_go("steps")
    answered(page)
    assert page.evaluate("document.activeElement.closest('.title') !== null")


def test_the_box_answers_without_a_network(page):
    """Loaded once, it needs none: nothing is sent to answer."""
    ask(page, "550 5.1.1")
    answered(page)
    page.context.set_offline(True)
    page.locator("#bounce").fill(TSS04)
    page.keyboard.press("Enter")
    page.locator(f"{BOX} [data-result][data-response^='yahoo/'] .first").wait_for()
    page.context.set_offline(False)


def test_what_comes_in_parts_is_put_together(page, site, real):
    """With more responses than one document takes the box loads them all, and answers the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "PART", 1500)
        documents = dict(lookup.documents(real, ROOT / "build/lookup"))
    assert "assets/lookup/steps-3.json" in documents
    page.route(
        "**/assets/lookup/*.json",
        lambda route: route.fulfill(
            body=documents[f"assets/lookup/{route.request.url.rpartition('/')[2]}"],
            content_type="application/json",
        ),
    )
    test_the_first_step_is_that_of_the_text(page)


def test_what_is_loaded_tells_nothing_of_the_text(browser, host):
    """The same files come whatever is asked, so that nobody learns from them what it was."""

    def loaded(text):
        context = browser.new_context(base_url=host)
        page, asked = context.new_page(), set()
        page.on("request", lambda request: asked.add(request.url))
        ask(page, text)
        answered(page)
        context.close()
        return asked

    assert loaded(TSS04) == loaded("552 5.2.2 mailbox full") == loaded("gmail.com")


def test_nothing_is_sent_to_answer(page, host):
    """Every request is for a file of the site, without a part of the text."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, TSS04)
    answered(page)
    assert asked and all(url.startswith(host) for url in asked)
    assert not any(part in url for url in asked for part in ("?", "TSS04", "192.0.2.1"))


HEARD = """form => {
  window.heard = [];
  const status = form.querySelector("[role=status]");
  new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
}"""


def test_what_is_found_is_said_aloud(page):
    """The live region tells how sure the answer is and what it is, once."""
    page.goto("")
    form = page.locator(BOX)
    form.evaluate(HEARD)
    page.locator("#bounce").fill("550 5.1.1 <ben@example.net>: User unknown")
    page.keyboard.press("Enter")
    answered(page)
    heard = page.evaluate("heard")
    assert heard[-1] == "This is it. 5.1.1 Recipient address does not exist"
    assert len(heard) == len(set(heard)) <= 2
    page.locator("#bounce").fill("")
    form.locator("> ol > li").first.wait_for(state="detached")
    assert form.locator("> [role=status]").inner_text() == ""


def test_a_long_line_is_shown_around_its_mark(page):
    """Of a line without an end no more is shown than one reads."""
    ask(page, f"{'x' * 3000} 550 5.2.2 mailbox full {'y' * 3000}")
    said = answered(page).locator(".said").inner_text()
    assert "mailbox full" in said and len(said) < 500


def test_an_address_asks_the_box(browser, host):
    """`/#q=` fills the box in and answers, on a phone in the dark."""
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    trouble = watched(page, host)
    page.goto(f"{host}#q=452+4.2.2+over%20quota")
    answered(page).locator("[data-result][data-problem=mailbox-full]").first.wait_for()
    assert page.locator("#bounce").input_value() == "452 4.2.2 over quota"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()
    assert trouble == []
