"""A code at work: a server's line taken apart, the steps of a session, an example of one."""

import re
from dataclasses import dataclass

from generator.entries.codes import EnhancedCode
from generator.links.sequence import EVERY_COMMAND

STEPS = {  # how a client's line begins -> the step of the session
    "EHLO": "ehlo-or-helo", "HELO": "ehlo-or-helo", "STARTTLS": "starttls", "AUTH": "auth",
    "MAIL": "mail", "RCPT": "rcpt", "DATA": "data", ".": "end-of-data", "QUIT": "quit",
}  # fmt: skip


@dataclass(frozen=True)
class LinePart:
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
    """A session's (is it the server's, line) pairs, and whether R, the report, speaks in it."""

    lines: tuple[tuple[bool, str], ...]
    reported: bool


def annotated(pieces, code):
    """The line of the entry's own example that carries the code, taken apart."""
    said = [line[3:] for line in (code.example or "").splitlines() if line.startswith("S: ")]
    found = next((line for line in said if carries(line, code)), None)
    split = found and re.match(r"(\d{3})[ -](?:(\d\.\d+\.\d+) )?(?:(<[^>]+>:?) )?(.*)", found)
    if not split or code.digit not in "45":
        return ()
    reply, enhanced, who, words = split.groups()
    known = pieces.catalogue.members
    parts = [LinePart(reply, "refused for now" if reply[0] == "4" else "refused for good")]
    if enhanced:
        name = pieces.catalogue.code(enhanced).name if enhanced in known else "more exactly"
        parts.append(LinePart(enhanced, name))
    if who:
        parts.append(LinePart(who, "who it is about"))
    if words:
        parts.append(LinePart(words, "the reason, in the server’s own words"))
    return tuple(parts)


def session(catalogue, code):
    """The steps of a session at which a reply code can come, by what the commands are answered; one
    that answers any command can come at every step. An enhanced code comes where its example
    has it.
    """
    if isinstance(code, EnhancedCode):
        lit = steps_in(code)
    else:
        lit = {command.id for command in catalogue.commands
               if any(reply.code == code.code for reply in command.replies)}  # fmt: skip
    steps = [command for command in catalogue.commands if command.step]
    return tuple(Step(one, one.id in lit or EVERY_COMMAND in lit) for one in steps) if lit else ()


def steps_in(code):
    """The steps at which the example of a code has it, as ids of commands."""
    found, step = set(), "connection-establishment"
    for line in (code.example or "").splitlines():
        if line.startswith("C: "):
            said = line[3:].upper()
            step = next((to for start, to in STEPS.items() if said.startswith(start)), None)
        elif line.startswith("S: ") and step and carries(line, code):
            found.add(step)
    return found


def carries(line, code):
    """Whether a line holds a code, and not as part of another number."""
    return re.search(rf"(?<![\d.]){re.escape(code.code)}(?![\d.])", line) is not None


def dialogue(text):
    """The lines of an example, or None."""
    if not text:
        return None
    lines = text.splitlines()
    return Dialogue(
        tuple((line.startswith("S"), line) for line in lines),
        any(line.startswith("R") for line in lines),
    )
