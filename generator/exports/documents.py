"""Makes the rules for mail servers, as (path, text) pairs."""

from functools import cache

from generator.exports import kumomta, mapping, postfix, zonemta
from generator.exports.choice import Heard, said_by_servers
from generator.links.addresses import from_anywhere
from generator.reading.made import Made, all_made, digest

FOLDER = "exports"
FILES = (
    *("kumomta.toml", "kumomta-codes.toml", "zonemta-bounces.txt"),
    *("postfix-reply-filter.pcre", "mapping.csv"),
)
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
    named = {one.key: one.name for one in postfix.contradicted(links)}
    made = cache(lambda: texts(links.said, named, home))  # all at once, for they ask the same
    of = links.digests.of(links.digest_of_said, named, home)
    for name in FILES:
        yield f"{FOLDER}/{name}", Made(digest(name, of), lambda name=name: made()[name])


def texts(links, named, home):
    """{name: text} of every file; `named` are the names of responses that are contradicted."""

    def head(title):
        where = f", {home}" if home else ""
        return HEAD.format(title=title, where=where, home=from_anywhere(home, ""))

    catalogue, heard = links.catalogue, Heard(said_by_servers(links), links.catalogue)
    made = (
        kumomta.words(heard, head("Bounce classes for KumoMTA, by the words")),
        kumomta.codes(catalogue, head("Bounce classes for KumoMTA, by the code")),
        zonemta.rules(catalogue, heard, head("Bounce rules for ZoneMTA")),
        postfix.table(
            links,
            heard,
            named,
            head("Replies whose first digit misleads, for smtp_reply_filter of Postfix"),
        ),
        mapping.table(catalogue, home),
    )
    return dict(zip(FILES, made, strict=True))
