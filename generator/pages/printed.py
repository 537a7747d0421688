"""The contents of pages and plain texts, made where they are wanted alone.

There are thousands of pages, and one changed entry changes a few. What of the responses a page is
made of is told before its view is made; where that and all the rest are as before, the digest of
the view is remembered.
"""

from functools import lru_cache

from generator.pages.plain import plain
from generator.reading.made import Made, digest


class Printer:
    """Makes the contents of pages and plain texts."""

    def __init__(self, site, beside, recall, home):
        """`beside` is a digest of what pages are made of beside responses; `recall` may know what
        was found with a digest before; `home` is the address of the site, or empty.
        """
        self._site, self._beside, self._recall, self._home = site, beside, recall, home
        self._view = lru_cache(maxsize=1)(lambda view_of: view_of())  # a page follows its texts

    def made_of(self, address, view_of, shown):
        """A digest of the view that a function gives of the page at an address; `shown` is what it
        is made of beside what is no response, or None where it may be of everything.
        """
        if shown is None:
            return self._site.made_of(self._view(view_of))
        known = self._site.digest(self._beside, address, shown)
        return self._recall(known, lambda: self._site.made_of(self._view(view_of)))

    def page(self, view_of, made_of):
        """The page of a view; `made_of` gives the digest of the view."""
        return Made(made_of(), lambda: self._site.text(self._view(view_of)))

    def plain_text(self, view_of, made_of):
        """The plain text of a page."""
        of = digest("plain text", made_of(), self._home)
        return Made(of, lambda: plain(self._view(view_of), self._home))
