"""The card of every failure, with its buttons, is on the first screen of a phone and of a desk."""

import re

import pytest
from browsing import PHONE

DESK = {"width": 1280, "height": 800}
CARD = re.compile(r'<nav class="crumbs".*?</nav>|<header class="card.*?</header>', re.DOTALL)
WITH_A_CHOICE = "providers/yahoo/deferred-for-volume-or-complaints/"  # of languages
FORTH = """(cards) => {
  const crumbs = document.querySelector(".crumbs");
  const [card, choice] = [document.querySelector("[data-card]"), document.querySelector("select")];
  window.choice ||= choice;
  return cards.map(([address, html, hasLanguages]) => {
    const place = document.querySelector("#tried") || document.createElement("div");
    if (!place.id) {
      place.id = "tried";
      card.replaceWith(place);
      crumbs.remove();
    }
    place.innerHTML = html;
    const buttons = place.querySelector(".buttons");
    buttons.hidden = false;
    const replies = [...buttons.querySelectorAll("[data-copy^=reply]")];
    if (hasLanguages) replies.pop().after(window.choice.cloneNode(true));
    return [address, Math.round(buttons.getBoundingClientRect().bottom + scrollY)];
  });
}"""


@pytest.fixture(scope="module")
def cards(site):
    """(address, way and card, whether its reply is there in several languages) of every failure."""
    found = []
    for file in site.rglob("index.html"):
        page = file.read_text("utf-8")
        if "data-copies" in page:
            address = f"{file.parent.relative_to(site).as_posix()}/"
            found.append((address, "".join(CARD.findall(page)), "data-languages" in page))
    return sorted(found)


def too_low(page, cards, size):
    """A line on each card whose buttons end below the first screen, each shown in turn."""
    page.set_viewport_size(size)
    page.goto(WITH_A_CHOICE)
    page.locator(".buttons select").wait_for()
    return [
        f"{address}: the card is {end - size['height']} px too high; shorten its words"
        for address, end in page.evaluate(FORTH, cards)
        if end > size["height"]
    ]


def test_every_card_is_on_the_first_screen_of_a_phone(page, cards):
    """Each of the thousands; a long text of a server shows its first lines and scrolls."""
    lines = too_low(page, cards, PHONE)
    assert len(cards) > 3000 and not lines, "\n".join(lines)


@pytest.mark.long
def test_every_card_is_on_the_first_screen_of_a_desk(page, cards):
    """Where there is room to spare for the cards that fit on a phone."""
    lines = too_low(page, cards, DESK)
    assert len(cards) > 3000 and not lines, "\n".join(lines)
