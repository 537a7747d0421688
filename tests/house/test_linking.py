"""What the page about links tells people to type does what it says."""

import re
import xml.etree.ElementTree as xml

import pytest
from conftest import ROOT

from generator.pages.open_search import open_search
from generator.reading.hand_written import REVIEWED

PAGE = (ROOT / "docs/use-the-data/linking.md").read_text("utf-8")
JIRA = re.search(r'match\("(.*?)"\)', PAGE)[1]
LOKI = re.search(r"Regex: +(.*)", PAGE)[1]


@pytest.mark.parametrize("pattern", [JIRA, LOKI], ids=["jira", "loki"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear all,\n550 5.7.1 refused, see 4.4.2\n", "5.7.1"),
        ("said: 452-4.2.2 The mailbox of 192.0.2.1 is over quota", "4.2.2"),
        ("said: 550-5.7.133 not allowed (in reply to RCPT)", "5.7.133"),
        ("connect to 195.2.0.2[195.2.0.2]:25: timed out", None),
    ],
)
def test_the_expressions_find_the_code(pattern, text, code):
    """The first enhanced status code, and no part of an IP address."""
    found = re.search(pattern, text)
    assert (found[1] if found else None) == code


def test_every_recipe_has_its_source_and_says_whether_it_was_tried():
    """One section a product, each with a link to the product's own documentation."""
    products = re.split(r"^## ", PAGE, flags=re.MULTILINE)[3:]
    names = [section.split(" {")[0] for section in products]
    assert names == ["GitHub", "GitLab", "Jira", "Zendesk", "Zammad", "Grafana"]
    for section in products:
        assert "\nSource: [" in section and "Not tried" in section, section.splitlines()[0]


def test_the_bookmarklet_is_the_one_address_that_was_reviewed():
    """No other page has one."""
    (bookmarklet,) = [one for one in REVIEWED if "javascript:" in one]
    assert PAGE.count(bookmarklet) == 1 == PAGE.count("javascript:")


def test_the_search_has_the_form_of_its_specification():
    """OpenSearch 1.1: a short name of at most 16 characters, a description, a template with
    `{searchTerms}`; behind `#`, so that what is asked stays in the browser.
    """
    ((path, text),) = open_search("https://example.org/a&b/")
    tree = xml.fromstring(text)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert path == "opensearch.xml" and tree.tag == f"{space}OpenSearchDescription"
    assert len(tree.find(f"{space}ShortName").text) <= 16 and tree.find(f"{space}Description").text
    address = tree.find(f"{space}Url").attrib
    assert address == {
        "type": "text/html",
        "template": "https://example.org/a&b/#q={searchTerms}",
    }
    theme = (ROOT / "generator/pages/theme/main.html").read_text("utf-8")
    assert f'title="{tree.find(f"{space}ShortName").text}"' in theme
    assert list(open_search("")) == []
