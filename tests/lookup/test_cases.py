"""Every response is a test case of the lookup: verbatim, and wrapped as mail servers report it."""

from conftest import ROOT, compare

from generator.api.documents import serialise_line
from generator.lookup.cases import WRAPPERS, verbatim_cases, wrapped_cases
from generator.reading.placeholders import placeholders

MAKERS = {"verbatim": verbatim_cases, "wrapped": wrapped_cases}


def test_cases_are_the_expected_ones(tiny):
    """Codes and text with plausible values, what they must lead back to, and the ways in which
    servers wrap them.
    """
    for name, cases in MAKERS.items():
        lines = "".join(f"{serialise_line(case)}\n" for case in cases(tiny))
        compare(ROOT / f"tests/expected/cases/{name}.jsonl", lines)


def test_every_response_has_cases_without_placeholders(real):
    """One case for each wording, with every placeholder filled in."""
    cases = list(verbatim_cases(real))
    responses = real.catalogue.responses
    assert {case["response"] for case in cases} == responses.keys()
    assert len(cases) == sum(1 + len(response.variants) for response in responses.values())
    for case in cases:
        left = set(placeholders(case["text"])) & real.catalogue.placeholders.keys()
        assert case["text"].strip() and not left, case["text"]
        assert case["response"] in case["accept"]


def test_cases_are_wrapped_in_every_form(real):
    """The words of the response survive every wrapping, line breaks apart, and none is left bare;
    what programs say is reported by no server.
    """
    providers = real.catalogue.providers
    verbatim = [
        case["text"]
        for case in verbatim_cases(real)
        if providers[case["response"].split("/")[0]].kind != "program"
    ]
    wrapped = list(wrapped_cases(real))
    forms = len(WRAPPERS)
    assert len(wrapped) == forms * len(verbatim)
    for position, text in enumerate(verbatim):
        for case in wrapped[forms * position : forms * position + forms]:
            assert " ".join(text.split()) in " ".join(case["text"].split()) != text
