"""Picks the server's words out of a whole report, log or traceback: the line that decides.

docs/assets/lookup/pick.js does the same in the browser. What surrounds a server's words is data:
catalog/reporters.yml, made into patterns that travel in the index.
"""

import re
from dataclasses import dataclass

from generator.lookup.codes import without_addresses
from generator.lookup.normalise import BEFORE_REPLY, BEHIND_REPLY, clean

END = r"[^\n]{0,400}"  # behind a * at the end: the rest of the line
LINE_GAP = r"[^\n]{0,80}?"  # what a * in a frame or an introduction stands for
NAME_GAP = "[a-z0-9-]{0,40}"  # what it stands for in the name of a header field
ADDRESS = r"([^ \n<>@:;,()\[\]\"'=]{1,80}@[a-z0-9.-]{1,120})"
RECIPIENT = (
    rf"^ ?<?{ADDRESS}>?(?:$|:| *\(|>)|^ ?final-recipient: *(?:rfc822|smtp); *<?{ADDRESS}|"
    rf"^[^\n]{{0,200}} to=<{ADDRESS}>"
)
FIELD = re.compile(r"""[,{\[ ]{0,9}("[a-zA-Z_-]{1,40}") ?: ?""")
EMPTY = re.compile("""^"[a-zA-Z_-]{1,40}": (?:null|true|false|"")[,}\\] ]*$""")  # a field
NAME = re.compile('^"[a-zA-Z_-]{1,40}": ')
MOST_INTRODUCTIONS = 5  # in a line
NEAR = 3  # lines behind a reply that may go on with it
GOES_ON = re.compile("^ ?[a-z(\"']")
NEGATIVE = re.compile(
    r"(?<![0-9.])#?[45]\.[0-9]{1,2}\.[0-9]{1,3}(?![0-9]|\.[0-9])"
    rf"|{BEFORE_REPLY}[45][0-5][0-9]{BEHIND_REPLY}",
    re.ASCII,
)


FIXED = {  # patterns that no data make
    "recipient": RECIPIENT,
    "negative": NEGATIVE.pattern,
    "field": FIELD.pattern,
    "goesOn": GOES_ON.pattern,
    "empty": EMPTY.pattern,
}


@dataclass(frozen=True)
class Picked:
    """What was found for one recipient: the lines that decide, the others, and all lines as they
    stand, in case that what is left without the reporters' own words says nothing; who reports;
    the lines that decide as they stand, which may be quoted.
    """

    deciding: tuple[str, ...]
    others: tuple[str, ...]
    whole: tuple[str, ...]
    speaker: str | None
    text: str
    quotable: tuple[str, ...]
    recipient: str | None = None


def texts(reporters):
    """What catalog/reporters.yml tells, as the index has it: lists of texts in lower case, one a
    line; `server` and `program` are the two kinds of reporters.
    """
    made = of_reporters(one for one in reporters.reporters if not one.language)
    made["headers"] = reporters.headers
    made["silent"] = [*reporters.client_lines, *reporters.silent_lines]
    made["positive"] = reporters.positive_lines
    made["originals"] = reporters.originals
    return {name: in_lines(some) for name, some in made.items()} | FIXED


def foreign_texts(reporters):
    """The same of those that report in another language than English, as the names have it."""
    made = of_reporters(one for one in reporters.reporters if one.language)
    return {name: in_lines(some) for name, some in made.items()}


def of_reporters(reporters):
    """{kind of text: the texts} of some reporters."""
    reporters = list(reporters)
    made = {}
    for kind in ("server", "program"):
        mine = [one for one in reporters if kind in one.speaker]
        made[f"{kind}Frames"] = [text for one in mine for text in one.frames]
        made[f"{kind}Introduces"] = [text for one in mine for text in one.introduces]
    return made


def in_lines(some):
    """Texts as one, in lower case, each once, a line each."""
    return "\n".join(dict.fromkeys(map(str.lower, some)))


def compiled(index, more):
    """The patterns that such texts make, ready to be used; `more` are those of other languages."""
    told = {name: text.split("\n") for name, text in index.items() if name not in FIXED}
    for name, text in more.items():
        told[name] += text.split("\n") if text else []
    programs = told["programFrames"] + told["programIntroduces"]
    made = {
        "frame": any_of(told["serverFrames"] + told["programFrames"]),
        "introduction": any_of(told["serverIntroduces"] + told["programIntroduces"]),
        "program": any_of(programs),
        "header": f"^[ {{\\[\"']{{0,8}}(?:{any_of(told['headers'], NAME_GAP)})[\"']? ?:",
        "silent": f"^ *(?:{any_of(told['silent'])})",
        "positive": f"^ ?(?:{any_of(told['positive'])})? ?[23][0-5][0-9][ -]",
        "original": f"^[ -]*(?:{any_of(told['originals'])})",
        **{name: index[name] for name in FIXED},
    }
    return {name: re.compile(pattern, re.IGNORECASE | re.ASCII) for name, pattern in made.items()}


