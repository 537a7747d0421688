"""Renders views into pages whose links are relative to where they stand."""

import json

from markupsafe import Markup
from markupsafe import escape as html_escape

from generator.entries.sources import section_address, section_label
from generator.pages import markup
from generator.pages.words import LONG_HEAD, cut

SET = "SMTP status codes"


class Site:
    """Renders views, one after the other, with links that are relative to the page they stand on.

    What templates ask for links and prose knows the page that is being printed, so the parts that
    they share are the same for all pages, and are made once.
    """

    def __init__(self, links):
        """Takes the links of a catalogue."""
        self._glossary = links.glossary
        self._environment = markup.environment()
        self._environment.globals |= {
            "section_label": section_label,
            "section_address": section_address,
            "url": self._url,
            "link": self._link,
            "prose": self._prose,
        }
        self.digest = links.digests.of
        self._terms = self.digest(links.catalogue.glossary)
        self._here, self._linked = "", set()  # the page that is printed, the terms linked on it

    def made_of(self, view):
        """A digest of everything that `text` makes a page of: of the view and the glossary."""
        return self.digest(self._terms, view)

    def text(self, view):
        """The page that a `PageView` describes."""
        self._here, self._linked = view.address, set()
        body = self._environment.get_template(view.template).render(
            trail=view.trail, foot=view.foot, **view.values
        )
        return f"---\n{head_of(view)}---\n\n{body}\n{data_of(view, view.address)}\n"

    def _url(self, there):
        return Markup(markup.relative(self._here, there))

    def _link(self, target, text=None):
        there = target if isinstance(target, str) else target.address
        told = markup.escape(text or text_of(target))
        return Markup(f'<a href="{markup.relative(self._here, there)}">{told}</a>')

    def _prose(self, text):
        made = []
        for piece, term in self._glossary.pieces(text, self._linked):
            made.append(self._link(term, piece) if term else markup.escape(piece))
            self._linked.update({term.id} if term else ())
        return Markup("".join(made))

    def redirect(self, alias, address):
        """The HTML page at `alias` that leads to `address` on any host."""
        target = markup.relative(alias, address)
        return self._environment.get_template("redirect.html").render(
            target=html_escape(target), name=address.rstrip("/")
        )


def text_of(target):
    """What a link to an entry or a `Link` says."""
    for name in ("text", "heading", "name"):
        if text := getattr(target, name, None):
            return text if name != "text" or not hasattr(target, "key") else target.name
    raise AttributeError(f"{target!r} has no text for a link")


def path_of(address):
    """The Markdown file that MkDocs turns into the page at `address`."""
    return f"{address.rstrip('/') or 'index'}.md"


def head_of(view):
    """The front matter: what the page's head says, and where the navigation shows it."""
    head = {"title": cut(view.title, LONG_HEAD), "description": view.description}
    head["tab"] = tab(head["title"])
    if view.branch:
        head["branch"] = view.branch
    if view.picture:
        head["picture"] = view.picture
    return "".join(
        f"{key}: {json.dumps(str(markup.escape(value)), ensure_ascii=False)}\n"
        for key, value in head.items()
    )


def tab(title):
    """What a browser's tab says: the title, and the site's name where there is room for it."""
    named = f"{title} - {SET}"
    return named if len(named) <= LONG_HEAD else title


def data_of(view, here):
    """The page as JSON-LD: the way to it, and for a code the term that it defines."""
    if not view.trail:
        return ""
    places = [("", "Home"), *view.trail]
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": text,
                "item": markup.relative(here, there),
            }
            for place, (there, text) in enumerate(places, 1)
        ],
    }
    told = [crumbs]
    if view.template == "code.md":
        term = {
            "@type": "DefinedTerm",
            "termCode": view.values["view"].card.code,
            "name": view.title,
            "description": view.description,
            "inDefinedTermSet": {
                "@type": "DefinedTermSet", "name": SET, "url": markup.relative(here, "codes/"),
            },
        }  # fmt: skip
        told.append(term)
    text = json.dumps({"@context": "https://schema.org", "@graph": told}, ensure_ascii=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'
