"""What is wrong in a file, and what to do: the words that a person reads, made safe to print."""

import re
from dataclasses import dataclass

UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
LONGEST_QUOTE = 80  # characters of a value that a message shows


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong in a file, and what to do: `path:line: message`; both count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self):
        return f"{printable(self.path)}:{self.line}: {printable(self.message)}"

    @property
    def annotation(self):
        """The mistake as the command that makes the workflow runner show it on its line."""
        path = printable(self.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        message = printable(self.message).replace("%", "%25")
        return f"::error file={path},line={self.line},col={self.column}::{message}"


class Refusal(Exception):
    """One fault that makes a file unreadable as a whole, with its place."""

    def __init__(self, line, column, message):
        super().__init__(message)
        self.line, self.column = line, column


class Unusable(Exception):
    """A file without which nothing else can be checked has a `Mistake`."""

    @property
    def mistake(self):
        """What is wrong, and where."""
        return self.args[0]


def printable(text):
    """A text without anything that a terminal or a workflow runner obeys."""
    return UNPRINTABLE.sub(
        lambda found: found[0].encode("unicode_escape", "surrogatepass").decode(), text
    )


def shown(value):
    """A value as a message quotes it: not longer than anybody reads."""
    text = str(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"
