"""Patterns that every program reads alike: PCRE, the expressions of Rust and of JavaScript.

So they have letters, digits, blanks, `.`, `.*`, `^`, `|`, groups, character classes, `\\b` and
nothing else: no comma, no quotation mark, no slash, and no `\\d`, which for Rust is every digit of
Unicode and costs a hundred times the room.
"""


def of_words(parts):
    """A pattern for words; what is no letter, digit or blank is any sign."""
    return ".*".join(parts)


def of_code(code):
    """A pattern for a reply that begins with a reply code, or has an enhanced code behind it."""
    escaped = code.replace(".", r"\.")
    return rf"^[45][0-9][0-9][ -]+.?{escaped}\b" if "." in code else rf"^{code}\b"
