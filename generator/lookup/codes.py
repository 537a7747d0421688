"""Finds the codes in a text, and reads a code in whatever spelling a person types it.

docs/assets/lookup/codes.js does the same in the browser, with the same patterns.
"""

import re

from generator.lookup.normalise import BEFORE_REPLY, BEHIND_REPLY
from generator.lookup.normalise import FOUND as WORDS
from generator.lookup.packing import front_decoded, unpacked

PATTERNS = {
    "enhanced": r"(?<![0-9.])#?([45]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9]|\.[0-9])",
    "reply": r"(?<!line )(?<!lines )(?<!port )(?<!http )(?<!http/1.1 )(?<!http/2 )(?<!pid )"
    rf"(?<!errno )(?<!error #)(?<!statuscode: ){BEFORE_REPLY}([45][0-9][0-9]){BEHIND_REPLY}"
    r"(?! ?(?:ms|bytes|kb|mb|kib|mib|seconds|minutes|hours|days)[^a-z]|-level| bad request)",
    "typed_enhanced": r"(?:^|[^0-9a-z.])[e#s]?([245x])[._-]([0-9]{1,3})[._-]([0-9]{1,3}|x)"
    r"(?![0-9]|[.][0-9])",
    "typed_reply": r"(?:^|[^0-9.])[es#]{0,2}([2-5][0-9][0-9])(?![0-9]|\.[0-9]{1,3}\.[0-9])",
    "typed_both": r"(?:^|[^0-9a-z.])[e#s]?([245][0-9][0-9])[ ._#-]{1,3}([245])[._-]([0-9]{1,3})"
    r"[._-]([0-9]{1,3})(?![0-9]|[.][0-9])",
}
FOUND = {name: re.compile(pattern, re.IGNORECASE | re.ASCII) for name, pattern in PATTERNS.items()}


def pages_of(index):
    """{code: (the code of its page, the problems (numbers) that it can stand for)}."""
    found = {}
    claims = index["claims"].split(" ")
    for code, claimed in zip(front_decoded(index["codes"]), claims, strict=True):
        page, _, last = code.partition("-")
        told = (page, [unpacked(digit) for digit in claimed])
        start, _, detail = page.rpartition(".")
        found[page] = told
        if last:
            found |= {f"{start}.{one}": told for one in range(int(detail), int(last) + 1)}
    return found


def codes_in(lines, pages):
    """The (reply code, enhanced code) that some lines hold first, each None where they hold none.

    `pages` are the codes that have a page, by number: any other number is no code.
    """
    bare = [without_addresses(line) for line in lines]
    enhanced = first(FOUND["enhanced"], bare, pages)
    reply = first(FOUND["reply"], bare, pages)
    return reply, enhanced


def first(pattern, lines, pages):
    """The first number in some lines that is a code."""
    return next((code for line in lines for code in pattern.findall(line) if code in pages), None)


def without_addresses(line):
    """A line without web addresses, mail addresses and IP addresses: they hold numbers."""
    for name in ("url", "address", "ip"):
        line = WORDS[name].sub(" ", line)
    return line


def code_features(reply, enhanced):
    """What a pair of codes says: the codes themselves, subject and detail, and the class."""
    found = []
    if reply:
        found.append(f"={reply}")
    if enhanced:
        found += [f"={enhanced}", f"=x{enhanced[1:]}"]
    if code := reply or enhanced:
        found.append(f"={code[0]}")
    return tuple(found)


def typed_codes(text, pages):
    """The codes that a typed text names in any spelling, the most telling first.

    5.1.1, 5-1-1, 550_5_1_1, #5.1.1, e550 5.1.1 name one; 5.1.x and x.1.1 name every such code.
    """
    text = text.strip(" ").lower()
    found = []
    for match in FOUND["typed_both"].findall(text):
        found += [".".join(match[1:]), match[0]]
    for digit, subject, detail in FOUND["typed_enhanced"].findall(text):
        wanted = re.compile(
            f"{'[245]' if digit == 'x' else digit}\\.{subject}\\."
            f"{'[0-9]{1,3}' if detail == 'x' else detail}"
        )
        every = [code for code in pages if wanted.fullmatch(code)]
        found += sorted(every, key=lambda code: (code[0] != "5", code[0] != "4"))
    found += FOUND["typed_reply"].findall(text)
    return [code for code in dict.fromkeys(found) if code in pages]
