"""The pages of the catalogue as it is now, each made when somebody asks for it.

While a build runs, what an editor has just written is shown this way: checking takes a second, and
one page a hundredth of one.
"""

from pathlib import Path
from threading import Lock

from generator.pages.pages import ways
from generator.pages.pieces import Pieces
from generator.pages.site import Site, path_of
from generator.publish import building, stamping
from generator.publish.output import address_of
from generator.publish.requests import Requests
from generator.publish.slim import slim


class Live:
    """Makes pages from the links of a catalogue and from what the engine built last."""

    def __init__(self, links, told, configuration="mkdocs.yml"):
        """`told` is what contributors are told about the catalogue."""
        self._pieces, self._told, self._site = Pieces(links), told, Site(links)
        self._printing = Lock()  # readers ask at once, and a `Site` prints one page at a time
        self._configuration = Path(configuration).read_text("utf-8")
        written = {
            page.relative_to("docs").as_posix(): page.read_text("utf-8")
            for page in sorted(Path("docs").rglob("*.md"))
        }
        self._alone = stamping.named_in(self._configuration, written)

    def page(self, address):
        """The finished page at an address, or None where only a build can make it."""
        every = ways(self._pieces, self._told)
        view_of = next((view_of for one, view_of, _ in every if one == address), None)
        if view_of is None or not stamping.stamps(self._configuration):
            return None
        with self._printing:
            text = self._site.text(view_of())
        found = stamping.values_of(text)
        if not found:
            return None
        shape, values = found
        path = stamping.model_for(path_of(address), shape, self._alone)
        try:
            given = Path(building.ENGINE, "docs", path).read_text("utf-8")
            built = Path(building.ENGINE, "site", stamping.page_of(path)).read_text("utf-8")
            if given != stamping.model_of(shape):
                return None
            model = stamping.BuiltPage(Requests().joined(slim(built)), shape, address_of(path))
            return model.finished(values | {"address": address})
        except (OSError, ValueError):  # there is no such model yet, or it is just being built
            return None
