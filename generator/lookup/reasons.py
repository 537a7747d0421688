"""Which parts of a text decided: the words that a reader sees marked in it.

docs/assets/lookup/reasons.js does the same in the browser.
"""

import re

from generator.lookup.normalise import FOUND

MOST = 4
LONGEST_LINE = 400  # blanks-separated parts of a line that are looked at
MARK = re.compile("q(?:addr|ip|host)|=.*")
HOST = re.compile(
    r"(?<![a-z0-9.-])(?:[a-z0-9_-]{1,63}\.){1,6}(?:[a-z]{2,6}|example|invalid|localdomain)"
    r"(?![a-z0-9_(-]|\.[a-z0-9])",
    re.IGNORECASE,
)  # a longer end is a program's name, such as java.net.ConnectException
TOKEN = re.compile("[a-z0-9-]+", re.IGNORECASE | re.ASCII)
LONG, DIGITS = 8, 3  # characters of an identifier, and digits among them, at least
NAMED = ("-",)  # stands for a part that names somebody or something: no word is like it


def parts_that_decided(text, source, engine, reasons, phrases, problem):
    """The parts of the lines that speak for a problem most, as they stand in the text."""
    text = re.sub("[ \n]+", " ", text)
    wanted = [phrases[problem][1]] if problem in phrases else []
    mine = [reason for reason in reasons if reason[2] == problem and reason[0] > 0]
    mine.sort(key=lambda reason: (-reason[0], reason[1]))
    wanted += [name for _, name, _ in mine[: 2 * MOST]]
    parts = [
        [
            (part, NAMED if is_name(part) else engine.words(part))
            for part in line.split(" ")[:LONGEST_LINE]
            if part
        ]
        for line in source
    ]
    found = []
    for name in wanted:
        words = [word for word in name.split(" ") if not MARK.fullmatch(word)]
        part = words and part_with(parts, words)
        if part and part in text and not any(part in other or other in part for other in found):
            found.append(part)
    return found[:MOST]


def is_name(part):
    """Whether a part holds an address, a host, an IP address or an identifier: these are nobody's
    words, and decide nothing.
    """
    if any(FOUND[name].search(part) for name in ("url", "address", "ip")) or HOST.search(part):
        return True
    return any(map(is_identifier, TOKEN.findall(FOUND["mark"].sub(" ", part))))


def is_identifier(token):
    """Whether letters and digits are mixed as no word mixes them."""
    digits = sum(sign.isdigit() for sign in token)
    return len(token) >= LONG and DIGITS <= digits < len(token)


def part_with(lines, words):
    """The shortest part of the lines that has some words one behind the other, or None."""
    for parts in lines:
        for start in range(len(parts)):
            have, end = [], start
            while end < len(parts) and len(have) < len(words):
                have += [word for word in parts[end][1] if not MARK.fullmatch(word)]
                end += 1
                if have[: len(words)] != words[: len(have)]:
                    break
            if have[: len(words)] == words and parts[start][1]:
                return " ".join(part for part, _ in parts[start:end]).strip(".,;:!()\"'[]{}<> ")
    return None
