"""Who sends what, and what a code can stand for."""

from generator.pages.causes import causes_of
from generator.pages.pieces import Pieces


def test_causes_are_listed_ones_then_those_of_responses(tiny):
    """550 lists two problems; that Example Mail greylists with it is known from its response."""
    causes = tiny.senders.causes(tiny.catalogue.replies["550"])
    assert [(problem.id, bool(reference)) for problem, reference in causes] == [
        ("user-unknown", True),
        ("mailbox-full", True),
        ("greylisted", False),
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
