"""The pages of subjects: the numbers of enhanced codes, with what each class of them means."""

from generator.pages.view import ALL_SHOWN, class_buttons, index, sources_of
from generator.pages.words import counted


def subjects(pieces):
    """The list of enhanced subjects, and each of them."""
    yield index(
        "subjects.md", "subjects/", "Subjects of enhanced status codes",
        "The middle number of an enhanced status code says what it is about.",
        subjects=tuple(pieces.catalogue.subjects.values()),
    )  # fmt: skip
    sequence = pieces.links.sequence
    for subject in pieces.catalogue.subjects.values():
        families = sequence.families_of(subject)
        common = [one for one in families if not one.owner]
        owned = [one for one in families if one.owner]
        folded = len(families) > ALL_SHOWN
        groups = (
            ("Numbers for all", "for-all", common, False),
            ("Numbers of single providers", "of-providers", owned, folded),
        )
        name = f"X.{subject.subject}"
        yield index(
            "subject.md", subject.address, f"{name} {subject.name}", subject.summary, "subjects/",
            (("subjects/", "Subjects"), (subject.address, name)),
            subject=subject,
            sources=sources_of(subject.sources),
            groups=tuple(
                (heading, anchor, tuple(family_row(pieces, one) for one in them), fold,
                 counted(len(them), "number"))
                for heading, anchor, them, fold in groups if them
            ),
            total=counted(len(families), "number"),
            classes=class_buttons(digit for one in families for digit in digits_of(pieces, one)),
        )  # fmt: skip


def digits_of(pieces, family):
    """The classes of a family's codes."""
    return [code.digit for code in pieces.links.sequence.classes_of(family)]


def family_row(pieces, family):
    """A family with its name, status and owner, and its codes with what they mean."""
    return (
        family,
        f"{family.code}{f' to {family.last}' if family.last else ''} {family.name}",
        "" if family.status == "registered" else pieces.label("enhanced_status", family.status),
        pieces.catalogue.providers[family.owner] if family.owner else None,
        tuple(
            (pieces.chip(code), code.summary) for code in pieces.links.sequence.classes_of(family)
        ),
    )