def any_of(texts, gap=LINE_GAP):
    """One pattern for any of the texts, the longest first; `gap` is what a * in them stands for."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    tails = [END if gap == LINE_GAP and text[-1] == "*" else "" for text in ordered]
    return "|".join(
        literal(text).replace(r"\*", gap) + tail for text, tail in zip(ordered, tails, strict=True)
    )


def literal(text):
    """A pattern for a text as it stands, but with any number of blanks for each, an apostrophe of
    either form, and letters beyond ASCII small or large: only for ASCII both languages agree on
    case.
    """
    escaped = re.sub(" +", " +", re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", text))
    escaped = escaped.replace("'", "['\u2019]")
    return "".join(
        f"[{sign}{sign.upper()}]" if not sign.isascii() and sign != sign.upper() else sign
        for sign in escaped
    )


def reports(text, found):
    """What a text holds: a `Picked` for each recipient; `found` are the compiled patterns."""
    text = clean(text)
    speaker = speaker_of(text, found)
    lines = list(told(without_original(unwrapped(text, found), found), found))
    if speaker is None and any(line.recipient for line in lines):
        speaker = "outgoing-server"
    kinds = {line.kind for line in lines}
    best = next((kind for kind in (INTRODUCED, CODED, NAMED, PLAIN) if kind in kinds), PLAIN)
    about = dict.fromkeys(line.recipient for line in lines if line.kind == best and line.recipient)
    recipients = list(about) if len(about) > 1 and best > PLAIN else [None]
    return [picked(recipient, lines, best, speaker, text) for recipient in recipients]


@dataclass(frozen=True)
class Line:
    """A line of a report: what it is, its words without the reporter's, and as they stand."""

    kind: int
    words: str
    whole: str
    code: str | None
    recipient: str | None


PLAIN, NAMED, CODED, INTRODUCED = range(4)
TOLD = re.compile("[^ ]+ +[^ ]+")  # two words: less tells nothing


def told(lines, found):
    """Yields a `Line` for each line; two where a reply stands behind other words."""
    recipient = None
    for line in lines:
        if about := found["recipient"].match(line):
            recipient = next(part for part in about.groups() if part).lower()
        bare = found["frame"].sub(" ", line)
        if found["silent"].match(line) or found["positive"].match(line):
            continue
        start = reply_in(bare, found)
        if start is None:
            named = found["header"].match(line)
            said = named and found["introduction"].search(bare, named.end())
            if said:
                bare = bare[said.start() :]
            if said or not named:
                words = NAME.sub("", found["introduction"].sub(" ", bare))
                code = NEGATIVE.search(without_addresses(words))
                kind = CODED if code else NAMED if names(line, bare, about, found) else PLAIN
                yield Line(kind, words, line, code and code[0], recipient)
            continue
        words = found["introduction"].sub(" ", bare[start:])
        code = NEGATIVE.search(without_addresses(words))
        if bare[:start].strip(" "):
            yield Line(PLAIN, bare[:start], "", None, recipient)
        yield Line(INTRODUCED, words, line, code[0], recipient)


def names(line, bare, about, found):
    """Whether a line without a code tells of a recipient, or has words behind an introduction."""
    if about:
        return bool(TOLD.search(line[about.end() :]))
    said = found["introduction"].search(bare)
    return bool(said and TOLD.search(bare[said.end() :]))


def reply_in(line, found):
    """Where the words begin that introduce a reply in a line, or None."""
    for number, introduction in enumerate(found["introduction"].finditer(line)):
        if number == MOST_INTRODUCTIONS:
            break
        behind = found["introduction"].sub(" ", line[introduction.end() :])
        if NEGATIVE.search(without_addresses(behind)):
            return introduction.start()
    return None


def picked(recipient, lines, best, speaker, text):
    """What decides for a recipient: the first reply, the lines with the same code, and what goes on
    behind it.
    """
    mine = [line for line in lines if recipient in (None, line.recipient)]
    code = next((line.code for line in mine if line.kind == best), None)
    deciding, others, near = [], [], 0
    for line in mine:
        decides = line.kind == best and (best <= NAMED or same_reply(code, line.code))
        near = NEAR if decides else near - 1
        goes_on = near > 0 and best != PLAIN and line.kind == PLAIN and GOES_ON.match(line.whole)
        promised = deciding and near == NEAR - 1 and deciding[-1].whole.rstrip(" ")[-1:] == ":"
        if decides or goes_on or promised:
            deciding.append(line)
        elif not (code and line.code and not same_reply(code, line.code)):  # to another command
            others.append(line)
    return Picked(
        tuple(line.words for line in deciding if line.words.strip(" ")),
        tuple(line.words for line in others if line.words.strip(" ")),
        tuple(line.whole for line in mine),
        speaker,
        text,
        tuple(line.whole for line in deciding),
        recipient,
    )


def same_reply(one, other):
    """Whether two codes can stand in one reply: the same, or a reply code and an enhanced one."""
    return one == other or (len(one) == 3) != (len(other) == 3)


def unwrapped(text, found):
    """The lines of a text, those that were wrapped joined: a line that begins with a blank goes on.
    The fields of an object in JSON are lines.
    """
    lines = []  # of parts
    open_ = False  # whether the last line may go on
    for line in text.split("\n"):
        begins = line[:1] == " " and line.strip(" ")
        silent = bool(found["silent"].match(line))
        if open_ and begins and not silent and not found["header"].match(line):
            lines[-1].append(line.strip(" "))
        else:
            lines.append([line])
            open_ = bool(line.strip(" ")) and not silent
    whole = (" ".join(parts) for parts in lines)
    parts = (part for one in whole for part in FIELD.sub(r"\n\1: ", one).split("\n"))
    return [part for part in parts if part.strip(" ") and not EMPTY.match(part)]


def without_original(lines, found):
    """The lines before the original message, where it is quoted behind something."""
    for position, line in enumerate(lines):
        if position > 1 and found["original"].match(line):
            return lines[:position]
    return lines


def speaker_of(text, found):
    """Who reports: a program that hands mail over, a server that passes it on, or None."""
    every = len(found["frame"].findall(text)) + len(found["introduction"].findall(text))
    programs = len(found["program"].findall(text))
    if 2 * programs == every:
        return None
    return "sending-program" if 2 * programs > every else "outgoing-server"
