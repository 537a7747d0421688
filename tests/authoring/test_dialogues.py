"""What is asked for an entry of every kind, in which words and order, what is said of a wrong
answer, and the file that comes of it: exactly the expected.
"""

from datetime import date
from types import SimpleNamespace

import pytest
from conftest import ROOT, compare

from generator.authoring import interview
from generator.authoring.new import Unfinished, write_entry

EXPECTED = ROOT / "tests/expected/interviews"
LONG = "The receiving server says something about the message."
REPLY = "Your message did not arrive yet because of a fault at the other side."
TYPED = {  # what somebody types for a field, in turn; the last word of a field stands for all
    "name": ["Something new"], "summary": ["short", LONG], "category": ["mailbox"],
    "breaks_at": ["mailbox"], "spoken_by": ["receiving-server"], "what": [LONG],
    "who": ["me", "sender | nobody"], "retry": ["later", "after-change"], "because": [LONG],
    "permanent": ["depends"], "sender": [LONG], "causes": [LONG], "confirm": [LONG], "ask": [LONG],
    "search": ["newness – in other words"], "phrases": ["something new | that is new"],
    "customer_reply": ["", "soon", "permanent"], "customer_reply.permanent": [REPLY],
    "reviewed": ["today", ""], "checked": [""], "kind": ["mailbox"], "title": ["Its page"],
    "url": ["example.org", "https://example.org/page"], "text": ["we do not like it"],
    "problem": ["mailbox-ful", "mailbox-full"], "meaning": [LONG], "explanation": [LONG],
    "basis_note": [LONG], "importance": ["low"], "status": ["standard"],
    "words": ["no such user"], "read_by_native": ["no"], "temporary": [REPLY],
    "example": ["S: 453 not so\nC: QUIT\n"],
    "classes": ["7", "4, 5"], "owner": ["nobody", "example-mail"],
    "document": ["RFC 99", "RFC 5321"], "section": ["4.2.3"], "sections": ["4.2.3"],
    "one": ["y", ""],
}  # fmt: skip
ENTRIES = {  # the name of an entry, what is given with the command, what is typed otherwise
    "problem": ("something-new", {}, {}),
    "provider": (
        "new-mail",
        {"sources.0.document": "RFC 5321"},
        {"sources.1.document": [""], "kind": ["relay"]},
    ),
    "response": ("example-mail/something-new", {"reply": "550"}, {"kind": ["official"]}),
    "reply": ("453", {}, {"kind": ["standard"]}),
    "enhanced": (
        "X.2.3",
        {},
        {"status": ["registered", "unregistered"], "basis": ["practice", "registered"]},
    ),
    "customer-reply": ("de/mailbox-full", {}, {"permanent": [REPLY]}),
}


@pytest.fixture
def today(monkeypatch):
    """It is always the same day."""
    monkeypatch.setattr(interview, "date", SimpleNamespace(today=lambda: date(2026, 1, 31)))


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_dialogue_is_the_expected_one(kind, tiny_root, today, capsys):
    """Every question with what it says about itself, every answer, what is said of it, the file."""
    name, given, typed = ENTRIES[kind]
    typed, left = TYPED | typed, {}

    def ask(question):
        if not question:  # the next line of an answer
            return left["lines"].pop(0)
        field = question.split(" ")[0]
        found = next(one for one in (field, field.rpartition(".")[2]) if one in typed)
        answer = left.setdefault(question, list(typed[found])).pop(0)
        print(f"{question}{answer}")
        first, *left["lines"] = answer.split("\n")
        return first

    (tiny_root / f"catalog/replies-in/{name}.yml").unlink(missing_ok=True)
    path = write_entry(tiny_root, kind, name, given, ask)
    file = (tiny_root / path).read_text("utf-8")
    compare(EXPECTED / f"{kind}.txt", f"{capsys.readouterr().out}\n{path}:\n\n{file}")


@pytest.mark.parametrize("kind", ENTRIES)
def test_what_is_missing_is_the_expected(kind, tiny_root):
    """Where nobody can be asked: every field with what it is."""
    name, given, _ = ENTRIES[kind]
    (tiny_root / f"catalog/replies-in/{name}.yml").unlink(missing_ok=True)
    with pytest.raises(Unfinished) as unfinished:
        write_entry(tiny_root, kind, name, given)
    compare(EXPECTED / f"missing/{kind}.txt", f"{unfinished.value}\n")


def test_a_draft_is_gone_on_with_where_it_was_left(tiny_root, capsys):
    """In the middle of a source too; what is given with the command goes before what was typed."""
    name, given, _ = ENTRIES["provider"]
    asked = []

    def ask(question):
        field = question.split(" ")[0]
        if field == stop:
            raise EOFError
        asked.append(field)
        return (TYPED | {"kind": ["relay"], "one": [""]})[field.rpartition(".")[2] or field][-1]

    stop = "sources.0.section"
    with pytest.raises(Unfinished, match=r"kept in build/drafts/provider-new-mail\.json, and the"):
        write_entry(tiny_root, "provider", name, given, ask)
    asked, stop = [], None
    path = write_entry(tiny_root, "provider", name, {"kind": "filter"}, ask)
    assert asked == ["sources.0.section", "one", "reviewed"]
    assert '\nkind: "filter"\n' in (tiny_root / path).read_text("utf-8")
    assert capsys.readouterr().out == (
        "going on with the draft build/drafts/provider-new-mail.json; remove it to begin anew\n"
    )
    assert not list(tiny_root.glob("build/drafts/*"))
