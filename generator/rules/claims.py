"""Rules for what prose claims, about codes and about everything; a rule's docstring is the rule."""

import re

from generator.reading.answers import class_of
from generator.reading.library import concrete_codes
from generator.reading.mistakes import shown
from generator.rules.answers import provider_of, told_with_codes

SENDER = r"(?:mail |smtp |known )*(?:server|program|provider|service|software|sender)s?"
NOT_PROSE = frozenset(
    ("text", "variants", "example", "words", "phrases", "search", "url", "help", "forms")
)
SAID_OF_CITED = ("text", "for", "note", "explanation")
LAST_DRAFT = re.compile(r"\blast draft of (RFC \d+)\b")
READ_ITSELF = "was itself read; leave out that its last draft says so"
SENTENCE_END = re.compile(r"[.!?:][)”\"’]?$")
HYPHENATED = re.compile(r"(?<![\w/.:@-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/@-])")
RESPONSE = re.compile(r"(?<![\w/.:-])[a-z0-9-]+/[a-z0-9-]+(?![\w/-])")
ABSOLUTE = re.compile(
    rf"\bno {SENDER} (?:is known|are known"
    r"|(?:that )?(?:is |are )?(?:known to )?(?:ever )?(?:sends?|sent)\b)"
    rf"|\bthe (?:one|only) {SENDER} (?:found|known|that|to)\b"
    r"|\b(?:nobody|no one|nothing) (?:ever )?sends\b"
    r"|(?<=[.:;,] )only (?:[A-Z][\w.]*[ ,and]*){1,3}sends?\b"
    r"|\bis never sent by\b|\b(?:always|never) comes from\b",
    re.IGNORECASE,
)

NUMBERS = ("no", "one", "two", "three", "four", "five")
COUNTED = re.compile(
    rf"\b(?:stands for|means|covers|has) ({'|'.join(NUMBERS)}) (?:\w+ )?"
    r"(?:thing|case|meaning|use)s?\b",
    re.IGNORECASE,
)
OF_A_DOCUMENT = re.compile(r"\b(?:RFCs?|standard|defined)\b")

NOT_REPEATED = re.compile(
    r"\b(?:no server|nobody|nothing) (?:ever )?(?:tries|is tried) again\b", re.I
)


def known_senders_are_complete(library):
    """A code that names the senders known to use it names all that the responses tell of."""
    senders = {}
    for key, document in library.responses.items():
        for code in {document.value.get("reply"), document.value.get("enhanced")} - {None}:
            senders.setdefault(code, {}).setdefault(provider_of(document), key)
    for block, codes in blocks_with_codes(library):
        if "known_senders" in block.value:
            named = set(block.value["known_senders"])
            told = {name: key for code in codes for name, key in senders.get(code, {}).items()}
            for name in sorted(told.keys() - named):
                yield block.mistake(
                    ("known_senders",),
                    f"the response '{told[name]}' carries {block.code}; "
                    f"add '{name}', and correct what the page says of senders",
                )


def blocks_with_codes(library):
    """Yields (block, codes) for every code that gets a page: itself, or all codes of its range."""
    for block in library.code_blocks():
        if block.keys:
            every = concrete_codes(block.document.value)
            yield block, [code for code in every if code[0] == block.digit]
        else:
            yield block, [block.code]


def absolute_claims_are_compared(library):
    """Prose says that nobody, or nobody else, sends a code, or from where it always or never comes,
    only where `known_senders` says who sends it, which is compared with the responses.
    """
    for document in (*library.replies.values(), *library.enhanced.values()):
        blocks = document.value.get("classes", {})
        for keys, value in document.texts_outside():
            block = blocks.get(keys[1], {}) if keys[:1] == ("classes",) else document.value
            found = ABSOLUTE.search(" ".join(value.split()))
            if found and "known_senders" not in block:
                yield document.mistake(
                    keys,
                    f"'{found[0]}' claims more than anybody can know; add 'known_senders', "
                    "or say what is documented",
                )


def counted_meanings_are_all(library):
    """A page counts what its code means only if two or more senders mean no more problems by it; or
    the sentence says that a document counts so.
    """
    told = told_with_codes(library)
    for block in library.code_blocks():
        meant = sorted(
            slug for slug, given in told[block.code].items() if len({one for one, _ in given}) > 1
        )
        for keys in (("summary",), ("answers", "what"), ("meaning",)):
            for sentence in sentences(block.value, keys):
                found = not OF_A_DOCUMENT.search(sentence) and COUNTED.search(sentence)
                if found and NUMBERS.index(found[1].lower()) < len(meant):
                    yield block.mistake(
                        keys,
                        f"'{found[0]}', but two or more senders mean {', '.join(meant)} by "
                        f"{block.code}; say what is usual, or which document counts so",
                    )


