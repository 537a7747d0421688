"""Small numbers as printable characters: what makes the lookup's index small, and still text.

docs/assets/lookup/packing.js reads what this writes. A digit is one of 91 characters that JSON
writes as they are: neither a quotation mark nor a backslash nor a blank.
"""

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
BASE = len(DIGITS)
ZERO = BASE // 2  # the digit of weight 0; 45 levels on either side
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def packed(number, digits):
    """A whole number as so many digits, the largest first; raises `ValueError` if it does not fit."""
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
    """A weight between -largest and largest as one digit: its square root in 45 levels, with sign."""
    level = round(ZERO * (abs(weight) / largest) ** 0.5)
    return DIGITS[ZERO + (level if weight > 0 else -level)]


def unpacked_weight(digit, largest):
    """The weight that a digit stands for."""
    level = VALUES[digit] - ZERO
    size = level * level / (ZERO * ZERO) * largest
    return size if level > 0 else -size
