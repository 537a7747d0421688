"""The pages that list all texts of a code or a problem."""

from functools import partial

from generator.entries.problems import Problem
from generator.links.lists import FIRST
from generator.pages.view import FILTERED, GROUPED, Link, PageView, class_buttons, sources_of
from generator.pages.views_codes import background, documents_of, note
from generator.pages.words import capital, counted, mark


def text_lists(pieces):
    """Yields (address, function that gives the view, the responses that it lists) for the pages
    that list all texts of a code, by problem, or of a problem, by kind of provider; and for those
    of groups that go on elsewhere.
    """
    catalogue, senders = pieces.catalogue, pieces.links.senders
    for code in catalogue.codes.values():
        responses, branch = senders.responses_with(code), branch_of(pieces, code)
        if responses:
            address = pieces.links.addresses.list_of_texts(code)
            yield address, partial(texts_of_code, pieces, code, branch), responses
        yield from parts(pieces, code, code.heading, branch, responses)
    for problem in catalogue.problems.values():
        responses = senders.responses_meaning(problem)
        if responses:
            address = pieces.links.addresses.list_of_texts(problem)
            yield address, partial(texts_of_problem, pieces, problem), responses
        yield from parts(pieces, problem, problem.name, "problems/", responses)
    for provider in catalogue.providers.values():
        responses = senders.responses_from(provider)
        yield from parts(pieces, provider, provider.name, "providers/", responses)


def branch_of(pieces, code):
    """Where the navigation shows the texts of a code."""
    return "not-smtp-codes/" if code.is_folklore else pieces.catalogue.classes[code.digit].address


def texts_of_code(pieces, code, branch):
    """All texts of a code, by problem; the words of problems that no text means stand there too."""
    problems, sent = pieces.catalogue.problems, pieces.links.senders.texts_of(code)
    told = {one.problem: one for one in code.problems}
    silent = [problems[one] for one in told if one not in {problem.id for problem, _ in sent}]
    groups = [
        (problem.name, problem.id, them, told.get(problem.id))
        for problem, them in (*sent, *((problem, ()) for problem in silent))
    ]
    moved = background(pieces.links, code)
    documents = documents_of(pieces.links, code) if moved else ()
    notes = tuple(map(note, code.notes)) if moved else ()
    cited = (*documents, *notes)
    sources = sources_of(code.sources) if moved else None
    return text_list(pieces, code, code.heading, groups, "by problem", branch, cited, sources)


def texts_of_problem(pieces, problem):
    """All texts that mean a problem, by kind of provider."""
    kinds = dict(pieces.labels("provider_kind"))
    groups = [(kinds[kind], kind, them, None) for kind, them in pieces.links.lists.groups(problem)]
    return text_list(pieces, problem, problem.name, groups, "by kind of provider", "problems/")


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


def parts(pieces, entry, name, branch, responses):
    """The pages of the groups of an entry that go on elsewhere; `responses` are all that it has."""
    for group, them in pieces.links.lists.parts(entry).items():
        for part in them:
            view_of = partial(part_page, pieces, entry, name, branch, group, part)
            yield part.address, view_of, responses


def part_page(pieces, entry, name, branch, group, part):
    """One page of a group."""
    heading = heading_of(pieces, entry, group)
    page = f"page {part.number} of {part.count}"
    title = f"{name}: {heading}" + (f", {page}" if part.number > 1 else "")
    many = counted(len(part.responses), "text")
    rows = rows_of(pieces, part.responses)
    return PageView(
        template="texts.md",
        address=part.address,
        title=title,
        description=f"{many} that go with {name} and mean “{heading}”, {page}.",
        trail=((entry.address, name), (part.address, f"Texts: {heading}")),
        branch=branch,
        values={
            "groups": ((heading, group, rows, None, "", None),),
            "total": many,
            "filtered": True,
            "folded": False,
            "classes": class_buttons(one.digit for one in part.responses),
            "heading": title,
            "cited": (),
            "others": others(pieces.links.lists.parts(entry)[group]),
            "sources": None,
        },
    )


def heading_of(pieces, entry, group):
    """How a group is called: by its problem, of a problem itself by its kind of provider."""
    if isinstance(entry, Problem):
        return dict(pieces.labels("provider_kind"))[group]
    return pieces.catalogue.problems[group].name


def others(parts):
    """Links to the pages of a group; none where one page holds it."""
    if len(parts) < 2:
        return ()
    return tuple(Link(part.address, f"page {part.number}") for part in parts)
