"""Rules of sense for the responses of providers; a rule's docstring is the rule."""

import itertools
import re

from generator.reading.library import groups
from generator.reading.placeholders import PLACEHOLDER, placeholders, texts
from generator.reading.shape import closest, unknown

ENHANCED = re.compile(r"(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")
LEADING_CODES = re.compile(r"([245][0-5][0-9])(?:[ -](?:[245]\.\d{1,3}\.\d{1,3} )?|$)")
NUMBERED = re.compile(r"\b(second|third) words\b")
STATUS_CODE = re.compile(
    r"(?<![0-9])[245][0-5][0-9](?![0-9])|(?<![0-9])[245]-[0-9]{1,3}-[0-9]{1,3}(?![0-9])"
)


def all_texts(library):
    """Yields (document, keys, text) for the text and the variants of every response."""
    for document in library.responses.values():
        yield document, ("text",), document.value["text"]
        for position, variant in enumerate(document.value.get("variants", ())):
            yield document, ("variants", position), variant


def placeholders_are_known(library):
    """What stands in angle brackets in a response's text is a listed placeholder."""
    known = library.names("placeholders", "name")
    for document, keys, text in all_texts(library):
        for name in placeholders(text):
            if name not in known:
                yield document.mistake(
                    keys,
                    f"'<{name}>' is not a placeholder; the placeholders are "
                    f"{', '.join(sorted(known))}{closest(name, known)}",
                )


def angle_brackets_come_in_pairs(library):
    """Apart from arrows and placeholders, angle brackets in a response's text come in pairs."""
    for document, keys, text in all_texts(library):
        bare = re.sub("->|=>|<=|<-|>=", "", PLACEHOLDER.sub("", text))
        if bare.count("<") != bare.count(">"):
            yield document.mistake(
                keys,
                "an angle bracket without its partner; write <PLACEHOLDER>, "
                "or <<PLACEHOLDER>> inside literal brackets",
            )


def codes_are_of_one_class(library):
    """A response's two codes are of one class, or the entry says why the source pairs them."""
    for document in library.responses.values():
        if classes_differ(document.value) and "classes_differ" not in document.value:
            reply, enhanced = document.value["reply"], document.value["enhanced"]
            yield document.mistake(
                ("enhanced",),
                f"{reply} and {enhanced} are of different classes; correct one, "
                "or say in 'classes_differ' why the source pairs them",
            )


def differing_classes_differ(library):
    """Only a response whose two codes are of different classes says why."""
    for document in library.responses.values():
        if "classes_differ" in document.value and not classes_differ(document.value):
            yield document.mistake(
                ("classes_differ",), "the classes do not differ; remove 'classes_differ'"
            )


def classes_differ(entry):
    """Whether a response has two codes of different classes."""
    return "reply" in entry and "enhanced" in entry and entry["reply"][0] != entry["enhanced"][0]


def texts_begin_after_their_codes(library):
    """A response's text begins after the codes, which have fields of their own."""
    for document, keys, text in all_texts(library):
        if leading := LEADING_CODES.match(text):
            yield document.mistake(
                keys,
                f"the text begins with the code {leading[1]}; move it to 'reply' and 'enhanced'",
            )


def codes_in_texts_are_the_entrys(library):
    """An enhanced status code inside a response's text is the entry's own."""
    for document, _, text in all_texts(library):
        told, enhanced = set(ENHANCED.findall(text)), document.value.get("enhanced")
        if told and enhanced is None:
            yield document.mistake(
                ("enhanced",), f"the text says {', '.join(sorted(told))}; add it as 'enhanced'"
            )
        elif told and enhanced not in told:
            yield document.mistake(
                ("enhanced",),
                f"the text says {', '.join(sorted(told))}, not {enhanced}; correct 'enhanced'",
            )


def codes_in_texts_have_pages(library):
    """Every enhanced status code inside a response's text has a page, so that a reader who looks
    for it finds it; the codes in its fields have pages too.
    """
    for document, keys, text in all_texts(library):
        for code in ENHANCED.findall(text):
            if code not in library.concrete_codes:
                yield document.mistake(
                    keys,
                    f"{code} has no page; write catalog/enhanced/X{code[1:]}.yml, "
                    f"or add class {code[0]} there",
                )


def sources_of_texts_have_addresses(library):
    """Every response has the address of its source, or says why none can be given."""
    for document in library.responses.values():
        given = document.value["source"].keys() & {"url", "unsourced"}
        if not given:
            yield document.mistake(
                ("source",),
                "the source has no address; add 'url', or say in 'unsourced' why there is none",
            )
        elif len(given) == 2:
            yield document.mistake(
                ("source", "unsourced"), "the source has an address; remove 'unsourced'"
            )


