"""The site in a real browser: read, searched, copied from, on a phone and in the dark."""

import re

import pytest
from browsing import DESK, PHONE, answered


def test_a_newcomer_finds_out_what_554_means(page):
    """From home one click on the code leads to what happened and who must act."""
    page.goto("")
    page.get_by_role("link", name="554", exact=True).first.click()
    assert page.locator("h1").inner_text().startswith("554 ")
    assert page.locator(".registered").inner_text() == "554 Transaction failed"
    assert len(page.locator(".card .lead").inner_text()) > 20  # what happened
    answers = page.locator(".answers").inner_text()
    for question in ("Who must act", "Is it retried?", "Is it permanent?", "First step"):
        assert question in answers


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("550", "550"),
        ("550 5.1.1", "5.1.1"),
        ("smtp error 454", "454"),
        ("5.7.607", "5.7.606"),
    ],
)
def test_the_box_on_the_home_page_opens_the_code(page, typed, address):
    """A code in any spelling leads to its page, the enhanced code before the other."""
    page.goto("")
    page.locator("#bounce").fill(typed)
    page.locator(".md-content [data-lookup] [type=submit]").click()
    page.locator(".md-content [data-result] a").first.click()
    page.wait_for_url(f"**/{address}/")


def test_a_code_alone_is_answered_with_its_own_card(page):
    """450 is retried, whatever its first cause is; the card stands on the screen of a phone."""
    page.set_viewport_size(PHONE)
    page.goto("")
    page.locator("#bounce").fill("450")
    page.keyboard.press("Enter")
    card = answered(page).locator("[data-result].card")
    answers = card.inner_text()
    assert "does not take this message or recipient for now" in answers
    assert "Is it retried?\nYes, by the sending server" in answers
    box = card.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [("RCPT TO", "RCPT: the replies it can get"), ("250", "The server did what the last command")],
)
def test_the_box_calls_pages_by_their_names(page, typed, title):
    """What is no problem has a title for readers, never an address."""
    page.goto("")
    page.locator("#bounce").fill(typed)
    page.keyboard.press("Enter")
    assert answered(page).locator("[data-result] a").first.inner_text().startswith(title)


@pytest.mark.parametrize(("typed", "again"), [("452 4.2.2", "Yes, by"), ("552 5.2.2", "No. Fix")])
def test_the_box_answers_in_the_class_of_the_code(page, typed, again):
    """A full mailbox is tried again after 4xx, and not after 5xx."""
    page.goto("")
    page.locator("#bounce").fill(f"{typed} the recipient's mailbox is over its quota for now")
    page.keyboard.press("Enter")
    card = answered(page).locator("[data-result][data-problem=mailbox-full].card")
    assert f"Is it retried?\n{again}" in card.inner_text()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("452 4.2.2 The mailbox is full", "Yes, by the sending server"),
        ("552 5.2.2 The mailbox is full", "No. Fix the cause, then send again"),
        ("550 5.4.5 Daily sending limit exceeded", "Not by itself"),
        (
            "550 5.7.1 [UNS] Recipient has unsubscribed from your list.",
            "No, sending again does not help",
        ),
    ],
)
def test_the_answer_in_the_box_is_that_of_the_page(page, typed, told):
    """Whether a message is sent again depends on code and text, not on the problem alone."""
    page.goto("")
    page.locator("#bounce").fill(typed)
    page.locator(".md-content [data-lookup] [type=submit]").click()
    answers = answered(page).locator("[data-result] .answers").first.inner_text()
    assert told in answers


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
    page.locator("h1").wait_for()
    assert page.locator(".md-content").count() == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("gmail/", "providers/google/"),
        ("mailbox-full/", "problems/mailbox-full/"),
        ("problems/mailbox-ful/", "problems/mailbox-full/"),
        ("5XX/", "5xx/"),
        ("5.1/", "subjects/x.1/"),
        ("X.7/", "subjects/x.7/"),
        ("codes/x.1.1/", "subjects/x.1/#x.1.1"),
        ("soft-bounce/", "glossary/#soft-bounce"),
        ("reverse-dns/", "glossary/#ptr-record"),
        ("authentication/", "categories/authentication/"),
    ],
)
def test_names_and_parts_of_codes_are_repaired(page, address, words):
    """A provider's name, a misspelled problem, a class or a subject lead to their page."""
    page.goto(address)
    page.wait_for_url(f"**/{words}")


