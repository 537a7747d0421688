"""Every code and problem has a plain text that fits a terminal; `llms.txt` leads to what is
there.
"""

import re

import pytest
from conftest import NOTHING_TOLD

from generator.api.documents import documents
from generator.pages import pages
from generator.pages.pieces import Pieces
from generator.pages.plain import HEIGHT, WIDTH, names_of, plain

HOME = "https://example.org/smtp/"


@pytest.fixture(scope="module")
def texts(real):
    """The plain text of every page of the project's own catalogue, by its path."""
    made = {}
    for view in pages.views(Pieces(real), NOTHING_TOLD):
        if view.template in ("code.md", "problem.md"):
            code = real.catalogue.enhanced.get(view.address.rstrip("/"))
            for path in names_of(view.address, code.members if code else ()):
                made[path] = plain(view, HOME)
    return made


def test_every_code_and_problem_has_a_plain_text(real, texts):
    """Those inside a range too, which show their range."""
    codes = {f"{code}.txt" for code in real.catalogue.members}
    problems = {f"problems/{problem}.txt" for problem in real.catalogue.problems}
    assert texts.keys() == codes | problems
    assert texts["5.7.607.txt"] == texts["5.7.606.txt"]


def test_a_plain_text_fits_a_terminal(texts):
    """At most 20 lines of 78 columns, none with a blank at its end."""
    for path, text in texts.items():
        lines = text.removesuffix("\n").split("\n")
        assert len(lines) <= HEIGHT == 20 and max(map(len, lines)) <= WIDTH == 78, path
        assert all(line == line.rstrip() for line in lines), path


def test_a_plain_text_has_the_answers_a_step_and_the_address(real, texts):
    """What happened, who, whether it is retried, whether it is permanent, what to do first."""
    entries = [*real.catalogue.codes.values(), *real.catalogue.problems.values()]
    for entry in entries:
        text = texts[f"{entry.address.rstrip('/')}.txt"]
        assert text.endswith(f"\n\n{HOME}{entry.address}\n")
        if not entry.answers:
            assert "This is not an error." in text
            continue
        joined = " ".join(text.split())
        assert " ".join(entry.answers.what.split()) in joined, entry.address
        assert re.search(r"^Who must act: .*\n(  .*\n)*Is it retried\? .*\n(  .*\n)*"
                         r"Is it permanent\? .*\n", text, re.MULTILINE), entry.address  # fmt: skip
        problem = entry.remedy or real.advice.first_problem(entry)
        assert "\n1. " in text or problem is None, entry.address


def test_llms_txt_has_the_form_of_its_kind_and_leads_to_what_there_is(tiny):
    """One title, a quotation, paragraphs, sections of links: https://llmstxt.org. Every link and
    every address that it names leads to a file of the site.
    """
    made = dict(pages.pages(tiny, NOTHING_TOLD, {}, "", HOME)) | dict(documents(tiny))
    text = made["llms.txt"]
    head, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    title, quotation, *_ = head.split("\n\n")
    assert title == "# SMTP status codes" and re.fullmatch(r"> [^\n]+", quotation)
    assert text.count("\n# ") == 0 and len(sections) == 3
    found = []
    for section in sections:
        name, _, listed = section.partition("\n\n")
        assert name in ("Data", "Problems", "Optional")
        items = [
            re.fullmatch(r"- \[[^\]]+\]\(([^)]+)\): .+", line)
            for line in listed.split("\n")
            if line
        ]
        found += [item[1] for item in items]
    found += re.findall(rf"`({re.escape(HOME)}[^`<#]+)`", head)
    by_hand = {"use-the-data/", "api/v1/replies/550/5.7.1.json"}  # the tiny catalogue has no 5.7.1
    for address in found:
        path = address.removeprefix(HOME)
        page = f"{path.rstrip('/')}.md" if path.endswith("/") else path
        assert path in by_hand or page in made, address