def few_texts_are_unsourced(library):
    """No more than one response in a hundred has a source without an address."""
    unsourced = [
        document
        for document in library.responses.values()
        if "unsourced" in document.value["source"]
    ]
    if 100 * len(unsourced) > len(library.responses):
        new = [one for one in unsourced if library.address_of(one) not in library.published]
        yield (new or unsourced)[0].mistake(
            ("source", "unsourced"),
            f"{len(unsourced)} of {len(library.responses)} responses are unsourced, more than one "
            "in a hundred; find the address of a source, or remove a response",
        )


def same_texts_lead_to_others(library):
    """What a response names as having the same text is another response."""
    for key, document in library.responses.items():
        for position, other in enumerate(document.value.get("same_text_as", ())):
            if other == key:
                yield document.mistake(
                    ("same_text_as", position), f"'{key}' is this response itself; remove it"
                )
            elif other not in library.responses and not library.published_as("response", other):
                yield document.mistake(
                    ("same_text_as", position), unknown("response", other, library.responses)
                )


def same_texts_have_the_same_words(library):
    """A response that is marked as the same text as another has its words: a wording of one stands
    within a wording of the other.
    """
    for document in library.responses.values():
        for position, other in enumerate(document.value.get("same_text_as", ())):
            twin = library.responses.get(other, document)
            pairs = itertools.product(fixed_words(document), fixed_words(twin))
            if not any(here in there or there in here for here, there in pairs):
                yield document.mistake(
                    ("same_text_as", position),
                    f"'{other}' has other words; remove it, or correct one of the two texts",
                )


def fixed_words(document):
    """The wordings without what varies, which other rules look at."""
    return {re.sub(r"<+\w*>*", "<>", wording) for wording in wordings(document)}


def wordings(document):
    """The wordings of a response's document in small letters, without punctuation, as a set."""
    return {re.sub(r"[^\w<>]+", " ", text.lower()).strip() for text in texts(document)}


def responses_are_told_apart(library):
    """No two responses of a provider have the same codes and text."""
    for key, other, document, twin in same_texts(library):
        same_codes = all(
            document.value.get(field) == twin.get(field) for field in ("reply", "enhanced")
        )
        if key.split("/")[0] == other.split("/")[0] and same_codes:
            yield document.mistake(
                ("text",), f"'{other}' has the same codes and text; merge the two entries"
            )


def numbered_words_are_there(library):
    """A meaning that tells of the second or third words stands beside as many: the text counts
    as the first, and the variants follow.
    """
    for document in library.responses.values():
        count = 1 + len(document.value.get("variants", ()))
        for told in NUMBERED.findall(document.value["meaning"]):
            if count < {"second": 2, "third": 3}[told]:
                yield document.mistake(
                    ("meaning",),
                    f"it tells of the {told} words, and there are {count}; "
                    "add them to 'variants', or take the sentence out",
                )


def same_texts_are_marked(library):
    """The same text at another provider is marked, in one of the two entries."""
    linked = groups(
        {key: document.value.get("same_text_as", ()) for key, document in library.responses.items()}
    )
    told = set()
    for key, other, document, _ in same_texts(library):
        if (
            key.split("/")[0] != other.split("/")[0]
            and other not in linked[key]
            and key not in told
        ):
            told.add(key)  # once they are linked, the others of its group are too
            yield document.mistake(
                ("text",), f"'{other}' has the same text; add 'same_text_as: [{other}]'"
            )


def same_texts(library):
    """Yields (key, earlier key, document, earlier entry) for every two responses that share a
    wording.
    """
    seen = {}
    for key, document in library.responses.items():
        for words in sorted(wordings(document)):
            for other in seen.get(words, ()):
                twin = library.responses[other]
                if is_older(library, document, twin):
                    yield other, key, twin, document.value  # the untouched file is not to blame
                else:
                    yield key, other, document, twin.value
            seen.setdefault(words, []).append(key)


def is_older(library, document, twin):
    """Whether the first of two entries was published and the second was not."""
    addresses = library.address_of(document), library.address_of(twin)
    return addresses[0] in library.published and addresses[1] not in library.published


def response_ids_outlive_codes(library):
    """A response's id says what it is about, not which code it carries: codes change, addresses do
    not.
    """
    for document in library.responses.values():
        if STATUS_CODE.search(document.name):
            yield document.mistake(
                ("id",),
                f"'{document.name}' contains a status code; "
                "name the file after what the response says",
            )


def entries_keep_their_meaning(before, after):
    """A response does not take over what another one said before: people linked to the words that
    they saw.
    """
    said = {one.path: one.value["text"] for one in before if "text" in one.value}
    where = {text: path for path, text in said.items()}
    for document in after:
        text = document.value.get("text")
        other = where.get(text)
        if said.get(document.path) not in (None, text) and other not in (None, document.path):
            yield document.mistake(
                ("text",), f"this is what {other} said; an address keeps its meaning: put each back"
            )
