"""What scripts add to pages: filters by class, folds, keys, column names on a phone, the address on
paper, notes to copy.
"""

import re

import pytest
from browsing import PHONE, answered, comes_true
from conftest import ROOT


def test_codes_are_filtered_by_their_class(page):
    """A button leaves the rows of its class alone, which the address keeps, and gives them back."""
    page.goto("codes/")
    every = page.locator("tbody tr").count()
    button = page.locator("[data-filter] [data-class=c4]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.reload()
    assert button.get_attribute("aria-pressed") == "true"
    shown = page.locator("tbody tr:not([hidden])")
    assert 10 < shown.count() < every
    assert shown.count() == shown.filter(has=page.locator(".chip.c4")).count()
    assert page.locator("[data-filter] output").inner_text() == f"{shown.count()} of {every}"
    page.locator("[data-filter] input").fill("mailbox")
    with_words = shown.count()
    assert with_words > 0 and page.url.endswith("?words=mailbox&class=c4")
    page.locator("[data-filter] [data-class=c5]").click()
    assert shown.count() > with_words
    button.click()
    page.locator("[data-filter] [data-class=c5]").click()
    page.locator("[data-filter] input").fill("")
    assert shown.count() == every and page.url.endswith("/codes/")


def test_every_word_of_a_filter_counts(page):
    """A row has all of the words, in any order."""
    page.goto("codes/")
    page.locator("[data-filter] input").fill("full mailbox")
    rows = page.locator("tbody tr:not([hidden])")
    assert rows.count() > 0
    for row in rows.all():
        text = row.text_content().lower()
        assert "full" in text and "mailbox" in text


def test_a_heading_above_nothing_is_not_shown(page):
    """While words leave no row of a list, its heading goes; cleared, all are back, and whoever
    cleared it types on.
    """
    page.goto("problems/")
    headings, shown = page.locator("article h2"), page.locator("article h2:visible")
    page.locator("[data-filter] input").fill("mailbox full")
    tables = page.locator("[data-filtered]:has(tbody tr:visible)").count()
    assert 0 < shown.count() == tables < headings.count()
    page.get_by_role("button", name="Clear").click()
    page.wait_for_url("**/problems/")
    assert shown.count() == headings.count()
    page.keyboard.type("greylist")
    assert page.locator("[data-filter] input").input_value() == "greylist"


def test_an_opened_fold_is_kept_in_the_address(page):
    """Whoever sends the address on, sends the open fold."""
    page.goto("550/texts/")
    fold = page.locator("details.fold").first
    fold.locator("summary").click()
    assert page.url.endswith(f"#{fold.get_attribute('data-fold')}")
    page.reload()
    assert fold.get_attribute("open") is not None


def test_one_role_is_open_at_a_time(page):
    """The steps of one person stand alone; those that the address asks for are open and on the
    screen.
    """
    page.goto("550/")
    for role in page.locator("[data-roles] summary").all():
        role.click()
        assert page.locator("[data-roles] details[open]").count() <= 1
    asked = page.locator("[data-roles] details").last.get_attribute("id")
    page.goto("about:blank")
    page.set_viewport_size(PHONE)
    page.goto(f"550/#{asked}")
    assert page.locator("[data-roles] details[open]").get_attribute("id") == asked
    assert 0 <= page.locator(f"#{asked}").bounding_box()["y"] < PHONE["height"] / 2


def test_keys_of_the_browser_stay_its_own(page):
    """With Control, Alt or Meta, and while somebody types, n and / are not ours."""
    page.goto("550/")
    for key in ("Control+n", "Alt+n", "Meta+n"):
        page.keyboard.press(key)
    page.keyboard.press("/")
    page.locator("dialog textarea").fill("")
    page.keyboard.type("n/n")
    assert page.locator("dialog textarea").input_value() == "n/n"
    assert page.url.endswith("/550/")


def test_a_slash_can_be_typed_into_the_box(page):
    """Half of what is pasted into it has one."""
    page.goto("")
    page.locator("#bounce").focus()
    page.keyboard.type("n/p")
    assert page.locator("#bounce").input_value() == "n/p" and page.url.endswith("/")
    assert not page.locator("dialog").is_visible()


def test_a_line_break_can_be_typed_into_the_box(page):
    """Shift and Enter break the line, Enter alone asks."""
    page.goto("")
    box = page.locator("#bounce")
    box.fill("550 5.1.1")
    box.press("Shift+Enter")
    box.type("user unknown")
    assert box.input_value() == "550 5.1.1\nuser unknown"
    box.press("Enter")
    page.locator(".md-content [data-result]").first.wait_for()
    assert box.input_value() == "550 5.1.1\nuser unknown"


def test_the_dialog_of_the_box_closes_by_its_button(page):
    """Not everybody knows the key."""
    page.goto("550/")
    page.locator("[data-lookup-open]").click()
    page.locator("dialog [data-close]").click()
    page.locator("dialog").wait_for(state="hidden")


def test_what_is_pasted_early_is_answered(page):
    """A text that stands in the box before the lookup is loaded needs no second try."""
    held = []
    page.route("**/assets/lookup/box.js", lambda route: held.append(route))
    page.goto("")
    with page.expect_request("**/assets/lookup/box.js"):
        page.locator("#bounce").focus()
    page.locator("#bounce").fill("550 5.1.1 user unknown")
    held[0].continue_()
    page.locator(".md-content [data-result]").first.wait_for()


def test_an_emptied_box_answers_nothing(page):
    """Whoever clears the box clears the answer."""
    page.goto("")
    page.locator("#bounce").fill("550 5.1.1 user unknown")
    page.keyboard.press("Enter")
    page.locator(".md-content [data-result]").first.wait_for()
    page.locator("#bounce").fill("")
    page.locator(".md-content [data-result]").first.wait_for(state="detached")
    assert page.locator(".md-content [data-lookup] [role=status]").inner_text() == ""


def test_cells_tell_their_column_on_a_phone(page):
    """A row is a card there; each cell but the first begins with the name of its column."""
    page.set_viewport_size(PHONE)
    page.goto("categories/mailbox/")
    table = page.locator("table.rows").last
    names = [name.strip("? ") for name in table.locator("th").all_text_contents()]
    cells = table.locator("tbody tr").first.locator("td").all()
    assert [cell.get_attribute("data-label") for cell in cells] == [None, *names[1:]]


def test_paper_tells_the_address(page):
    """While a page is printed its foot has the address, before and after not."""
    page.goto("550/")
    foot = page.locator(".foot p").last
    before = foot.inner_text()
    for _ in range(2):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert foot.text_content().endswith(f" · {page.url}")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert foot.inner_text() == before


def test_a_part_that_fails_stops_no_other(page):
    """In a browser that cannot name languages the reply has no switch, and all else works."""
    page.add_init_script("Intl.DisplayNames = undefined")
    page.goto("problems/mailbox-full/")
    page.locator(".buttons").first.wait_for()
    assert page.locator(".buttons select").count() == 0
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.keyboard.press("/")
    page.locator("dialog textarea").wait_for()


TOLD = (
    "550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown; "
    "from mx.example.com 192.0.2.25, see https://example.org/help"
)


def test_a_note_from_the_box_tells_nobodys_address(page):
    """Addresses, hosts and links of what was pasted are not in what is copied; the answer is."""
    page.goto("")
    page.locator("#bounce").fill(TOLD)
    page.locator(".md-content [data-lookup] [type=submit]").click()
    page.locator(".md-content [data-result] .buttons button").first.click()
    page.get_by_text("Copied, without addresses and hosts").first.wait_for()
    note = page.evaluate("navigator.clipboard.readText()")
    for secret in ("anna", "192.0.2.25", "mx.example.com", "example.org/help"):
        assert secret not in note, note
    for sign in ("[address]", "[host]", "[IP]", "[link]"):
        assert sign in note, note
    assert note.startswith("5.1.1 ") and "Who must act: " in note
    assert re.search(r"/(?:problems|providers)/[\w-]+/[\w/-]*$|/[\d.]+/$", note)


def test_the_box_says_when_the_words_decide(page):
    """Where the code alone stands for something else, the answer says so, and only there."""
    page.goto("")
    status = page.locator(".md-content [data-lookup] > [role=status]")
    for text, decides in (("550 5.7.1 mailbox full", True), ("552 5.2.2 mailbox full", False)):
        page.locator("#bounce").fill(text)
        page.locator(".md-content [data-lookup] [type=submit]").click()
        answered(page).locator("[data-result][data-problem=mailbox-full]").first.wait_for()
        assert ("The words decide" in status.inner_text()) == decides, text


def test_an_unsure_answer_has_runners_up(page):
    """What may be several things is shown as several, at most three, the likeliest first."""
    page.goto("")
    page.locator("#bounce").fill("550 failed")
    page.locator(".md-content [data-lookup] [type=submit]").click()
    answered(page).get_by_text("Not sure: one of these.").first.wait_for()
    answered(page).locator("[data-result]").nth(1).wait_for()
    assert page.locator(".md-content [data-result]").count() <= 3
    assert page.locator(".md-content [data-result].card").count() == 1


MOVING = """() => {
  const moves = (one) => ["", "::before", "::after"].some((part) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
    return parseFloat(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
  });
  return [...document.querySelectorAll("*")].filter(moves).map((one) => one.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("address", ["", "550/", "codes/"])
def test_nothing_moves_for_who_asked_for_less_motion(browser, host, address):
    """Neither what is ours nor what is the theme's."""
    moving = {}
    for motion in ("no-preference", "reduce"):
        context = browser.new_context(base_url=host, reduced_motion=motion)
        page = context.new_page()
        page.goto(address)
        moving[motion] = page.evaluate(MOVING)
        context.close()
    assert moving["reduce"] == [] != moving["no-preference"]


def test_a_long_text_is_read_by_keys_on_a_phone(page):
    """It shows its first lines, takes the focus, and scrolls."""
    page.set_viewport_size(PHONE)
    page.goto("providers/google/unauthenticated-security-risk/")
    said = page.get_by_role("region", name="What is said")
    said.focus()
    page.keyboard.press("End")
    assert comes_true(page, "document.activeElement.scrollTop > 0")
    assert said.evaluate("one => one.scrollHeight > one.clientHeight")


def test_colours_of_the_reader_keep_what_is_marked(browser, host):
    """Where the browser forces its own, the current code and the broken place still stand out."""
    context = browser.new_context(base_url=host, forced_colors="active")
    page = context.new_page()
    page.goto("550/")
    current = page.locator(".chip[aria-current]").first
    assert current.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    broken = page.locator(".way .broken").first
    other = page.locator(".way .place:not(.broken)").first
    colour = "one => getComputedStyle(one).backgroundColor"
    assert broken.evaluate(colour) != other.evaluate(colour)
    context.close()


def test_no_style_is_more_important_than_the_order_of_files():
    """A rule that has to win names what it is about more closely."""
    styles = sorted((ROOT / "docs" / "assets" / "styles").glob("*.css"))
    assert styles and not any("!important" in file.read_text("utf-8") for file in styles)


FOUND = {  # a text -> the code in it that says most
    "550 5.1.1": "5.1.1",
    "5-1-1": "5.1.1",
    "5_1_1": "5.1.1",
    "codes/x.1.1": "x.1.1",
    "X.7.26 there": "x.7.26",
    "max.1.1": None,
    "x.1.1.1": None,
    "smtp 550": "550",
    "1.550": None,
    "192.0.2.55": None,
    "10:550": None,
    "1550": None,
    "750": None,
    "3.1.1": None,
    "5.1.1.1": None,
    "": None,
}


def test_a_code_is_found_in_any_text(page):
    """The one with dots before its family's, and that before three digits; never in a number."""
    script = (ROOT / "docs/assets/scripts/codes.js").read_text("utf-8")
    ask = f"text => {{ {script}\n return codeIn(text); }}"
    assert {text: page.evaluate(ask, text) for text in FOUND} == FOUND


def test_the_sign_of_a_section_copies_its_address(page, host):
    """It says so for two seconds, and is then as before."""
    page.goto("550/")
    sign = page.locator("a.headerlink").first
    label = sign.inner_text()
    sign.click()
    assert comes_true(page, "document.querySelector('a.headerlink').textContent === ' copied'")
    assert page.evaluate("navigator.clipboard.readText()") == sign.evaluate("sign => sign.href")
    assert comes_true(page, f"document.querySelector('a.headerlink').textContent === '{label}'")


def test_enter_in_a_filter_stays_on_the_page(page):
    """What was typed is there, nothing is loaded, and what is empty cannot be cleared."""
    page.goto("codes/")
    clear = page.locator("[data-filter] [type=reset]")
    assert clear.is_hidden()
    page.evaluate("window.isSame = true")
    page.locator("[data-filter] input").fill("mailbox full")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("window.isSame") and clear.is_visible()
