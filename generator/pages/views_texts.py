"""The pages that list all texts of a code or a problem."""

from generator.links.lists import FIRST
from generator.pages.view import FILTERED, GROUPED, Link, PageView, class_buttons, sources_of
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
            branch = (
                "not-smtp-codes/" if code.is_folklore else catalogue.classes[code.digit].address
            )
            yield text_list(
                pieces,
                code,
                code.heading,
                groups,
                "by problem",
                branch,
                cited,
                sources_of(code.sources) if moved else None,
            )
            yield from parts(pieces, code, code.heading, [group[:2] for group in groups], branch)
    kinds = dict(pieces.labels("provider_kind"))
    for problem in catalogue.problems.values():
        sent = pieces.links.lists.groups(problem)
        groups = [(kinds[kind], kind, them, None) for kind, them in sent]
        if groups:
            yield text_list(
                pieces, problem, problem.name, groups, "by kind of provider", "problems/"
            )
            named = [group[:2] for group in groups]
            yield from parts(pieces, problem, problem.name, named, "problems/")
    for provider in catalogue.providers.values():
        sent = pieces.links.lists.groups(provider)
        named = [(catalogue.problems[problem].name, problem) for problem, _ in sent]
        yield from parts(pieces, provider, provider.name, named, "providers/")


def text_list(pieces, entry, name, groups, order, branch, cited=(), sources=None):
    """A page of texts in groups; of a long list every group has its first texts."""
    address = pieces.links.addresses.list_of_texts(entry)
    elsewhere = pieces.links.lists.parts(entry)
    total = sum(len(group[2]) for group in groups)
    rows = []
    for heading, anchor, them, told in groups:
        count = counted(len(them), "text")
        whole = whole_group(elsewhere.get(anchor), count)
        shown = them[:FIRST] if whole else them
        rows.append((heading, anchor, rows_of(pieces, shown), told, count, whole))
    return PageView(
        template="texts.md",
        address=address,
        title=f"{name}: all texts",
        description=capital(f"every text that goes with {name}, {order}."),
        trail=((entry.address, name), (address, "Texts")),
        branch=branch,
        values={
            "groups": tuple(rows),
            "total": counted(total, "text"),
            "filtered": total > FILTERED and not elsewhere,
            "folded": total > GROUPED and not elsewhere,
            "classes": class_buttons(one.digit for group in groups for one in group[2]),
            "heading": f"{name}: all texts",
            "cited": cited,
            "others": (),
            "sources": sources,
        },
    )  # fmt: skip


def whole_group(parts, count):
    """Where a group goes on that has `count` texts, or None."""
    return Link(parts[0].address, f"All {count}") if parts else None


def rows_of(pieces, responses):
    """The rows of a list."""
    return tuple((pieces.catalogue.providers[one.provider], one, mark(one)) for one in responses)


def parts(pieces, entry, name, groups, branch):
    """The pages of the groups that go on elsewhere; `groups` are (heading, id) pairs."""
    elsewhere = pieces.links.lists.parts(entry)
    for heading, group in groups:
        for part in elsewhere.get(group, ()):
            rows = rows_of(pieces, part.responses)
            values = {
                "groups": ((heading, group, rows, None, "", None),),
                "others": others(elsewhere[group]),
            }
            yield part_page(entry, name, heading, part, branch, values)


def part_page(entry, name, heading, part, branch, values):
    """One page of a group; `values` are what it lists."""
    page = f"page {part.number} of {part.count}"
    title = f"{name}: {heading}" + (f", {page}" if part.number > 1 else "")
    many = counted(len(part.responses), "text")
    return PageView(
        template="texts.md",
        address=part.address,
        title=title,
        description=f"{many} that go with {name} and mean “{heading}”, {page}.",
        trail=((entry.address, name), (part.address, f"Texts: {heading}")),
        branch=branch,
        values={
            "heading": title,
            "total": many,
            "filtered": True,
            "folded": False,
            "classes": class_buttons(one.digit for one in part.responses),
            "cited": (),
            "sources": None,
            **values,
        },
    )


def others(parts):
    """Links to the pages of a group; none where one page holds it."""
    if len(parts) < 2:
        return ()
    return tuple(Link(part.address, f"page {part.number}") for part in parts)
