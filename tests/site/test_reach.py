"""What leads to the site from elsewhere, in a real browser: the address bar's search and the
bookmarklet.
"""

from generator.pages.open_search import open_search
from generator.reading.hand_written import REVIEWED


def template(host):
    """The address that a browser makes of what is asked, by the site's own description."""
    ((_, text),) = open_search(host)
    return text.partition('template="')[2].partition('"')[0]


def test_a_code_from_the_address_bar_lands_on_its_page(page, host):
    """`smtp 5.7.1`, where smtp is the keyword of the search; a second time too, from the box."""
    for asked in ("5.7.1", "550"):
        page.goto(template(host).replace("{searchTerms}", asked))
        page.wait_for_url(f"**/{asked}/")
        page.goto("")
    page.evaluate("location.hash = 'q=4.2.2'")
    page.wait_for_url("**/4.2.2/")


def test_a_reply_from_the_address_bar_opens_in_the_box(page, host):
    """With a blank as + or as %20, as browsers write it."""
    for asked in ("552+5.2.2+mailbox+full", "552%205.2.2%20mailbox%20full"):
        page.goto("about:blank")
        page.goto(template(host).replace("{searchTerms}", asked))
        page.locator(".md-content [data-result][data-problem=mailbox-full]").first.wait_for()
        assert page.locator("#bounce").input_value() == "552 5.2.2 mailbox full"


def test_the_bookmarklet_opens_the_selected_text_in_the_box(page, host):
    """On the page that offers it the address is that of this site; elsewhere it opens the box with
    what is selected.
    """
    page.goto("use-the-data/linking/")
    bookmark = page.locator("[data-bookmark]").get_attribute("href")
    assert bookmark.replace(host, "https://example.org/") in REVIEWED[0]
    assert f"{host}<num>/" in page.locator("article").inner_text()
    assert "https://example.org/" not in page.locator("article").inner_text()
    page.goto("api/v1/index.json")  # a page without this site's policy, as others are
    page.evaluate("""() => {
        document.body.textContent = "452 4.2.2 over quota + more";
        getSelection().selectAllChildren(document.body);
    }""")
    with page.expect_popup() as opened:
        page.evaluate("address => { location.href = address; }", bookmark)
    box = opened.value
    box.locator(".md-content [data-result][data-problem=mailbox-full]").first.wait_for()
    assert box.locator("#bounce").input_value() == "452 4.2.2 over quota + more"
