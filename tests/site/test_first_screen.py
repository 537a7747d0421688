"""The card of every failure, with its buttons, is on the first screen of a phone and of a desk."""

import re

import pytest
from browsing import PHONE

SCREENS = [PHONE, {"width": 1280, "height": 800}]
CARD = re.compile(r'<nav class="crumbs".*?</nav>|<header class="card.*?</header>', re.DOTALL)
WITH_A_CHOICE = "providers/yahoo/deferred-for-volume-or-complaints/"  # of languages
LONGEST = 150  # cards, by the characters in them
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
    return sorted(found, key=lambda card: -len(re.sub("<[^>]*>", "", card[1])))


def below(page, cards, size):
    """The cards whose buttons end below the first screen, each shown in turn on one page."""
    page.set_viewport_size(size)
    page.goto(WITH_A_CHOICE)
    page.locator(".buttons select").wait_for()
    ends = page.evaluate(FORTH, cards)
    return {address: end for address, end in ends if end > size["height"]}


@pytest.mark.parametrize("size", SCREENS, ids=["phone", "desk"])
def test_the_longest_cards_are_on_the_first_screen(page, cards, size):
    """Those with the most words; a long text of a server shows its first lines and scrolls."""
    assert len(cards) > 3000 and below(page, cards[:LONGEST], size) == {}


@pytest.mark.long
@pytest.mark.parametrize("size", SCREENS, ids=["phone", "desk"])
def test_every_card_is_on_the_first_screen(page, cards, size):
    """Each of the thousands."""
    assert below(page, cards, size) == {}
