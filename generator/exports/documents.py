"""Makes the rules for mail servers, as (path, text) pairs."""

from generator.exports import kumomta, mapping, postfix, zonemta
from generator.links.addresses import from_anywhere

FOLDER = "exports"
HEAD = """\
# {title}
# Made from the catalogue of SMTP status codes{where}; CC BY 4.0.
# Which entry is in and why: {home}use-the-data/mail-servers/
"""


def exports(links, home=""):
    """Yields (path, text) for every file below `/exports/`; `home` is the address of the site."""

    def head(title):
        where = f", {home}" if home else ""
        return HEAD.format(title=title, where=where, home=from_anywhere(home, ""))

    made = {
        "kumomta.toml": kumomta.words(links, head("Bounce classes for KumoMTA, by the words")),
        "kumomta-codes.toml": kumomta.codes(links, head("Bounce classes for KumoMTA, by the code")),
        "zonemta-bounces.txt": zonemta.rules(links, head("Bounce rules for ZoneMTA")),
        "postfix-reply-filter.pcre": postfix.table(
            links, head("Replies whose first digit misleads, for smtp_reply_filter of Postfix")
        ),
        "mapping.csv": mapping.table(links, home),
    }
    for name, text in made.items():
        yield f"{FOLDER}/{name}", text
