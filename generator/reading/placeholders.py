"""The placeholders in a response's text: words in angle brackets that stand for what varies."""

import re

PLACEHOLDER = re.compile(
    r"<(?!(?:CR|LF|CRLF)>)([A-Z][A-Z0-9_]*)>"
)  # <LF> and its like are words of servers


def placeholders(text):
    """The names of the placeholders in a response's text, in order."""
    return PLACEHOLDER.findall(text)


def texts(document):
    """The text of a response's document and its variants."""
    return [document.value["text"], *document.value.get("variants", ())]
