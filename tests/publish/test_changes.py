"""What changed is told from git history, in a page and in a feed that feed readers accept."""

import html
import os
import subprocess
import xml.etree.ElementTree as xml
from datetime import datetime

import pytest
from parsed import Document

from generator.pipeline import check
from generator.publish.changes import Told, publish_changes
from generator.publish.history import Change, NoHistory, changes

HOME, REPOSITORY = "https://example.org/smtp/", "https://example.net/project/"
ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = """<!doctype html>
<html lang="en"><head><title>Changes</title></head>
<body><h1>Changes</h1><p id="no-history">Built without it.</p></body></html>
"""


@pytest.fixture
def project(tiny_root):
    """The tiny catalogue with a history of three changes, and a built site without a list."""
    commit(tiny_root, "Begin the catalogue", "2026-01-02T03:04:05+00:00", "catalog")
    entry = tiny_root / "catalog/problems/mailbox-full.yml"
    entry.write_text(f"# read again\n{entry.read_text('utf-8')}", "utf-8")
    (tiny_root / "catalog/responses/example-mail/come-back-later.yml").unlink()
    commit(tiny_root, "Full & <b>bold</b>: 4 < 5", "2026-02-03T04:05:06+01:00", "catalog")
    (tiny_root / "notes.txt").write_text("no entry", "utf-8")
    commit(tiny_root, "Touch no entry", "2026-03-04T05:06:07+00:00", "notes.txt")
    (tiny_root / "site/changes").mkdir(parents=True)
    (tiny_root / "site/changes/index.html").write_text(PAGE, "utf-8")
    return tiny_root


def commit(root, subject, date, path):
    """Commits what is at a path; nothing of whoever runs the test gets in."""
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    for command in (["init", "-q"], ["add", "-A", path], ["commit", "-q", "-m", subject]):
        subprocess.run(["git", "-C", str(root), *command], env=environment, check=True)


def published(root):
    """The feed, parsed, and the page, after the command."""
    links, mistakes = check(root)
    assert not mistakes
    assert publish_changes(links, root, root / "site", HOME, REPOSITORY) == 2
    feed = (root / "site/feed.xml").read_text("utf-8")
    return feed, (root / "site/changes/index.html").read_text("utf-8")


def test_history_is_read_newest_first(project):
    """Commits that touch no entry are left out; kinds of change are told."""
    second, first = changes(project, 10)
    assert second.subject == "Full & <b>bold</b>: 4 < 5"
    assert second.files == (
        ("changed", "catalog/problems/mailbox-full.yml"),
        ("removed", "catalog/responses/example-mail/come-back-later.yml"),
    )
    assert {kind for kind, _ in first.files} == {"new"}
    assert changes(project, 1) == (second,)


def test_the_feed_has_what_rfc_4287_requires(project):
    """Sections 4.1.1 and 4.1.2: id, title and updated of feed and entries, once each; an author;
    one link to itself; ids that differ.
    """
    text, _ = published(project)
    feed = xml.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
            assert element.find(f"{ATOM}{name}").text
        assert element.find(f"{ATOM}id").text.startswith(HOME)
        assert datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    selves = [one for one in feed.findall(f"{ATOM}link") if one.attrib["rel"] == "self"]
    assert [one.attrib["href"] for one in selves] == [f"{HOME}feed.xml"]
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == len(entries) == 2
    for entry in entries:
        links = [one.attrib for one in entry.findall(f"{ATOM}link")]
        assert [one["rel"] for one in links] == ["alternate"]
    assert feed.find(f"{ATOM}updated").text == "2026-02-03T04:05:06+01:00"
    newest = entries[0]
    assert newest.find(f"{ATOM}title").text == "Full & <b>bold</b>: 4 < 5"
    assert newest.find(f"{ATOM}content").attrib == {"type": "html"}
    content = Document(newest.find(f"{ATOM}content").text)
    assert [link.attributes["href"] for link in content.named("a")] == [
        f"{HOME}problems/mailbox-full/",
        f"{REPOSITORY}commits/main/catalog/problems/mailbox-full.yml",
        f"{REPOSITORY}commits/main/catalog/responses/example-mail/come-back-later.yml",
    ]


