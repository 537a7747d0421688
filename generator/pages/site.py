"""Renders templates into pages whose links are relative to where they stand."""

import json

from markupsafe import Markup
from markupsafe import escape as html_escape

from generator.entries.vocabularies import section_address, section_label
from generator.pages import markup
from generator.pages.labels import labels

LISTED_RESPONSES = (
    15  # on the page of a code or problem itself; all of them stand on a page of their own
)


class Site:
    """Renders templates with links that are relative to the page they stand on."""

    def __init__(self, links, repository=""):
        """`repository` is the address of the project's source, or empty: then no page offers to be
        edited.
        """
        self.links = links
        self.catalogue = links.catalogue
        self.repository = repository.rstrip("/")
        self._environment = markup.environment()
        parts = ("catalogue", "pairs", "senders", "sequence", "addresses", "advice")
        self._environment.globals |= {part: getattr(links, part) for part in parts} | labels(
            links.catalogue
        )
        self._environment.globals |= {
            "section_label": section_label,
            "section_address": section_address,
            "listed_responses": LISTED_RESPONSES,
        }

    def page(self, template, address, title, description, boost=None, **values):
        """Returns (path, text): the page at `address`, made with a template; `boost` raises it in
        the search.
        """

        def url(there):
            return Markup(markup.relative(address, there))

        def link(target, text=None):
            there = target if isinstance(target, str) else target.address
            shown = text if text is not None else getattr(target, "heading", None) or target.name
            return Markup(f'<a href="{url(there)}">{markup.escape(shown)}</a>')

        head = {"title": title, "description": description}
        lines = [
            f"{key}: {json.dumps(str(markup.escape(value)), ensure_ascii=False)}"
            for key, value in head.items()
        ]
        if boost:
            lines.append(f"search:\n  boost: {boost}")
        else:
            lines.append("search:\n  exclude: true")
        body = self._environment.get_template(template).render(
            repository=self.repository, here=address, title=title, url=url, link=link, **values
        )
        return path_of(address, template), "---\n" + "\n".join(lines) + "\n---\n\n" + body

    def redirect(self, alias, address):
        """Returns (path, text): an HTML page at `alias` that leads to `address` on any static host."""
        target = markup.relative(alias, address)
        body = self._environment.get_template("redirect.html").render(
            target=html_escape(target), name=address.rstrip("/")
        )
        return f"{alias}index.html", body


INDEX_TEMPLATES = {
    "categories.md",
    "problems.md",
    "providers.md",
    "provider.md",
    "subjects.md",
    "home.md",
}


def path_of(address, template):
    """The Markdown file that MkDocs turns into the page at `address`."""
    if template in INDEX_TEMPLATES:
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"