@pytest.mark.parametrize(("address", "told"), [("599/", "599 is no known code"), ("%/", "“%”")])
def test_what_cannot_be_repaired_is_named(page, address, told):
    """An unknown number is told by its first digit; a stray per cent sign breaks nothing."""
    page.goto(address)
    page.get_by_text(told).first.wait_for()
    assert page.locator(".md-content textarea").input_value() == address.rstrip("/")


def test_the_card_can_be_copied(page):
    """The reply, the ticket note and the link, as on the page; then the label is back."""
    page.goto("550/")
    for label, part in (("Copy reply to customer", "#reply"), ("Copy link", None)):
        page.get_by_role("button", name=label).click()
        page.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == (page.locator(part).inner_text() if part else page.url)
        page.get_by_role("button", name=label).wait_for()
    page.get_by_role("button", name="Copy ticket note").click()
    page.get_by_role("button", name="Copied").wait_for()
    note = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert note[0].startswith("550 ") and note[-1] == page.url
    assert any(line.startswith("Is it retried?: No") for line in note)


def test_a_refused_clipboard_disables_the_button(page):
    """Where the browser does not let a page copy, the button says so."""
    page.goto("550/")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    button = page.locator("[data-copy=link]")
    button.click()
    page.locator("[data-copy=link][disabled]").wait_for()
    assert "copy it yourself" in button.get_attribute("title")


