"""One request for all styles of a page and one for its scripts at the end, the theme's and ours."""

import re

STYLES = re.compile(r'(?:<link rel="stylesheet" href="[^"]+">\n){2,}')
SCRIPTS = re.compile(r'(?:<script src="[^"]+"></script>\n){2,}(?=</body>)')
PLACE = re.compile(r'="([^"]*?)(assets/[^"]+)"')
FORMS = {  # what is loaded -> what it replaces, and how a page asks for it
    "assets/styles.css": (STYLES, '<link rel="stylesheet" href="{}">\n'),
    "assets/scripts.js": (SCRIPTS, '<script src="{}"></script>\n'),
}
UNUSED = re.compile(r"assets/javascripts/(?:lunr|workers)/|\.map$")  # of the theme, by every page


class Requests:
    """Rewrites pages so that they ask for joined files, and knows what those are made of.

    Every page of an engine loads the same files in the same order; a page that does not is left as
    it is.
    """

    def __init__(self):
        """No page was seen yet."""
        self.parts = {}  # what is loaded -> the paths that it is made of

    def joined(self, page):
        """The page with one request in the place of several."""
        for path, (run, form) in FORMS.items():
            if found := run.search(page):
                asked = PLACE.findall(found[0])
                parts = [part for _, part in asked]
                if self.parts.setdefault(path, parts) == parts:
                    one = form.format(asked[0][0] + path)
                    page = page[: found.start()] + one + page[found.end() :]
        return page

    def files(self, content_of):
        """Yields (path, bytes) of the joined files; `content_of` gives the bytes of a path."""
        for path, parts in self.parts.items():
            yield path, b"\n".join(content_of(part).rstrip(b"\n") for part in parts) + b"\n"
