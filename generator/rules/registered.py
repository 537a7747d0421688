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
        if told := wrong_status(library, code, document.value["status"]):
            yield document.mistake(("status",), told)


def wrong_status(library, code, status):
    """What is wrong with the status of an enhanced status code, or None."""
    is_registered = code in library.registered_enhanced
    if not library.registered_enhanced or (status != "unregistered") == is_registered:
        return None
    if is_registered:
        return f"{code} is in the registry; write status: registered, and what it says there"
    return (
        f"{code} is not in the registry; write status: unregistered, and the 'owner' "
        f"in place of {', '.join(REGISTERED_ALONE)}"
    )


def as_written(value):
    """A value as people write it in a catalogue file."""
    if value is None:
        return "missing"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return f"'{value}'"