def sentences(value, keys):
    """The sentences of the text that stands in a mapping under some keys, if one does."""
    for key in keys:
        value = value.get(key, {})
    return re.split(r"(?<=[.!?]) ", " ".join(value.split())) if value else []


def only_what_no_text_does_is_denied(library):
    """A problem says that nothing is tried again only where none of its responses is answered with
    4xx: RFC 5321 has the sending server repeat those.
    """
    repeated = {}
    for key, document in library.responses.items():
        if class_of(document.value) == "4":
            repeated.setdefault(document.value["problem"], key)
    for slug, document in library.problems.items():
        for keys, value in document.texts_outside(NOT_PROSE) if slug in repeated else ():
            if found := NOT_REPEATED.search(" ".join(value.split())):
                yield document.mistake(
                    keys,
                    f"'{found[0]}', but the response '{repeated[slug]}' is answered with 4xx; "
                    "say what is usual, or give that response another problem",
                )


def paragraphs_are_whole(library):
    """Every paragraph of prose ends as a sentence does: a line that ends elsewhere is shown as two
    broken ones.
    """
    for document, keys, value in prose(library):
        for line in value.strip().split("\n") if "\n" in value else ():
            if line.strip() and not SENTENCE_END.search(line.strip()):
                yield document.mistake(
                    keys,
                    f"the paragraph ends within a sentence, '…{shown(line.strip()[-30:])}'; "
                    "join the two lines",
                )
                break


def prose_has_no_ids(library):
    """Prose names a problem or a response by its name, not by its id."""
    for document, keys, value in prose(library):
        if " " not in value or ("-" not in value and "/" not in value):
            continue
        for found in (*HYPHENATED.findall(value), *RESPONSE.findall(value)):
            if found in library.problems or found in library.responses_named:
                folder = "responses" if "/" in found else "problems"
                told = f"write the name, which stands in catalog/{folder}/{found}.yml"
                yield document.mistake(keys, f"'{found}' is an id; {told}")


def drafts_are_called_drafts(library):
    """What rests on a document of which only the last draft was read says so: the word draft stands
    with each citation, and in each paragraph that names the document. Of no other document a last
    draft is quoted.
    """
    cited = library.vocabularies.get("rfcs")
    drafts = {
        item["id"]: item["read_as"]
        for item in (cited.value["rfcs"] if cited else ())
        if "read_as" in item
    }
    for document in library.documents:
        told = document.told
        if not any(word in told for word in ("draft", *drafts)):
            continue
        yield from miscalled_citations(document, drafts)
        if document is not cited:
            yield from undrafted_paragraphs(document, drafts)
        for keys, value in document.texts_outside():
            for named in LAST_DRAFT.findall(value):
                if named not in drafts:
                    yield document.mistake(keys, f"{named} {READ_ITSELF}")


def miscalled_citations(document, drafts):
    """Yields a mistake for each citation that is silent about a draft or speaks of one that was
    not used.
    """
    for keys, citation in document.parts:
        named = citation.get("document") if isinstance(citation, dict) else None
        if named:
            said = " ".join(citation.get(key, "") for key in SAID_OF_CITED)
            if named in drafts and "draft" not in said:
                yield document.mistake((*keys, "document"), not_called(named, drafts))
            elif "last draft" in said and named not in drafts and not any(map(said.count, drafts)):
                yield document.mistake((*keys, "document"), f"{named} {READ_ITSELF}")


def undrafted_paragraphs(document, drafts):
    """Yields a mistake for each text with a paragraph that names a draft without the word."""
    for keys, value in document.texts_outside(NOT_PROSE):
        if value not in drafts and any(name in value for name in drafts):
            paragraphs = [part for part in value.split("\n") if "draft" not in part]
            if named := next((name for name in drafts if name in " ".join(paragraphs)), None):
                yield document.mistake(keys, not_called(named, drafts))


def not_called(named, drafts):
    """The message for a draft that is not called one."""
    told = "write beside it that its last draft says so"
    return f"of {named} only a draft was read, {drafts[named]}; {told}"


def prose(library):
    """Yields (document, keys, value) for every value that is in our own words."""
    for document in library.documents:
        for keys, value in document.texts_outside(NOT_PROSE):
            yield document, keys, value
