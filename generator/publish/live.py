"""The pages of the catalogue as it is now, each made when somebody asks for it.

While a build runs, what an editor has just written is shown this way: checking takes a second, and
one page a hundredth of one.
"""

from pathlib import Path

from generator.pages.pages import views
from generator.pages.pieces import Pieces
from generator.pages.site import Site
from generator.publish import building, stamping


class Live:
    """Makes pages from the links of a catalogue and from what the engine built last."""

    def __init__(self, links, told, configuration="mkdocs.yml"):
        """`told` is what contributors are told about the catalogue."""
        self._links, self._told = links, told
        self._configuration = Path(configuration).read_text("utf-8")
        written = {
            page.relative_to("docs").as_posix(): page.read_text("utf-8")
            for page in sorted(Path("docs").rglob("*.md"))
        }
        self._alone = stamping.named_in(self._configuration, written)

    def page(self, address):
        """The finished page at an address, or None where only a build can make it."""
        pieces = Pieces(self._links)
        view = next((one for one in views(pieces, self._told) if one.address == address), None)
        if view is None or not stamping.stamps(self._configuration):
            return None
        path, text = Site(self._links).page(view)
        found = stamping.values_of(text)
        if not found:
            return None
        shape, values = found
        model = stamping.model_for(path, shape, self._alone)
        try:
            given = Path(building.ENGINE, "docs", model).read_text("utf-8")
            built = Path(building.ENGINE, "site", stamping.page_of(model)).read_text("utf-8")
            if given != stamping.model_of(shape):
                return None
            return building.stamped_from(built, shape, model, values | {"address": address})
        except (OSError, ValueError):  # there is no such model yet, or it is just being built
            return None
