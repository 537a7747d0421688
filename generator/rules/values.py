"""Rules for values of any entry: dates, spaces, addresses; a rule's docstring is the rule."""

import ipaddress
import re
from datetime import date, timedelta

from generator.reading.mistakes import shown
from generator.reading.placeholders import texts
from generator.reading.web import deceptive

LETTER_FOR_LETTER = frozenset(
    ("text", "variants", "marks", "label", "name", "values", "phrases_in", "head", "rows")
)
NOT_OUR_WORDS = frozenset(
    (
        *("text", "variants", "phrases", "phrases_in", "marks", "hosts", "url", "help", "title"),
        *("search", "words", "section", "code", "label", "other_names", "outgoing", "settings"),
        *("forms", "rows"),
    )
)
ODD_SPACE = re.compile("[\u00a0\u2007\u202f\u3000\u200c\u200d]")
MAIL_ADDRESS = re.compile(r"[A-Za-z0-9_.+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})\b")
ROLE = re.compile(
    "postmaster|hostmaster|abuse|mailer-daemon|no-?reply|support|help.*|security|info|admin|contact"
    "|feedback|nobody|onboarding|fpr|spam.*|delist.*|unblock.*|removals?|.*-admins?"
)  # what a service publishes, not somebody's
NUMBERS = re.compile(r"(?<![\d.v])(?<!\d[-/])((?:\d{1,3}\.){3}\d{1,3})(?![\d.])")
FOUR_NUMBERS = re.compile(r"\d\.\d{1,3}\.\d{1,3}\.\d")
EXAMPLE_DOMAIN = re.compile(r"(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$")
EXAMPLE_NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        *("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/32"),
    )
]
SMALL_PLACEHOLDER = re.compile(r"(?<!:)<([a-z][a-z0-9_ ]*)>")


def dates_are_real(library):
    """A date is one of the calendar, and none of the future."""
    tomorrow = date.today() + timedelta(days=1)
    for document in library.documents:
        for keys, value in document.fields("reviewed", "checked"):
            try:
                day = date.fromisoformat(value)
            except ValueError:
                yield document.mistake(keys, f"there is no day {value}; correct the date")
                continue
            if day > tomorrow:
                yield document.mistake(keys, f"{value} is in the future; write the day of the look")


def spaces_are_ordinary(library):
    """Only what is quoted letter for letter has no-break spaces or joiners."""
    for document in library.documents:
        if not ODD_SPACE.search(document.text):
            continue
        for keys, value in document.texts_outside(LETTER_FOR_LETTER):
            for found in ODD_SPACE.finditer(value):
                yield document.mistake(
                    keys,
                    f"the character {found[0]!a} in '{shown(value[: found.start()])}'; "
                    "type an ordinary space in its place, or nothing",
                )
                break


def examples_are_made_up(library):
    """Mail addresses and IP addresses in our own words are those kept for examples."""
    for document in library.entries:
        if "@" not in document.told and not FOUR_NUMBERS.search(document.told):
            continue
        for keys, value in document.texts_outside(NOT_OUR_WORDS):
            if "@" in value:
                for found in MAIL_ADDRESS.finditer(value):
                    of_a_role = ROLE.fullmatch(found[0].lower().partition("@")[0])
                    if not of_a_role and not EXAMPLE_DOMAIN.search(found[1].lower()):
                        yield document.mistake(
                            keys,
                            f"the address '{shown(found[0])}' may be somebody's; "
                            "write one at example.com, example.net or example.org",
                        )
            for found in NUMBERS.finditer(value) if "ection" not in value else ():
                if not is_example_network(found[1]):
                    yield document.mistake(
                        keys,
                        f"the IP address '{found[1]}' may be somebody's; "
                        "write one of 192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24",
                    )


def is_example_network(written):
    """Whether an IP address is kept for examples, or private."""
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return True  # four numbers, but no address
    parts = [int(part) for part in written.split(".")]
    if all(0 < part <= 12 for part in parts) and len(set(parts)) > 1:
        return True  # the number of a section
    return any(address in network for network in EXAMPLE_NETWORKS)


def links_lead_to_public_hosts(library):
    """A link names a public host in plain letters, without user, password or prepared message."""
    for document in library.documents:
        for keys, value in document.fields("url", "help"):
            if fault := deceptive(value):
                yield document.mistake(keys, f"the link '{shown(ascii(value)[1:-1])}' {fault}")


def placeholders_are_in_capitals(library):
    """A placeholder is written in capital letters."""
    known = library.names("placeholders", "name")
    for document in library.responses.values():
        for text in texts(document):
            for name in SMALL_PLACEHOLDER.findall(text):
                written = name.upper().replace(" ", "_")
                if written in known:
                    yield document.mistake(
                        ("text",) if text == document.value["text"] else ("variants",),
                        f"'<{name}>' is not a placeholder; write <{written}>",
                    )


def sections_exist(library):
    """A section that is cited stands in its document, where the document's sections are known."""
    for document in library.documents:
        for keys, value in document.parts:
            if isinstance(value, dict) and value.get("document") in library.sections:
                yield from unknown_sections(library, document, keys, value)
        if document.value.get("document") in library.sections:
            yield from unknown_sections(library, document, (), document.value)


def unknown_sections(library, document, keys, value):
    """Yields a mistake for each section in a citation that its document has not."""
    known = library.sections[value["document"]]
    cited = [(("section",), value.get("section"))]
    cited += [(("sections", place), each) for place, each in enumerate(value.get("sections", ()))]
    for inside, section in cited:
        if section is not None and section.removeprefix("appendix ") not in known:
            first = section.split(".")[0]
            near = sorted(
                (each for each in known if each.split(".")[0] == first),
                key=lambda each: [int(part) if part.isdigit() else 0 for part in each.split(".")],
            )
            have = ", ".join(near) if len(near) <= 12 else f"{near[0]} to {near[-1]}"
            told = f"; it has {have}" if near else "; look at its table of contents"
            yield document.mistake(
                (*keys, *inside), f"{value['document']} has no section {section}{told}"
            )