def test_the_page_lists_the_same(project):
    """Each change at the place to which the feed leads, with links to its entries and their
    histories; what messages say is text.
    """
    text, page = published(project)
    feed = xml.fromstring(text)
    read = Document(page)
    assert not read.faults and "Built without it" not in page
    ids = [one.attributes["id"] for one in read.named("h2")]
    assert [f"{HOME}changes/#{one}" for one in ids] == [
        entry.find(f"{ATOM}id").text for entry in feed.iter(f"{ATOM}entry")
    ]
    assert html.escape("<b>bold</b>") in page and read.named("b") == []
    links = [one.attributes["href"] for one in read.named("a")]
    assert {"../feed.xml", "../4.2.2/", "../5.1.1/", "../problems/mailbox-full/"} <= set(links)
    assert f"{REPOSITORY}commits/main/catalog/enhanced/X.1.1.yml" in links
    (head,) = read.named("link")
    assert head.attributes["href"] == "../feed.xml" and head.attributes["rel"] == "alternate"


KINDS_OF_ENTRIES = {  # a file of the catalogue -> its entries, as the list tells them
    "enhanced/X.2.2.yml": '<a href="/4.2.2/">4.2.2</a>, <a href="/5.2.2/">5.2.2</a>',
    "providers/example-mail.yml": '<a href="/providers/example-mail/">Example Mail</a>',
    "responses/example-mail/over-limit.yml": '<a href="/providers/example-mail/over-limit/">'
    "Example Mail: Mailbox over its limit</a>",
    "replies-in/de/mailbox-full.yml": '<a href="/problems/mailbox-full/">'
    "Mailbox full (reply, German)</a>",
    "stations.yml": "<code>catalog/stations.yml</code>",
}


@pytest.mark.parametrize("file", KINDS_OF_ENTRIES)
def test_a_changed_file_is_told_by_its_entries(file, tiny):
    """By their names, with their pages; one that has no page by itself."""
    change = Change("0", "2026-01-02T03:04:05+00:00", "x", (("new", f"catalog/{file}"),))
    told = f"<ul><li>new: {KINDS_OF_ENTRIES[file]}</li></ul>"
    assert Told(tiny, "").entries(change, "/") == told


@pytest.mark.parametrize(("files", "more"), [(20, ""), (22, "<li>and 2 more</li>")])
def test_a_change_tells_twenty_files(files, more, tiny):
    """The rest is counted."""
    change = Change("0", "2026-01-02T03:04:05+00:00", "x", (("new", "catalog/a.yml"),) * files)
    told = "<ul>" + "<li>new: <code>catalog/a.yml</code></li>" * 20 + f"{more}</ul>"
    assert Told(tiny, "").entries(change, "/") == told


def test_the_same_history_gives_the_same_bytes(project):
    """Nothing of today or of this machine gets in."""
    first = published(project)
    (project / "site/changes/index.html").write_text(PAGE, "utf-8")
    assert published(project) == first


def test_what_is_missing_is_told(tiny, project, tmp_path_factory):
    """No history, half a history, no address or no page: each says what to do."""
    with pytest.raises(NoHistory, match="SITE_URL"):
        publish_changes(tiny, project, project / "site", "", "")
    with pytest.raises(NoHistory, match="build the site first"):
        publish_changes(tiny, project, project / "none", HOME, "")
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", f"file://{project}", str(shallow)], check=True
    )
    with pytest.raises(NoHistory, match="fetch-depth: 0"):
        changes(shallow, 10)
    with pytest.raises(NoHistory, match="clone"):
        changes(tmp_path_factory.mktemp("bare"), 10)
