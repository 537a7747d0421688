"""Rules for what prose claims, about codes and about everything; a rule's docstring is the rule."""

import re

from generator.reading.library import concrete_codes

SENDER = r"(?:mail |smtp |known )*(?:server|program|provider|service|software|sender)s?"
ABSOLUTE = re.compile(
    rf"\bno {SENDER} (?:is known|are known|(?:that )?(?:is |are )?(?:known to )?(?:ever )?(?:sends?|sent)\b)"
    rf"|\bthe (?:one|only) {SENDER} (?:found|known|that|to)\b"
    r"|\b(?:nobody|no one|nothing) (?:ever )?sends\b"
    r"|(?<=[.:;,] )only (?:[A-Z][\w.]*[ ,and]*){1,3}sends?\b"
    r"|\bis never sent by\b",
    re.IGNORECASE,
)


def known_senders_are_complete(library):
    """A code that names the senders known to use it names all that the responses tell of."""
    senders = {}
    for key, document in library.responses.items():
        for code in {document.value.get("reply"), document.value.get("enhanced")} - {None}:
            senders.setdefault(code, {}).setdefault(key.split("/")[0], key)
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
    """Prose says that nobody, or nobody else, sends a code only where `known_senders` says it too,
    which is compared with the responses.
    """
    for document in (*library.replies.values(), *library.enhanced.values()):
        blocks = document.value.get("classes", {})
        for keys, value in document.parts:
            if not isinstance(value, str):
                continue
            block = blocks.get(keys[1], {}) if keys[:1] == ("classes",) else document.value
            found = ABSOLUTE.search(" ".join(value.split()))
            if found and "known_senders" not in block:
                yield document.mistake(
                    keys,
                    f"'{found[0]}' claims more than anybody can know; add 'known_senders', "
                    "or say what is documented",
                )
