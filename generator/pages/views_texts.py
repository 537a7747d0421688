"""The pages that list all texts of a code or a problem."""

from generator.links.grouping import grouped
from generator.pages.view import FILTERED, GROUPED, PageView, class_buttons
from generator.pages.views_codes import background, documents_of, note
from generator.pages.words import capital, counted, mark


def text_lists(pieces):
    """The pages that list all texts of a code, by problem, or of a problem, by kind of provider."""
    catalogue, senders = pieces.catalogue, pieces.links.senders
    for code in catalogue.codes.values():
        sent = senders.texts_of(code)
        if sent:
            told = {one.problem: one for one in code.problems}
            silent = [catalogue.problems[one] for one in told if one not in {p.id for p, _ in sent}]
            groups = [
                (problem.name, problem.id, them, told.get(problem.id))
                for problem, them in (*sent, *((problem, ()) for problem in silent))
            ]
            moved = background(pieces.links, code)
            documents = documents_of(pieces.links, code) if moved else ()
            notes = tuple(map(note, code.notes)) if moved else ()
            cited = (*documents, *notes)
            yield text_list(
                pieces,
                code,
                code.heading,
                groups,
                "by problem",
                "not-smtp-codes/" if code.is_folklore else catalogue.classes[code.digit].address,
                cited,
                code.sources if moved else (),
            )
    for problem in catalogue.problems.values():
        by_kind = grouped(
            senders.responses_meaning(problem), lambda one: catalogue.providers[one.provider].kind
        )
        groups = [
            (label, kind, by_kind[kind], None)
            for kind, label in pieces.labels("provider_kind")
            if kind in by_kind
        ]
        if groups:
            yield text_list(
                pieces, problem, problem.name, groups, "by kind of provider", "problems/"
            )


def text_list(pieces, entry, name, groups, order, branch, cited=(), sources=()):
    """A page of texts in groups."""
    address = pieces.links.addresses.list_of_texts(entry)
    total = sum(len(group[2]) for group in groups)
    rows = tuple(
        (
            heading,
            anchor,
            tuple((pieces.catalogue.providers[one.provider], one, mark(one)) for one in them),
            told,
            counted(len(them), "text"),
        )
        for heading, anchor, them, told in groups
    )
    return PageView(
        template="texts.md",
        address=address,
        title=f"{name}: all texts",
        description=capital(f"every text that goes with {name}, {order}."),
        trail=((entry.address, name), (address, "Texts")),
        branch=branch,
        values={"groups": rows, "total": counted(total, "text"), "filtered": total > FILTERED,
                "classes": class_buttons(one.digit for group in groups for one in group[2]),
                "folded": total > GROUPED,
                "heading": f"{name}: all texts", "cited": cited,
            "sources": sources},
    )  # fmt: skip
