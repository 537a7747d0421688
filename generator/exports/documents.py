"""Makes the rules for mail servers, as (path, text) pairs."""

from generator.exports import kumomta, mapping, postfix, zonemta
from generator.links.addresses import from_anywhere
from generator.reading.made import Made, all_made, digest

FOLDER = "exports"
HEAD = """\
# {title}
# Made from the catalogue of SMTP status codes{where}; CC BY 4.0.
# Which entry is in and why: {home}use-the-data/mail-servers/
"""


def exports(links, home=""):
    """Yields (path, text) for every file below `/exports/`, all made; see `contents`."""
    yield from all_made(contents(links, home))


def contents(links, home=""):
    """Yields (path, content) for every file below `/exports/`; `home` is the address of the site.

    But for the names of what Postfix is told to change they are made of what servers say alone.
    """

    def head(title):
        where = f", {home}" if home else ""
        return HEAD.format(title=title, where=where, home=from_anywhere(home, ""))

    said = links.said
    named = [(one.key, one.name) for one in postfix.contradicted(links)]
    made = {
        "kumomta.toml": lambda: kumomta.words(
            said, head("Bounce classes for KumoMTA, by the words")
        ),
        "kumomta-codes.toml": lambda: kumomta.codes(
            said, head("Bounce classes for KumoMTA, by the code")
        ),
        "zonemta-bounces.txt": lambda: zonemta.rules(said, head("Bounce rules for ZoneMTA")),
        "postfix-reply-filter.pcre": lambda: postfix.table(
            said,
            dict(named),
            head("Replies whose first digit misleads, for smtp_reply_filter of Postfix"),
        ),
        "mapping.csv": lambda: mapping.table(said, home),
    }
    of = links.digests.of(said.digests.of_all, named, home)
    for name, make in made.items():
        yield f"{FOLDER}/{name}", Made(digest(name, of), make)
