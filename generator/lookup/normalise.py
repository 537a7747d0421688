"""Turns what people paste into words that can be compared: the first half of the lookup.

docs/assets/lookup/normalise.js does the same in the browser, with the same patterns: they travel in
the index. So a pattern uses only what both languages understand alike: ASCII classes, no named
groups, look-behind of fixed length; a text has only blanks and line breaks as white space before
any other pattern sees it.
"""

import re
import unicodedata
from functools import lru_cache

from generator.lookup.encoded import decoded_parts

LONGEST = 65536  # characters that are looked at
LONGEST_WORD = 60  # characters; what is longer is no word of a language
LONGEST_STEM = 8  # letters; words that begin with as many alike are mostly one
LONGEST_MIXED_WORD = 20  # with digits in it; what is longer is an identifier
COMMON_NAMES = frozenset(
    (  # noqa: SIM905
        "aspx co com example help htm html http https mail mx net org php postmaster smtp "
        "support url www"
    ).split()
)
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
NAMES_OF_TAGS = (
    "a|abbr|address|article|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|h[1-6]|"
    "head|header|hr|html|i|img|input|label|li|link|main|meta|nav|o:p|ol|p|pre|s|section|small|"
    "span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul"
)
BEFORE_REPLY = r"(?<![0-9/@=#\w-])(?<![^ ][.:])"  # where a reply code can begin
BEHIND_REPLY = r"(?=[ \-:#,;).\]'\"\n]|$)"  # and where it has ended
PATTERNS = {
    "breaks": "\r\n?|[\u0085\u2028\u2029]|\\\\r\\\\n|\\\\[nr]",
    "blanks": "[\t\u000b\u000c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|\\\\t",
    "nothings": "[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
    "escapes": r"\\u00(3[ce]|2[267])",
    "slashes": r"""\\(["'/])""",
    "unseen": "<(?:style|script)[ >\n][^<]{0,20000}(?:</(?:style|script) ?>?|$)",
    "tag": f"</?(?:{NAMES_OF_TAGS})(?:[ \n/][^<>]{{0,2000}})?(?:>|$)",
    "line_tag": "</?(?:br|p|div|tr|li|h[1-6]|table|pre|blockquote|dd|dt|title)[ />\n]",
    "entity": "&(?:#([0-9]{1,6})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));",
    "quoted": " ?[>|](?!>>)",
    "quote": "^ ?[>|] ?",
    "url": r"(?:https?://|www\.)[^ \n<>\"'()\[\]{}]{1,400}"
    r"|[a-z0-9.-]{3,80}\.[a-z]{2,8}/[^ \n<>\"'()]{1,300}",
    "address": r"[^ \n<>@:;,()\[\]\"'=]{1,80}@[a-z0-9.\-\[\]]{1,120}",
    "ip": r"(?<![0-9.])[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9])"
    "|(?<![0-9a-f:.])(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:.]{0,20}",
    "code": r"(?<![0-9.])#?[245]\.[0-9]{1,2}\.[0-9]{1,3}(?![0-9]|\.[0-9])"
    rf"|{BEFORE_REPLY}[2345][0-5][0-9]{BEHIND_REPLY}",
    "host": "(?<![a-z0-9])(?:[a-z0-9_-]{1,63}\\.){1,6}[a-z]{2,14}(?![a-z0-9(])",
    "mark": r"(?<![a-z0-9])0x[0-9a-f]{4,8}(?![a-z0-9])|(?<![a-z])as\([0-9]{3,12}\)"
    r"|(?<![a-z0-9])[a-z]{2,10}[0-9]{0,3}_[0-9]{2,6}(?![a-z0-9])|(?<![a-z0-9.-])-[0-9]{4,6}(?![0-9])",
    "camel": "([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])",
    "accents": "[\u0300-\u036f]",
    "word": "[a-z0-9\u00df-\u024f\u0370-\u03ff\u0400-\u052f]+"
    "|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+",
    "wide": "[\u3040-\u9fff\uac00-\ud7af]",
    "url_word": "[a-z]{4,40}",
}
CASE_MATTERS = {"camel"}
DIGIT = re.compile("[0-9]")
# One of these is in every address, host, code and mark: most lines have none, and are read faster.
MORE_THAN_WORDS = re.compile("[0-9@:]|\\.[^ ]")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
FOUND = {
    name: re.compile(pattern, re.ASCII | (0 if name in CASE_MATTERS else re.IGNORECASE))
    for name, pattern in PATTERNS.items()
}


