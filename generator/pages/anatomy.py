"""An enhanced status code taken apart, and what holds for its family."""

from dataclasses import dataclass

from generator.entries.sources import section_address, section_label
from generator.pages.markup import paragraphs
from generator.pages.view import Chip, Link


@dataclass(frozen=True, kw_only=True)
class Anatomy:
    """An enhanced status code taken apart."""

    parts: tuple[tuple[str, str, Link], ...]
    lead: str
    members: tuple[tuple[Chip, str], ...]
    registration: tuple[str, ...]
    document: tuple[str, str] | None


def anatomy(pieces, code):
    """An enhanced status code in its three parts, with its registration."""
    catalogue, family = pieces.catalogue, code.family
    subject, reply_class = catalogue.subjects[family.subject], catalogue.classes[code.digit]
    place = f"{subject.address}#{family.anchor}"
    last = f" to {family.last.split('.')[2]}" if family.last else ""
    members = pieces.links.sequence.classes_of(family)
    several = len(members) > 1
    only = " its registration allows no other." if family.registered_classes == code.digit else ""
    return Anatomy(
        parts=(
            (code.digit, "Class", Link(reply_class.address, reply_class.enhanced)),
            (family.subject, "Subject", Link(subject.address, subject.name)),
            (family.detail + last, "Detail", Link(place, family.name)),
        ),
        lead=f"{family.code} in each class:" if several
        else f"This is the only class of {family.code} with a page{':' + only if only else '.'}",
        members=tuple((pieces.chip(one, code), one.summary) for one in members) if several else (),
        registration=registration(family),
        document=(section_address(family.document, family.section),
                  section_label(family.document, family.section)) if family.document else None,
    )  # fmt: skip


def registration(family):
    """As what a family is registered; () for an unregistered one."""
    if family.status == "unregistered":
        return ()
    replies = ", ".join(family.reply_codes) or "not given"
    return (f"Registered as {family.code}; classes allowed: {family.registered_classes}; "
            f"associated reply codes: {replies}.",)  # fmt: skip


def general(code):
    """What holds for the family in every class, and for this class in practice."""
    first, *rest = paragraphs(code.family.meaning)
    told = [(f"{code.family.code} in general.", first), *(("", text) for text in rest)]
    if code.basis_note:
        told.append((f"Class {code.digit} in practice.", code.basis_note))
    return tuple(told)
