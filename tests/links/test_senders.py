"""Who sends what, and what a code can stand for."""

from generator.entries.codes import sort_key
from generator.pages.causes import causes_of
from generator.pages.pieces import Pieces


def test_causes_are_listed_ones_then_those_of_responses(tiny):
    """550 lists two problems; that it also bars and greylists is known from responses."""
    causes = tiny.senders.causes(tiny.catalogue.replies["550"])
    assert [(problem.id, bool(reference)) for problem, reference in causes] == [
        ("user-unknown", True),
        ("mailbox-full", True),
        ("greylisted", False),
        ("barred", False),
    ]


def test_what_a_response_means_is_among_the_causes_on_its_codes_pages(real):
    """No page of a code contradicts a response of the catalogue, however late it was added."""
    pieces = Pieces(real)
    shown = {}
    for code in real.catalogue.codes.values():
        causes = causes_of(pieces, code)
        both = (*causes.shown, *causes.folded) if causes else ()
        shown[code.code] = {cause.problem.id for cause in both}
    for response in real.catalogue.responses.values():
        for code in response.codes:
            assert response.problem in shown[real.catalogue.code(code).code], response.key


def test_dialects_are_what_is_sent_today_letter_for_letter(real):
    """What a provider only describes, or no longer sends, is not told as its use of a code."""
    told = [one for dialect in real.senders.dialects for one in dialect.responses]
    assert len(told) > 100
    assert not [one.key for one in told if one.ended or one.wording]


def test_texts_stand_by_code_or_by_provider(real):
    """A provider's by code and name, those without one last; a problem's by provider and name."""
    catalogue, senders = real.catalogue, real.senders
    for provider in catalogue.providers.values():
        told = [
            (
                (one.reply is None, one.reply or ""),
                (one.enhanced is None, sort_key(one.enhanced or "")),
                one.name,
            )
            for one in senders.responses_from(provider)
        ]
        assert told == sorted(told), provider.id
    for problem in catalogue.problems.values():
        told = [
            (catalogue.providers[one.provider].name.lower(), one.name)
            for one in senders.responses_meaning(problem)
        ]
        assert told == sorted(told), problem.id