def clean(text):
    """The text as a person sees it, without markup, quotation marks and escapes; what is behind the
    first 65,536 characters is left out.
    """
    text = ASTRAL.sub("  ", text)[
        :LONGEST
    ]  # as long as in JavaScript, where a sign beyond the first plane is two
    text = ASTRAL.sub("  ", decoded_parts(FOUND["breaks"].sub("\n", text)))
    text = FOUND["breaks"].sub("\n", unicodedata.normalize("NFC", text))
    text = FOUND["blanks"].sub(" ", FOUND["nothings"].sub("", text))
    text = FOUND["escapes"].sub(lambda found: chr(int(found[1], 16)), text)
    text = FOUND["slashes"].sub(r"\1", text)
    text = FOUND["unseen"].sub(" ", text)
    text = FOUND["tag"].sub(lambda tag: "\n" if FOUND["line_tag"].match(tag[0]) else " ", text)
    return unquoted(FOUND["entity"].sub(decoded, text))


def decoded(entity):
    """The character that an HTML entity stands for; a blank where it is none that is seen."""
    if entity[3]:
        return ENTITIES[entity[3].lower()]
    number = int(entity[1]) if entity[1] else int(entity[2], 16)
    return chr(number) if 32 <= number < 0xD800 else " "


def unquoted(text):
    """The text without the marks of a quotation where most lines have them, up to three levels."""
    lines = text.split("\n")
    for _ in range(3):
        full = [line for line in lines if line.strip(" ")]
        quoted = sum(1 for line in full if FOUND["quoted"].match(line))
        if quoted * 2 <= len(full):
            break
        lines = [FOUND["quote"].sub("", line) for line in lines]
    return "\n".join(lines)


def words_of(line, numbers=frozenset()):
    """The words of a line in their order: stems in lower case; addresses and hosts as marks;
    `numbers` are those that say something, such as a system's error numbers.
    """
    return list(_words_of(line, numbers))


@lru_cache(maxsize=1 << 15)  # training and the box's documents read the same wordings
def _words_of(line, numbers):
    if MORE_THAN_WORDS.search(line):
        line = FOUND["url"].sub(lambda url: f" {words_of_url(url[0])} ", line)
        line = FOUND["address"].sub(" qaddr ", line)
        line = FOUND["ip"].sub(" qip ", line)
        line = FOUND["code"].sub(" ", line)
        line = FOUND["host"].sub(lambda host: f" {words_of_host(host[0])} ", line)
        line = FOUND["mark"].sub(
            lambda mark: re.sub("[()_]", "", mark[0].lower()).replace("-", "n"), line
        )
    line = FOUND["camel"].sub(r"\1\3 \2\4", line)
    line = unicodedata.normalize("NFD", line.lower())
    line = unicodedata.normalize("NFC", FOUND["accents"].sub("", line))
    found = []
    for word in FOUND["word"].findall(line):
        if FOUND["wide"].match(word):  # written without blanks: every two neighbours are a word
            found.extend(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif not (word.isascii() and word.isdigit()):
            found.extend(stems(word))
        elif word in numbers:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=1 << 14)  # the same words come again and again
def stems(word):
    """The stem of a word that can say something, or nothing of one that is an identifier or does
    not end; no number.
    """
    if DIGIT.search(word):
        return (stem(word),) if len(word) <= LONGEST_MIXED_WORD else ()
    return (stem(word)[:LONGEST_STEM],) if len(word) <= LONGEST_WORD else ()


def words_of_url(url):
    """The words of a web address that can name a case: its domain, and those of path and query."""
    host, _, rest = re.sub("^https?://", "", url.lower()).partition("/")
    domain = [part for part in host.split(".") if len(part) > 2 and part not in COMMON_NAMES]
    path = [word for word in FOUND["url_word"].findall(rest) if word not in COMMON_NAMES]
    return " ".join(f"u{re.sub('[^a-z0-9]', '', word)}" for word in [*domain[-2:], *path[:6]])


def words_of_host(host):
    """A mark for a host name, and the name by which its domain is known."""
    parts = host.lower().split(".")
    name = parts[-2] if len(parts) < 3 or len(parts[-2]) > 3 else parts[-3]
    return "qhost" if name in COMMON_NAMES else f"qhost h{re.sub('[^a-z0-9]', '', name)}"


def stem(word):
    """A word without its commonest English endings: rejected, rejects and reject become one."""
    if len(word) > 4 and word.endswith("ly"):
        word = word[:-2]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnpt":
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        word = word[:-1] + "i"
    return word
