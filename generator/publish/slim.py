"""Takes out of finished pages what nobody sees: indentation, and lines with nothing on them."""

import re

KEPT = re.compile(
    r"(<(pre|textarea|script)\b.*?(?:</\2>|\Z))", re.DOTALL
)  # where white space counts
SPACE = re.compile(r"[ \t]*\n\s*")


def slim(page):
    """The page without indentation and empty lines; the text is the same, word for word."""
    parts = KEPT.split(page)
    for place in range(0, len(parts), 3):
        parts[place] = SPACE.sub("\n", parts[place])
    return "".join(part for place, part in enumerate(parts) if place % 3 != 2)
