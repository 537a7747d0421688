"""Every response is a test case of the lookup: verbatim, and wrapped as mail servers report it."""

from conftest import ROOT, compare

from generator.api import documents as data
from generator.lookup import cases as bounces


def test_cases_are_the_expected_ones(tiny):
    """Codes and text with plausible values, what they must lead back to, and six ways in which
    servers wrap them.
    """
    for name, wrapped in (("verbatim", False), ("wrapped", True)):
        lines = "".join(f"{data.serialise_line(case)}\n" for case in bounces.cases(tiny, wrapped))
        compare(ROOT / f"tests/expected/cases/{name}.jsonl", lines)


def test_every_response_has_cases_without_placeholders(real):
    """One case for each wording, with every placeholder filled in."""
    cases = list(bounces.cases(real))
    assert {case["response"] for case in cases} == real.catalogue.responses.keys()
    for case in cases:
        assert not real.catalogue.placeholders.keys() & set(
            bounces.PLACEHOLDER.findall(case["text"])
        ), case["text"]
        assert case["response"] in case["accept"]


def test_cases_are_wrapped_in_six_ways(real):
    """The words of the response survive every wrapping, line breaks apart."""
    verbatim = [case["text"] for case in bounces.cases(real)]
    wrapped = list(bounces.cases(real, wrapped=True))
    assert len(wrapped) == 6 * len(verbatim)
    for position, text in enumerate(verbatim):
        for case in wrapped[6 * position : 6 * position + 6]:
            assert " ".join(text.split()) in " ".join(case["text"].split())
