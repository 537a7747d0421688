"""The problems that a code can stand for: how many are shown, in which order, with which claims."""

from generator.pages.view import Cause, Causes, Link
from generator.pages.words import counted, first_sentence, share

SHOWN_CAUSES = 6
SHOWN_WORDS = 2  # of a cause on the code's page; all stand with its texts


def causes_of(pieces, code):
    """The problems that the entry lists and those that its responses tell of, in one list."""
    found = pieces.links.senders.causes(code)
    if not found:
        return None
    counts = pieces.links.senders.counts_of_texts(code)
    evidence = [reference.evidence for reference in code.problems if reference.evidence]
    most = max((one.count for one in evidence), default=0)
    causes = [
        cause(pieces, code, reference, most, counts)
        if reference
        else Cause(problem=problem, texts=texts(pieces, code, problem.id, counts))
        for problem, reference in found
    ]
    address = pieces.links.addresses.list_of_texts(code)
    shown, folded = tuple(causes[:SHOWN_CAUSES]), tuple(causes[SHOWN_CAUSES:])
    return Causes(
        lead=lead_of(code, causes, evidence),
        counted=bool(evidence),
        shown=shown,
        folded=folded,
        more=counted(len(folded), "more cause"),
        whole=Link(address, "The words that tell each of them") if address else None,
    )


def lead_of(code, causes, evidence):
    """What stands above the causes: where their shares come from, or that they are in no order."""
    if len(causes) == 1:
        return ""
    told = f"The words after {code.heading} tell which of {len(causes)} it is."
    if evidence:
        return f"{told} Shares of {counted(evidence[0].of, 'bounce')}"
    return f"{told} In no particular order."


def cause(pieces, code, reference, most, counts):
    """One problem that the entry lists."""
    problem = pieces.catalogue.problems[reference.problem]
    evidence = reference.evidence
    steps = next(iter(pieces.links.advice.remedy_of(problem).values()))
    return Cause(
        problem=problem,
        words=reference.words if not counts else reference.words[:SHOWN_WORDS],
        note=reference.note,
        share=share(evidence) if evidence else None,
        width=max(1, round(100 * evidence.count / most)) if evidence else 0,
        first=first_sentence(steps[0]),
        texts=texts(pieces, code, problem.id, counts),
    )


def texts(pieces, code, problem, counts):
    """Where the texts that come with a code and mean a problem stand, or None; the words that tell
    the problem stand there too.
    """
    if not counts:
        return None
    address = pieces.links.addresses.list_of_texts(code)
    number = counts.get(problem)
    return Link(f"{address}#{problem}", counted(number, "text") if number else "its words")


def steps_for(pieces, code):
    """The problem whose steps are shown, where the code has no steps but several problems."""
    if code.remedy or len(code.problems) < 2:
        return None
    return pieces.catalogue.problems[code.problems[0].problem]
