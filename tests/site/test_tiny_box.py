"""The box with the documents of the tiny catalogue: what it shows and what its button copies."""

import pytest
from conftest import ROOT, compare

from generator.lookup import index

BOX = ".md-content [data-lookup]"
EXPECTED = ROOT / "tests/expected/lookup"
ASKED = (EXPECTED / "asked.txt").read_text("utf-8").split("\n----\n")


@pytest.fixture
def box(page, tiny, tmp_path):
    """The page, whose lookup is made from the tiny catalogue."""
    made = {path.rpartition("/")[2]: text for path, text in index.documents(tiny, tmp_path)}
    page.route(
        "**/assets/lookup/*.json",
        lambda route: route.fulfill(
            body=made[route.request.url.rpartition("/")[2]], content_type="application/json"
        ),
    )
    page.goto("")
    page.locator("#bounce").focus()
    page.wait_for_load_state("networkidle")
    return page


def test_the_box_shows_the_expected_answers(box, host):
    """All elements with all of their attributes, what is said aloud, and the note for a ticket."""
    form = box.locator(BOX)
    for number, text in enumerate(ASKED, 1):
        form.locator("textarea").fill(text)
        box.keyboard.press("Enter")
        form.locator("ol:not([aria-busy])").wait_for(state="attached")
        told = [form.locator("> [role=status]").inner_html(), form.locator("ol").inner_html()]
        for button in form.locator("li .buttons button").all():
            button.click()
            button.get_by_text("Copied").wait_for()
            told += ["", box.evaluate("navigator.clipboard.readText()")]
        shown = "\n".join(told).replace("><", ">\n<").replace(host, "https://example.org/")
        compare(EXPECTED / f"shown/{number:02}.txt", f"{text}\n\n{shown}\n")
