"""Every text of the catalogue leads back to its problem and its entry, bare and as it is reported;
texts of providers that were not learnt lead to theirs often enough, and so do composed lines.
"""

from dataclasses import replace

from conftest import ROOT

from generator.lookup import index as lookup
from generator.lookup.cases import verbatim_cases, wrapped_cases
from generator.lookup.diagnose import Engine
from generator.lookup.examples import examples, known_numbers
from generator.lookup.learning import learn_from

SOME = 13  # every thirteenth of the wrapped cases: all forms, all providers


def shares(engine, cases):
    """(share of cases whose problem comes first, whose entry is among the first three)."""
    count = problems = entries = 0
    for case in cases:
        results = engine.diagnose(case["text"])["reports"][0]["results"]
        count += 1
        problems += bool(results) and results[0]["problem"] == case["problem"]
        entries += any(result["response"] in case["accept"] for result in results[:3])
    return problems / count, entries / count


def test_every_text_leads_back_to_its_entry(engine, real):
    """Bare: the problem first, and the entry or one with the same text among the first three."""
    problem, entry = shares(engine, verbatim_cases(real))
    print(f"bare: problem first {problem:.1%}, entry in three {entry:.1%}")
    assert problem >= 0.97 and entry >= 0.97


def test_every_text_leads_back_to_its_entry_from_a_report(engine, real):
    """The same when a mail server reports it."""
    problem, entry = shares(engine, list(wrapped_cases(real))[::SOME])
    print(f"reported: problem first {problem:.1%}, entry in three {entry:.1%}")
    assert problem >= 0.96 and entry >= 0.96


def test_composed_lines_lead_to_their_problem(engine):
    """Lines in words of nobody in particular: logs, reports, exceptions, events, other languages;
    each with the problems that are right.
    """
    first, three, right = shares_of_lines(engine, "lines")
    assert first >= 0.9 and three >= 0.96 and right >= 0.95


def test_lines_of_untried_kinds_lead_to_their_problem(engine):
    """Lines in words and of programs that the catalogue does not have: old systems, logs,
    exceptions, events, people. No line of them is learnt; what fails is left to fail, so that the
    share tells how the lookup does on what nobody thought of.
    """
    first, three, right = shares_of_lines(engine, "untried")
    assert first >= 0.72 and three >= 0.88 and right >= 0.88


def shares_of_lines(engine, name):
    """Of a file of composed lines the (share whose problem comes first, is one of the first three,
    is right where the answer is sure).
    """
    lines = (ROOT / f"tests/lookup/{name}.tsv").read_text("utf-8").splitlines()
    count = first = three = sure = right = 0
    for wanted, text in (line.split("\t") for line in lines):
        answer = engine.diagnose(text)["reports"][0]
        found = list(dict.fromkeys(result["problem"] for result in answer["results"]))
        is_right = found[:1] and found[0] in wanted.split(",")
        count += 1
        first += bool(is_right)
        three += any(problem in wanted.split(",") for problem in found[:3])
        sure += answer["tier"] == "sure"
        right += answer["tier"] == "sure" and bool(is_right)
    print(
        f"{name}: first {first / count:.1%}, in three {three / count:.1%}; sure "
        f"{sure / count:.1%}, of these right {right / sure:.1%}"
    )
    return first / count, three / count, right / sure


def test_texts_of_other_providers_are_recognised(real):
    """Learnt without a third of the providers, the texts of these lead to their problem, or to one
    of its group.
    """
    catalogue = real.catalogue
    left_out = set(sorted(catalogue.providers)[::3])
    numbers = known_numbers(catalogue)
    known = [one for one in examples(real, numbers) if one.provider not in left_out]
    learnt = learn_from(known, numbers, ROOT / "build/lookup")
    engine = Engine(without(real, learnt, left_out))
    groups = [set(group.members) for group in catalogue.groups]
    count = strict = near = three = sure = right = 0
    for case in verbatim_cases(real):
        if case["response"].split("/")[0] not in left_out:
            continue
        answer = engine.diagnose(case["text"])["reports"][0]
        found = list(dict.fromkeys(result["problem"] for result in answer["results"]))
        first = found[0] if found else None
        count += 1
        strict += first == case["problem"]
        near += first == case["problem"] or any({first, case["problem"]} <= g for g in groups)
        three += case["problem"] in found[:3]
        sure += answer["tier"] == "sure"
        right += answer["tier"] == "sure" and first == case["problem"]
    print(
        f"without their providers: first {strict / count:.1%}, first or of its group "
        f"{near / count:.1%}, in three {three / count:.1%}; sure {sure / count:.1%}, of these "
        f"right {right / sure:.1%}"
    )
    assert strict / count >= 0.75 and near / count >= 0.81 and right / sure >= 0.89


def without(links, learnt, left_out):
    """The index of a catalogue, from what was learnt without some providers."""
    assert replace(learnt) == learnt
    assert left_out
    return lookup.index(links, learnt)
