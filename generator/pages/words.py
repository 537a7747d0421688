"""How pages put things: sentences cut short, numbers with their nouns, shares that claim no more
than they may.
"""

import re

FEW = 100  # below this many counted, a share is told as `7 of 18`
LONG_TITLE = 72  # characters of a plain title, which stands large at the top of a page
FIRST_STATEMENT = re.compile(r"(?<=.{24})[;:] ")  # “Deprecated; read it as” is one
AFTERTHOUGHT = re.compile(
    r"(?<=.{24}), (?=(?:so|and|because|which|such as|for example|as a rule|either)\b"
    r"|usually|often|mostly|most often)|(?<=.{30}), (?=or\b)"
)
LONG_HEAD = 65  # characters of a page's title in tabs and link previews
SHORT_WHOLE = 12  # with less room a provider's name is left out of the title of its text


def first_sentence(text):
    """The first sentence of a text, which has to make sense alone."""
    return re.split(r"(?<=[a-z0-9)”'][.!?]) (?=[A-Z“])", " ".join(text.split()), maxsplit=1)[0]


def plain_title(summary):
    """A summary's first statement, without a full stop: what a reader wants to know at once."""
    title = FIRST_STATEMENT.split(first_sentence(summary), maxsplit=1)[0]
    if len(title) > LONG_TITLE:
        title = AFTERTHOUGHT.split(title, maxsplit=1)[0]
    return title.rstrip(".")


def cut(text, limit):
    """A text of at most `limit` characters, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def title_within(whole, part):
    """`whole: part` as a page's title: the whole is cut first, for the part tells pages apart."""
    title, room = f"{whole}: {part}", LONG_HEAD - len(part) - len(": ")
    if len(title) <= LONG_HEAD:
        return title
    return f"{cut(whole, room)}: {part}" if room >= SHORT_WHOLE else cut(part, LONG_HEAD)


def counted(number, one, many=None):
    """A number with its noun: `1 text`, `2 texts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(evidence):
    """`43 %`; `7 of 18` where so few were counted that a percentage would claim too much."""
    if evidence.of < FEW:
        return f"{evidence.count} of {evidence.of}"
    return f"{evidence.percent} %"


def mark(response):
    """What stands before a text in a list that is not what a server says today; None for others."""
    if response.ended:
        return "no longer sent:"
    return "described as:" if response.wording else None


def capital(text):
    """A text that begins with a capital letter."""
    return text[0].upper() + text[1:]


def lower_first(text):
    """A label inside a sentence."""
    return text[0].lower() + text[1:]
