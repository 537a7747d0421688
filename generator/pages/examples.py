"""A code at work: a server's line taken apart, the steps of a session, an example of one."""

import re
from dataclasses import dataclass

SPEAKERS = {"C": "client", "S": "server", "R": "report"}
EVERY_STEP = "any-command"


@dataclass(frozen=True)
class Part:
    """A piece of a server's answer, and what it says."""

    text: str
    meaning: str


@dataclass(frozen=True)
class Step:
    """A step of a session; lit when the code can come there."""

    command: object
    lit: bool


@dataclass(frozen=True)
class Dialogue:
    """A session's lines, each with its speaker, and who R is when there is one."""

    lines: tuple[tuple[str, str], ...]
    reported: bool


def annotated(pieces, code):
    """The line of the entry's own example that carries the code, taken apart."""
    said = [line[3:] for line in (code.example or "").splitlines() if line.startswith("S: ")]
    found = next(
        (line for line in said if re.search(rf"(?<![\d.]){re.escape(code.code)}(?![\d.])", line)),
        None,
    )
    split = found and re.match(r"(\d{3})[ -](?:(\d\.\d+\.\d+) )?(?:(<[^>]+>:?) )?(.*)", found)
    if not split or code.digit not in "45":
        return ()
    reply, enhanced, who, words = split.groups()
    known = pieces.catalogue.members
    parts = [Part(reply, "refused for now" if reply[0] == "4" else "refused for good")]
    if enhanced:
        name = pieces.catalogue.code(enhanced).name if enhanced in known else "more exactly"
        parts.append(Part(enhanced, name))
    if who:
        parts.append(Part(who, "who it is about"))
    if words:
        parts.append(Part(words, "the reason, in the server’s own words"))
    return tuple(parts)


def session(catalogue, code):
    """The steps of a session; a code that answers any command can come at every one."""
    answered = {command.id for command in catalogue.commands
                if any(reply.code == code.code for reply in command.replies)}  # fmt: skip
    steps = [command for command in catalogue.commands if command.step]
    return tuple(Step(one, one.id in answered or EVERY_STEP in answered) for one in steps)


def dialogue(text):
    """The lines of an example, or None."""
    if not text:
        return None
    lines = tuple((SPEAKERS[line[0]], line) for line in text.splitlines())
    return Dialogue(lines, any(speaker == "report" for speaker, _ in lines))
