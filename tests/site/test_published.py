"""A site whose address is known, as the publishing workflow makes it: its search, its changes, its
plain texts.
"""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

import pytest
from conftest import ROOT, copy_tiny
from parsed import Document

HOME = "https://example.org/smtp/"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The tiny catalogue's site, built and told of its history with both addresses known."""
    root = copy_tiny(tmp_path_factory.mktemp("published"))
    for folder in ("docs", "generator/pages/theme"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for page in root.glob("docs/*.md"):  # the tiny catalogue has another provider
        page.write_text(page.read_text("utf-8").replace("s/google", "s/example-mail"), "utf-8")
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    run(root, "git", "init", "-q")
    run(root, *git, "add", "catalog")
    run(root, *git, "commit", "-q", "-m", "Begin")
    for command in ("build", "changes"):
        run(root, sys.executable, "-m", "generator", command)
    return root / "site"


def run(root, *command):
    """Runs a command as the workflow does; it has to succeed."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT), "SITE_URL": HOME, "REPO_URL": "https://example.net/project",
    }  # fmt: skip
    result = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def links(file, relation):
    """The targets of a page's link elements with a relation."""
    page = Document(file.read_text("utf-8"))
    assert not page.faults
    return [
        one.attributes["href"]
        for one in page.named("link")
        if one.attributes.get("rel") == relation
    ]


def test_pages_lead_browsers_to_the_search(published):
    """Every page has the link, and the description has the whole address."""
    for address, there in (("", "opensearch.xml"), ("550/", "../opensearch.xml")):
        assert links(published / address / "index.html", "search") == [there]
    tree = xml.parse(published / "opensearch.xml")
    (address,) = tree.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert address.attrib["template"] == f"{HOME}#q={{searchTerms}}"


def test_feed_and_changes_are_written(published):
    """The page leads to the feed, and every address that the feed names is a page."""
    page = published / "changes/index.html"
    assert links(page, "alternate") == ["../feed.xml"]
    assert "built without it" not in page.read_text("utf-8")
    content = xml.parse(published / "feed.xml").find(".//{*}content").text
    named = [one.attributes["href"] for one in Document(content).named("a")]
    local = [one.removeprefix(HOME) for one in named if one.startswith(HOME)]
    assert len(local) > 15
    assert [one for one in local if not (published / one / "index.html").is_file()] == []


def test_plain_texts_name_the_whole_address(published):
    """What is copied from a terminal can be opened."""
    for name, page in (("550", "550/"), ("problems/mailbox-full", "problems/mailbox-full/")):
        text = (published / f"{name}.txt").read_text("utf-8")
        assert text.endswith(f"\n{HOME}{page}\n")
    assert f"]({HOME}api/v1/index.json)" in (published / "llms.txt").read_text("utf-8")
