"""Writes what changed in the catalogue into a built site: the feed `/feed.xml` (Atom, RFC 4287) and
the list on `/changes/`.

It comes from git history, so it is done when the site is published and at no other time: the build
itself gives the same bytes wherever it runs.
"""

import re
from pathlib import Path

from markupsafe import Markup, escape

from generator.publish.history import NoHistory, changes

PAGE = "changes/index.html"
FEED = "feed.xml"
PLACE = re.compile(r'<p id="no-history">.*?</p>', re.DOTALL)
LIMIT = 50  # changes in the list and in the feed
LISTED = 20  # entries told of one change; the rest are counted
TITLE = "SMTP status codes: changes"


def publish_changes(links, root, site, home, repository):
    """Writes feed and list into the folder `site`, the site published at `home`; raises `NoHistory`
    where something is missing. Returns the number of changes.
    """
    if not home:
        raise NoHistory("the address of the site is not known; set SITE_URL")
    page = Path(site, PAGE)
    if not page.is_file() or not PLACE.search(text := page.read_text("utf-8")):
        raise NoHistory(f"{page} has no place for the changes; build the site first")
    found = changes(root, LIMIT)
    told = Told(links, repository.rstrip("/"))
    Path(site, FEED).write_text(feed(found, told, home), "utf-8")
    listed = Markup("\n").join(section(change, told) for change in found)
    text = PLACE.sub(lambda _: f'<p><a href="../{FEED}">Feed (Atom)</a></p>\n{listed}', text)
    page.write_text(text.replace("</head>", f"{FOUND.format(FEED)}</head>"), "utf-8")
    return len(found)


FOUND = f'<link rel="alternate" type="application/atom+xml" title="{TITLE}" href="../{{}}">\n'


class Told:
    """What is told of a changed file: the entries that it holds, with their addresses."""

    def __init__(self, links, repository):
        """`repository` is the address of the project's source, or empty."""
        self._repository = repository
        catalogue = links.catalogue
        self._entries = {}
        for code in catalogue.codes.values():
            self._add(code, code.heading)
        for entry in (*catalogue.problems.values(), *catalogue.providers.values()):
            self._add(entry, entry.name)
        for response in catalogue.responses.values():
            provider = catalogue.providers[response.provider].name
            self._add(response, f"{provider}: {response.name}")
        for reply in catalogue.customer_replies.values():
            problem = catalogue.problems[reply.problem]
            language = catalogue.languages[reply.language].name
            self._entries[reply.file] = [(problem.address, f"{problem.name} (reply, {language})")]

    def _add(self, entry, name):
        self._entries.setdefault(entry.file, []).append((entry.address, name))

    def entries(self, change, root):
        """The items of a change as HTML, with links that start at `root`, and links to the history
        of each where the source is known.
        """
        items = [self._item(kind, file, root) for kind, file in change.files[:LISTED]]
        if more := len(change.files) - LISTED:
            items += [Markup("<li>and {} more</li>").format(more)] if more > 0 else []
        return Markup("<ul>{}</ul>").format(Markup("").join(items))

    def _item(self, kind, file, root):
        links = [
            Markup('<a href="{}{}">{}</a>').format(root, address, name)
            for address, name in self._entries.get(file, [])
        ]
        named = Markup(", ").join(links) or Markup("<code>{}</code>").format(file)
        past = ""
        if self._repository:
            address = f"{self._repository}/commits/main/{file}"
            past = Markup(' (<a href="{}">history</a>)').format(address)
        return Markup("<li>{}: {}{}</li>").format(kind, named, past)


def section(change, told):
    """A change on the page."""
    return Markup('<section><h2 id="{}">{}</h2><p>{}</p>{}</section>').format(
        name_of(change), change.subject, change.date[:10], told.entries(change, "../")
    )


def name_of(change):
    """The place of a change on the page."""
    return f"c{change.id[:12]}"


def feed(found, told, home):
    """The changes as an Atom feed; dates and order are those of the history."""
    entries = [
        f"""\
<entry>
<id>{escape(home)}changes/#{name_of(change)}</id>
<title>{escape(printable(change.subject))}</title>
<updated>{change.date}</updated>
<link rel="alternate" type="text/html" href="{escape(home)}changes/#{name_of(change)}"/>
<content type="html">{escape(str(told.entries(change, home)))}</content>
</entry>
"""
        for change in found
    ]
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{escape(home)}{FEED}</id>
<title>{TITLE}</title>
<updated>{max((change.date for change in found), default="1970-01-01T00:00:00Z")}</updated>
<author><name>SMTP status codes</name></author>
<link rel="self" type="application/atom+xml" href="{escape(home)}{FEED}"/>
<link rel="alternate" type="text/html" href="{escape(home)}changes/"/>
{"".join(entries)}</feed>
"""


def printable(text):
    """A text without the characters that XML does not have."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
