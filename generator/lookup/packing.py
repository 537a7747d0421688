"""Small numbers as printable characters: what makes the lookup's index small, and still text.

docs/assets/lookup/packing.js reads what this writes. A digit is one of 91 characters that JSON
writes as they are: neither a quotation mark nor a backslash nor a blank.
"""

import math
import re
from collections import Counter
from string import ascii_uppercase as CAPITALS

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
BASE = len(DIGITS)
STEPS = 4  # in which the rarity of a word is told, for each power of e
LEVELS = 12  # of a weight, on either side of 0; more say no more
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def packed(number, digits):
    """A whole number as so many digits, the largest first; `ValueError` if it does not fit."""
    found = ""
    for _ in range(digits):
        number, rest = divmod(number, BASE)
        found = DIGITS[rest] + found
    if number:
        raise ValueError(f"the number does not fit {digits} digits")
    return found


def unpacked(text):
    """The whole number that some digits stand for."""
    number = 0
    for digit in text:
        number = number * BASE + VALUES[digit]
    return number


def packed_weight(weight, largest):
    """A weight between -largest and largest as one digit: its root in levels, with sign."""
    level = round(LEVELS * math.sqrt(abs(weight) / largest))
    return DIGITS[LEVELS + (level if weight > 0 else -level)]


def unpacked_weight(digit, largest):
    """The weight that a digit stands for."""
    level = VALUES[digit] - LEVELS
    size = level * level / (LEVELS * LEVELS) * largest
    return size if level > 0 else -size


def front_coded(words):
    """Sorted words in small letters as one text: each begins with a capital, the number of letters
    that it shares with the one before.
    """
    found, before = [], ""
    for word in words:
        shared = 0
        while (
            shared < min(len(CAPITALS) - 1, len(word), len(before))
            and word[shared] == before[shared]
        ):
            shared += 1
        found.append(CAPITALS[shared] + word[shared:])
        before = word
    return "".join(found)


def front_decoded(text):
    """The words of such a text."""
    words, before = [], ""
    for part in re.findall("[A-Z][^A-Z]*", text):
        before = before[: CAPITALS.index(part[0])] + part[1:]
        words.append(before)
    return words


SHORT = 60  # numbers that one digit spells
LONG = SHORT + (BASE - 1 - SHORT) * BASE  # those that two do at most; the last digit begins four


def hyphened(names):
    """Names of words with hyphens between: (the words, the commonest first; names in digits)."""
    counts = Counter(word for name in names for word in name.split("-"))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    number = {word: at for at, word in enumerate(words)}
    spelled = ["".join(varied(number[word]) for word in name.split("-")) for name in names]
    return " ".join(words), " ".join(spelled)


def varied(number):
    """A number as one digit, two if it is larger, or four if it is larger still; `ValueError`
    beyond.
    """
    if number < SHORT:
        return DIGITS[number]
    if number < LONG:
        return packed(SHORT * BASE + number - SHORT, 2)
    return DIGITS[-1] + packed(number - LONG, 3)


def unhyphened(words, spelled):
    """The names that `hyphened` made such texts of."""
    words = words.split(" ")
    return ["-".join(words[number] for number in numbers(name)) for name in spelled.split(" ")]


def numbers(text):
    """Yields the numbers that `varied` spelled one behind the other."""
    at = 0
    while at < len(text):
        first = VALUES[text[at]]
        digits = 1 if first < SHORT else 2 if first < BASE - 1 else 4
        number = unpacked(text[at : at + digits])
        if digits == 2:
            number -= SHORT * BASE - SHORT
        elif digits == 4:
            number = LONG + unpacked(text[at + 1 : at + digits])
        yield number
        at += digits


def gapped(places):
    """Ascending places as the gaps between them."""
    found, before = [], -1
    for place in places:
        found.append(varied(place - before - 1))
        before = place
    return "".join(found)


def ungapped(text):
    """Yields the places that `gapped` made such a text of."""
    place = -1
    for gap in numbers(text):
        place += gap + 1
        yield place
