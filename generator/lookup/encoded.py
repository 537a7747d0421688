"""Decodes what mail encodes: words in headers (RFC 2047), and parts in base64 or quoted-printable.

docs/assets/lookup/encoded.js does the same in the browser, with the same patterns.
"""

import base64
import re

PATTERNS = {
    "encoded_word": r"=\?[a-z0-9_*-]{2,30}\?([bq])\?([^? \n]{0,400})\?=(?:[ \n]{1,3}(?==\?))?",
    "base64": "(content-transfer-encoding: ?base64[^\n]{0,99}\n(?:[^\n]{1,400}\n){0,20}? {0,9}\n)"
    "((?:[a-z0-9+/=]{1,200} ?(?:\n|$))+)",
    "quoted_bytes": "(?:=[0-9a-f]{2})+",
    "binary": "[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]",
}
FOUND = {name: re.compile(pattern, re.IGNORECASE | re.ASCII) for name, pattern in PATTERNS.items()}
SOFT_BREAK = "=\n"
SOME = 2  # soft breaks that may stand in a text that is not quoted-printable


def decoded_parts(text):
    """A text, its line breaks single, with the encoded words and parts as they read."""
    text = FOUND["encoded_word"].sub(word, text)
    text = FOUND["base64"].sub(lambda part: part[1] + from_base64(part[2]) + "\n", text)
    if text.count(SOFT_BREAK) > SOME or "quoted-printable" in text.lower():
        text = FOUND["quoted_bytes"].sub(quoted, text.replace(SOFT_BREAK, ""))
    return text


def word(found):
    """What an encoded word reads."""
    if found[1] in "bB":
        return from_base64(found[2])
    return FOUND["quoted_bytes"].sub(quoted, found[2].replace("_", " "))


def from_base64(text):
    """What a text in base64 reads; what is cut off at its end is left out."""
    signs = re.sub("[^A-Za-z0-9+/]", "", text)
    signs = signs[: -1 if len(signs) % 4 == 1 else None]
    return read(base64.b64decode(signs + "=" * (-len(signs) % 4)))


def quoted(found):
    """What a run of quoted bytes reads."""
    return read(bytes.fromhex(found[0].replace("=", "")))


def read(data):
    """Bytes as text: UTF-8, or else a letter each; nothing where they are no text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return "" if FOUND["binary"].search(text) else text
