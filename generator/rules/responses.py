"""Rules of sense for the responses of providers; a rule's docstring is the rule."""

import re

from generator.reading.library import fields, groups
from generator.reading.placeholders import PLACEHOLDER, placeholders, texts
from generator.reading.shape import closest, unknown


def placeholders_are_known_and_balanced(library):
    """What stands in angle brackets in a response is a listed placeholder, and brackets come in pairs."""
    known = library.names("placeholders", "name")
    for document in library.responses.values():
        for keys, text in fields(document, "text", "variants"):
            for position, part in enumerate(text if isinstance(text, list) else [text]):
                place = (*keys, position) if isinstance(text, list) else keys
                for name in placeholders(part):
                    if name not in known:
                        yield document.mistake(
                            place,
                            f"'<{name}>' is not a placeholder; the placeholders are {', '.join(sorted(known))}{closest(name, known)}",
                        )
                bare = re.sub("->|=>|<=|<-|>=", "", PLACEHOLDER.sub("", part))
                if bare.count("<") != bare.count(">"):
                    yield document.mistake(
                        place,
                        "an angle bracket without its partner; write <PLACEHOLDER>, or <<PLACEHOLDER>> inside literal brackets",
                    )


def responses_agree_with_their_codes(library):
    """No response stands under a code that its text or its other code contradicts."""
    for document in library.responses.values():
        entry = document.value
        reply, enhanced = entry.get("reply"), entry.get("enhanced")
        if reply and enhanced and reply[0] != enhanced[0] and "classes_differ" not in entry:
            yield document.mistake(
                ("enhanced",),
                f"{reply} and {enhanced} are of different classes; correct one, or say in 'classes_differ' why the source pairs them",
            )
        if "classes_differ" in entry and not (reply and enhanced and reply[0] != enhanced[0]):
            yield document.mistake(
                ("classes_differ",), "the classes do not differ; remove 'classes_differ'"
            )
        for text in texts(document):
            leading = re.match(r"([245][0-5][0-9])(?:[ -](?:[245]\.\d{1,3}\.\d{1,3} )?|$)", text)
            if leading:
                yield document.mistake(
                    ("text",),
                    f"the text begins with the code {leading[1]}; move it to 'reply' and 'enhanced'",
                )
            told = set(re.findall(r"(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)", text))
            if told and enhanced and enhanced not in told:
                yield document.mistake(
                    ("enhanced",),
                    f"the text says {', '.join(sorted(told))}, not {enhanced}; correct 'enhanced'",
                )
            if told and not enhanced:
                yield document.mistake(
                    ("enhanced",), f"the text says {', '.join(sorted(told))}; add it as 'enhanced'"
                )


def responses_are_told_apart(library):
    """No two responses of a provider have the same codes and text; the same text at another provider is marked."""
    for key, document in library.responses.items():
        for position, other in enumerate(document.value.get("same_text_as", ())):
            if other == key:
                yield document.mistake(
                    ("same_text_as", position), f"'{key}' is this response itself; remove it"
                )
            elif other not in library.responses:
                yield document.mistake(
                    ("same_text_as", position), unknown("response", other, library.responses)
                )
    twins = groups(
        {key: document.value.get("same_text_as", ()) for key, document in library.responses.items()}
    )
    seen = {}
    for key, document in library.responses.items():
        for words in sorted(
            {re.sub(r"[^\w<>]+", " ", text.lower()).strip() for text in texts(document)}
        ):
            for other in seen.get(words, ()):
                entry, twin = document.value, library.responses[other].value
                same_codes = all(
                    entry.get(field) == twin.get(field) for field in ("reply", "enhanced")
                )
                if other.split("/")[0] == key.split("/")[0]:
                    if same_codes:
                        yield document.mistake(
                            ("text",),
                            f"'{other}' has the same codes and text; merge the two entries",
                        )
                elif other not in twins[key]:
                    yield document.mistake(
                        ("text",), f"'{other}' has the same text; add 'same_text_as: [{other}]'"
                    )
                    break  # once they are linked, the others of its group are too
            seen.setdefault(words, []).append(key)


def response_ids_outlive_codes(library):
    """A response's id says what it is about, never which code it carries, because codes change and addresses do not."""
    for document in library.responses.values():
        if re.search(
            r"(?<![0-9])[245][0-5][0-9](?![0-9])|(?<![0-9])[245]-[0-9]{1,3}-[0-9]{1,3}(?![0-9])",
            document.name,
        ):
            yield document.mistake(
                ("id",),
                f"'{document.name}' contains a status code; name the file after what the response says",
            )
