"""Takes out of finished pages what nobody sees: indentation, and lines with nothing on them."""

import re

KEPT = re.compile(
    r"(<(pre|textarea|script)\b.*?(?:</\2>|\Z))", re.DOTALL
)  # where white space counts


def slim(page):
    """The page without indentation and empty lines; the text is the same, word for word."""
    parts = KEPT.split(page)
    for place in range(0, len(parts), 3):
        parts[place] = unindented(parts[place])
    return "".join(part for place, part in enumerate(parts) if place % 3 != 2)


def unindented(text):
    """The text without blanks around its line breaks and without empty lines between others."""
    first, *lines = text.split("\n")
    if not lines:
        return text
    first, last = first.rstrip(" \t"), lines.pop().lstrip()
    between = (line.lstrip().rstrip(" \t") for line in lines)
    return "\n".join([first, *filter(None, between), last])
