"""Picks the server's words out of a whole report, log or traceback: the line that decides.

docs/assets/lookup/pick.js does the same in the browser. What surrounds a server's words is data:
catalog/reporters.yml, made into patterns that travel in the index.
"""

import re
from dataclasses import dataclass

from generator.lookup.normalise import FOUND, clean

LINE_GAP = r"[^\n]{0,80}?"  # what a * in a frame or an introduction stands for
NAME_GAP = "[a-z0-9-]{0,40}"  # what it stands for in the name of a header field
NEGATIVE = re.compile(
    r"(?<![0-9.])#?[45]\.[0-9]{1,2}\.[0-9]{1,3}(?![0-9]|\.[0-9])"
    r"|(?<![0-9.:/@=#\w-])[45][0-5][0-9](?=[ \-:#,;).\]'\"\n]|$)",
    re.ASCII,
)


@dataclass(frozen=True)
class Picked:
    """What was found in a report: the lines that decide, the others, and who reports."""

    deciding: tuple[str, ...]
    others: tuple[str, ...]
    speaker: str | None


def patterns(reporters):
    """The patterns that the data of catalog/reporters.yml make, by name, for both languages."""
    listed = reporters.reporters
    made = {
        "frame": any_of(frame for reporter in listed for frame in reporter.frames),
        "introduction": any_of(words for reporter in listed for words in reporter.introduces),
        "header": f"^ ?(?:{any_of(reporters.headers, NAME_GAP)}) ?:",
        "client": f"^ ?(?:{any_of(reporters.client_lines)})",
        "positive": f"^ ?(?:{any_of(reporters.positive_lines)})? ?[23][0-5][0-9][ -]",
        "original": f"^[ -]*(?:{any_of(reporters.originals)})",
        "stock": any_of(reporters.stock),
    }
    for speaker in ("sending-program", "outgoing-server"):
        own = [reporter for reporter in listed if reporter.speaker == speaker]
        made[speaker] = any_of(
            words for reporter in own for words in (*reporter.frames, *reporter.introduces)
        )
    return made


def any_of(texts, gap=LINE_GAP):
    """One pattern for any of the texts, the longest first; `gap` is what a * in them stands for."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "|".join(literal(text).replace(r"\*", gap) for text in ordered)


def literal(text):
    """A pattern for a text as it stands, but with any number of blanks for each."""
    return re.sub(" +", " +", re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", text))


def compiled(made):
    """The patterns, ready to be used."""
    return {name: re.compile(pattern, re.IGNORECASE | re.ASCII) for name, pattern in made.items()}


def pick(text, found):
    """What a pasted text holds, a `Picked`; `found` are the compiled patterns."""
    text = clean(text)
    lines = without_original(unwrapped(text, found), found)
    introduced, coded, others = [], [], []
    for line in lines:
        if found["client"].match(line) or found["positive"].match(line):
            continue
        bare = found["frame"].sub(" ", line)
        after = found["introduction"].sub(" ", bare)
        has_code = NEGATIVE.search(without_addresses(after)) is not None
        is_introduced = after != bare
        if found["header"].match(line) and not is_introduced:
            continue
        if is_introduced and has_code:
            introduced.append(after)
        elif has_code:
            coded.append(after)
        elif after.strip():
            others.append(after)
    deciding = introduced or coded or others
    rest = [*(coded if introduced else ()), *(others if introduced or coded else ())]
    return Picked(tuple(deciding), tuple(rest), speaker_of(text, found))


def unwrapped(text, found):
    """The lines of a text, those that were wrapped joined: a line that begins with a blank goes on."""
    lines = []
    for line in text.split("\n"):
        goes_on = line[:1] == " " and lines and lines[-1].strip(" ") and line.strip(" ")
        if goes_on and not found["header"].match(line):
            lines[-1] += " " + line.strip(" ")
        else:
            lines.append(line)
    return [line for line in lines if line.strip(" ")]


def without_original(lines, found):
    """The lines before the original message, where it is quoted behind something."""
    for position, line in enumerate(lines):
        if position > 1 and found["original"].match(line):
            return lines[:position]
    return lines


def without_addresses(line):
    """A line without web addresses, mail addresses and IP addresses: they hold numbers."""
    for name in ("url", "address", "ip"):
        line = FOUND[name].sub(" ", line)
    return line


def speaker_of(text, found):
    """Who reports: a program that hands mail over, a server that passes it on, or None."""
    counts = {name: len(found[name].findall(text)) for name in ("sending-program", "outgoing-server")}
    if counts["sending-program"] == counts["outgoing-server"]:
        return None
    return max(counts, key=counts.get)