def test_the_reply_is_told_in_the_customers_language(page):
    """Chosen once, it is copied in that language, told as one, and kept for the next page."""
    page.goto("problems/mailbox-full/")
    english = page.locator("#reply-permanent").inner_text()
    page.locator(".buttons select").select_option("de")
    german = page.locator("#reply-permanent[lang=de]")
    german.wait_for()
    assert german.inner_text().startswith("Ihre Nachricht konnte nicht zugestellt werden")
    assert page.locator(".customer-reply .remark").first.is_visible()
    assert page.locator(".buttons .remark").is_visible()
    page.get_by_role("button", name="Copy reply: returned").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == german.inner_text()
    page.goto("providers/yahoo/deferred-for-volume-or-complaints/")
    page.locator("#reply[lang=de]").wait_for()
    page.goto("problems/mailbox-full/")
    german.wait_for()
    page.locator("#customer-reply ~ select").select_option("en")
    page.locator("#reply-permanent[lang=en]").wait_for()
    assert page.locator("#reply-permanent").inner_text() == english


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE])
@pytest.mark.parametrize("address", ["550/", "5.1.1/", "4.2.2/", "problems/mailbox-full/"])
def test_the_answer_is_on_the_first_screen(page, address, size):
    """Answers, first step, place and buttons stand above the fold, on a desk and on a phone."""
    page.set_viewport_size(size)
    page.goto(address)
    page.locator(".buttons").wait_for()
    for part in (".answers", ".way", ".buttons"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= size["height"], part


def test_550_is_short(page):
    """The longest code page, as it opens on a desk."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("550/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 5500


def test_the_role_is_kept_in_the_address(page):
    """Who opens the steps of another role gets them again with the address."""
    page.goto("550/")
    page.get_by_text("I run the sending server").click()
    assert page.url.endswith("#do-sender-admin")
    page.reload()
    assert page.locator("#do-sender-admin").get_attribute("open") is not None
    assert page.locator("#do-sender").get_attribute("open") is None


def test_the_box_opens_with_a_key(page):
    """A slash opens the dialog, Escape closes it, and a code in it leads to its page."""
    page.goto("problems/mailbox-full/")
    page.keyboard.press("/")
    page.locator("dialog textarea").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.locator("[data-lookup-open]").click()
    page.locator("dialog textarea").fill("550 5.1.1 no such user")
    page.keyboard.press("Enter")
    page.locator("dialog [data-result][data-problem=user-unknown] a").first.click()
    page.wait_for_url(re.compile("/no-such-user/|/problems/user-unknown/"))


@pytest.mark.parametrize("address", ["550/", "5.1.1/", "problems/mailbox-full/"])
def test_two_sheets_of_paper_are_enough(page, address):
    """Of a failure the card, its causes, what to do, the reply and the address are printed."""
    page.goto(address)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2


def test_the_skip_link_leads_to_the_card(page):
    """The first stop of the keyboard leads to the heading of the card."""
    page.goto("550/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#code")


def test_n_and_p_lead_to_the_neighbours(page):
    """From code to code without a pointer."""
    page.goto("550/")
    page.keyboard.press("n")
    page.wait_for_url("**/551/")
    page.keyboard.press("p")
    page.wait_for_url("**/550/")


def test_the_table_of_codes_can_be_filtered(page):
    """What is typed leaves only the rows that contain it, counted, and kept in the address."""
    page.goto("codes/")
    page.locator("[data-filter] input").fill("mailbox full")
    shown = page.locator("tbody tr:visible")
    assert 1 <= shown.count() < 20
    assert "5.2.2" in " ".join(shown.all_inner_texts())
    assert page.locator("[data-filter] output").inner_text().startswith(f"{shown.count()} of ")
    page.reload()
    assert shown.count() < 20
    page.locator("[data-filter] input").fill("no such words anywhere")
    assert page.locator("[data-filter] output").inner_text().startswith("Nothing found")


def test_a_list_can_be_filtered_by_class_and_cleared(page):
    """Pressed, a class leaves only its rows; cleared, all stand as before."""
    page.goto("providers/google/")
    count = page.locator("[data-filter] output")
    every = count.inner_text()
    page.locator("[data-filter] [data-class=c4]").click()
    assert page.url.endswith("?class=c4")
    rows = page.locator("[data-filtered] > li:visible")
    assert count.inner_text().startswith(f"{rows.count()} of ")
    assert all(re.search(r"\b4[.\d]", text) for text in rows.all_inner_texts())
    page.get_by_role("button", name="Clear").click()
    page.wait_for_url("**/providers/google/")
    assert count.inner_text().split(" of ")[-1] == every.split()[0]


OPEN = 8000  # pixels; a longer page has a filter
MEASURED = 60  # of the pages without one, those with most words


def test_no_page_is_endless(page, site):
    """Opened on a desk, every page ends within ten screens, or says what to type."""
    words = {}
    for file in site.rglob("index.html"):
        text = file.read_text("utf-8")
        if "data-filter " not in text:
            words[file] = len(re.sub(r"<script.*?</script>|<[^>]*>", "", text, flags=re.DOTALL))
    page.set_viewport_size({"width": 1280, "height": 800})
    high = {}
    for file in sorted(words, key=lambda file: -words[file])[:MEASURED]:
        page.goto(f"{file.parent.relative_to(site).as_posix()}/")
        high[page.url] = page.evaluate("document.documentElement.scrollHeight")
    assert {url: height for url, height in high.items() if height > OPEN} == {}
    assert max(high.values()) > 5000  # those that could be endless were among them


def test_a_place_inside_a_fold_is_shown(page):
    """A link to one program's settings opens the fold around them."""
    page.goto("settings/")
    page.get_by_role("link", name="Nodemailer").first.click()
    page.locator("#nodemailer dl").wait_for()
    page.goto("subjects/x.7/#x.7.708")
    page.get_by_text("X.7.708").first.wait_for()


def test_the_navigation_shows_where_an_entry_belongs(page):
    """The class of a code and the list of a provider are marked beside their pages."""
    for address, marked in (("550/", "5xx Permanent"), ("providers/google/", "All providers")):
        page.goto(address)
        assert marked in page.locator(".short .md-nav__link--active").inner_text()


LISTS = ("codes/", "providers/", "providers/google/", "550/texts/", "dialects/", "session/")


@pytest.mark.parametrize("address", LISTS)
def test_long_lists_are_folded_and_can_be_filtered(page, address):
    """Folded, no list is endless; words open the folds with a hit, and the address keeps them."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollHeight") <= 8800
    assert page.locator("[data-filter]").is_visible()
    page.locator("[data-filter] input").fill("mailbox")
    page.locator("details.fold[open]").first.wait_for()
    assert page.url.endswith("?words=mailbox")
    page.locator("[data-filter] input").fill("")
    assert page.locator("details.fold[open]").count() == 0


def test_a_fold_opens_by_its_address(page):
    """A link to a group of texts shows them."""
    page.goto("550/texts/#mailbox-full")
    page.locator("details.fold[open] code").first.wait_for()
    assert page.locator("details.fold[open]").count() == 1


WIDE_PAGES = [
    "",
    "550/",
    "5.1.1/",
    "5.7.1/",
    "compare/421-450-451-452/",
    "glossary/",
    "retry/",
    "settings/",
    "contribute/fields/",
    "use-the-data/linking/",
    "providers/google/unauthenticated-security-risk/",
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
    assert not page.locator("[data-lookup]").first.is_visible()
    page.goto("550/")
    assert page.locator(".answers dd").count() == 4  # three answers and the first step
    assert not page.locator(".buttons").is_visible()
    assert page.locator("#causes").is_visible() and page.locator("#what-to-do").is_visible()
    context.close()
