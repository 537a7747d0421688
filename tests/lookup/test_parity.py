"""The engine in the browser gives the same answers as the one in Python, for every case."""

import http.server
import json
import shutil

import pytest
from browsing import served
from conftest import ROOT
from test_input import (
    EVERYDAY,
    HOSTILE,
    NAMES,
    NO_CODES,
    NOT_SURE,
    PAGES,
    SPELLINGS,
    TEXTS,
    TYPED,
    WHO,
    made_up,
)
from test_languages import CAUSES, PROGRAMS, REPORTS

from generator.lookup import entries
from generator.lookup.cases import verbatim_cases, wrapped_cases
from generator.lookup.diagnose import Engine
from generator.lookup.learning import learn

SOME = 17  # every so manieth of the many cases
AT_ONCE = 300  # texts
FEW = 1000  # responses in a part
ASK = """async ([texts, last]) => {
  const engine = await import("/assets/lookup/diagnose.js");
  window.documents ??= await Promise.all(
    ["index", "entries", "names"].map(async (name) => {
      const answer = await fetch(`/assets/lookup/${name}.json`);
      return answer.json();
    }));
  const [index, entries, names] = window.documents;
  const known = { index: [], names: [null, names], entries: [entries, names] }[last];
  return texts.map((text) => engine.diagnose(text, index, ...known));
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    extensions_map = {".js": "text/javascript", ".json": "application/json", ".html": "text/html"}  # noqa: RUF012

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture(scope="module")
def in_parts(real, lookup_documents):
    """The entries in several parts, as they are published where there are many."""
    index, (whole,), names = lookup_documents
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "PART", FEW)
        learnt = learn(real, ROOT / "build/lookup")
        made = entries.entries(real, learnt, index, names["further"])
    assert [part["parts"] for part in made] == [len(made)] * -(-sum(whole["counts"]) // FEW)
    return made


@pytest.fixture(scope="module")
def ask(lookup_documents, in_parts, browser, tmp_path_factory):
    """A function that gives texts to the engine in Chromium, which has the entries in parts."""
    folder = tmp_path_factory.mktemp("lookup")
    shutil.copytree(ROOT / "docs/assets/lookup", folder / "assets/lookup")
    index, _, names = lookup_documents
    for name, value in {"index": index, "entries": in_parts, "names": names}.items():
        (folder / f"assets/lookup/{name}.json").write_text(json.dumps(value), "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Lookup</title>", "utf-8")
    with served(folder, Quiet) as address:
        page = browser.new_page()
        page.goto(f"{address}index.html")
        yield lambda texts, last="entries": page.evaluate(ASK, [texts, last])
        page.close()


def differences(texts, engine, ask, last="entries"):
    """Yields (text, answer in Python, answer in the browser) where they differ."""
    for start in range(0, len(texts), AT_ONCE):
        part = texts[start : start + AT_ONCE]
        for text, there in zip(part, ask(part, last), strict=True):
            here = json.loads(json.dumps(engine.diagnose(text)))
            if here != there:
                yield text[:300], here, there


def test_both_engines_answer_alike(engine, ask, real):
    """All composed cases, and every seventeenth of the catalogue's own, bare and reported."""
    texts = [
        *SPELLINGS,
        *NO_CODES,
        *PAGES,
        *NOT_SURE,
        *TYPED,
        *NAMES,
        *(text for text, _ in TEXTS.values()),
    ]
    texts += [*WHO.values(), *EVERYDAY, *PROGRAMS.values(), *(text for text, _ in REPORTS.values())]
    texts += [text for both in CAUSES.values() for text in both]
    texts += [case["text"] for case in list(verbatim_cases(real))[::SOME]]
    texts += [case["text"] for case in list(wrapped_cases(real))[:: 3 * SOME]]
    found = list(differences(texts, engine, ask))
    assert not found, f"{len(found)} of {len(texts)} differ, the first: {found[0]}"


def test_both_engines_survive_alike(engine, ask):
    """Hostile texts give the same answers too; a lone surrogate cannot be sent to the browser."""
    texts = [text for kind, text in HOSTILE.items() if kind != "lone surrogates"]
    found = list(differences([*texts, *made_up(1000)], engine, ask))
    assert not found, f"{len(found)} differ, the first: {found[0]}"


def test_the_index_alone_is_enough(lookup_documents, ask):
    """Problem and code are told before the entries have come."""
    (answer,) = ask(["550 5.1.1 <anna@example.com>: User unknown"], "index")
    first = answer["reports"][0]["results"][0]
    assert (first["code"], first["problem"], first["response"]) == ("5.1.1", "user-unknown", None)


def test_both_engines_answer_alike_before_the_entries_come(lookup_documents, ask):
    """With the names: problems, codes, providers, pages and reports in other languages."""
    index, _, names = lookup_documents
    texts = [*PAGES, *NAMES, *(text for text, _ in REPORTS.values())]
    found = list(differences(texts, Engine(index, None, names), ask, "names"))
    assert not found, f"{len(found)} of {len(texts)} differ, the first: {found[0]}"
    assert ask(["gmail.com"], "names")[0]["reports"][0]["results"][0]["provider"] == "google"


def test_parts_answer_as_the_whole(lookup_documents, engine, in_parts, real):
    """In Python too it makes no difference in how many parts the entries are."""
    index, _, names = lookup_documents
    parted = Engine(index, in_parts, names)
    texts = [*TYPED, *(case["text"] for case in list(verbatim_cases(real))[::SOME])]
    assert [parted.diagnose(text) for text in texts] == [engine.diagnose(text) for text in texts]
