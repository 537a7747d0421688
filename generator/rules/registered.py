"""Rules that hold codes to the facts of the registries; a rule's docstring is the rule."""

from generator.reading.registry import registered_facts
from generator.rules.codes import REGISTERED_ALONE


def reply_codes_have_their_registered_meanings(library):
    """Every row of the reply codes' table is a meaning of its code, as the document defines it."""
    for row in library.registered_replies:
        document = library.replies.get(row["code"])
        if document is None or document.value["kind"] == "folklore":
            continue
        text, where = row["registered_text"] or None, row["defined_in"].split(" (")[0]
        have = [
            (meaning.get("text"), meaning["document"], meaning["status"])
            for meaning in document.value.get("meanings", ())
        ]
        if (text, where, row["status"]) not in have:
            told = f"the text '{text}'" if text else "no registered text"
            yield document.mistake(
                ("meanings",),
                f"no meaning of status {row['status']} from {where} has {told}; "
                "write it as registered",
            )


def enhanced_codes_have_their_registered_facts(library):
    """Name, reply codes, classes and reference of an enhanced status code equal the registry's."""
    for code, row in library.registered_enhanced.items():
        document = library.enhanced.get(code)
        for field, wanted in registered_facts(row).items() if document else ():
            have = document.value.get(field)
            if have != wanted:
                yield document.mistake(
                    (field,),
                    f"'{field}' is {as_written(have)}, the registry has {as_written(wanted)}; "
                    "write it as registered",
                )


def the_status_is_the_registrys(library):
    """What is in the registry is not called unregistered, and nothing else is called registered."""
    for code, document in library.enhanced.items():
        registered = code in library.registered_enhanced
        if (
            library.registered_enhanced
            and (document.value["status"] == "unregistered") == registered
        ):
            told = (
                f"{code} is in the registry; write status: registered, and what it says there"
                if registered
                else f"{code} is not in the registry; write status: unregistered, and the 'owner' "
                f"in place of {', '.join(REGISTERED_ALONE)}"
            )
            yield document.mistake(("status",), told)


def as_written(value):
    """A value as people write it in a catalogue file."""
    if value is None:
        return "missing"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return f"'{value}'"
