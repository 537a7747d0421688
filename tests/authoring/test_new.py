"""A new entry comes from a few questions or arguments and is valid from the start."""

import io

import pytest

from generator import __main__ as command_line
from generator.authoring.new import Unfinished, write_entry
from generator.pipeline import check

GIVEN = {
    "name": "Nobody of that näme",
    "reply": "550",
    "text": "Sorry, <RECIPIENT> is not one of us",
    "problem": "user-unknown",
    "meaning": "Example Mail does not know the recipient: the name is wrong.",
    "source.kind": "official",
    "source.title": "Its postmaster page",
    "source.url": "https://example.org/postmaster",
    "source.checked": "2026-11-22",
}


def test_an_entry_from_arguments_is_valid(tiny_root):
    """The file is written, and the whole catalogue has no mistake with it."""
    path = write_entry(tiny_root, "response", "example-mail/nobody-of-that-name", dict(GIVEN))
    assert path == "catalog/responses/example-mail/nobody-of-that-name.yml"
    links, mistakes = check(tiny_root)
    assert mistakes == []
    assert links.catalogue.responses["example-mail/nobody-of-that-name"].text == GIVEN["text"]
    text = (tiny_root / path).read_text("utf-8")  # letters as they are written
    assert f'name: "{GIVEN["name"]}"\n' in text


def test_a_customer_reply_goes_to_the_folder_of_its_language(tiny_root):
    """Its id is the problem's, so it is not asked for."""
    (tiny_root / "catalog/replies-in/de/user-unknown.yml").unlink()
    text = "Die Adresse gibt es nicht. Bitte prüfen Sie sie und senden Sie die Nachricht erneut."
    given = {"permanent": text, "read_by_native": "no"}
    path = write_entry(tiny_root, "customer-reply", "de/user-unknown", given)
    assert path == "catalog/replies-in/de/user-unknown.yml"
    links, mistakes = check(tiny_root)
    assert mistakes == []
    assert links.catalogue.customer_replies["de/user-unknown"].permanent == text


def test_what_is_not_given_is_asked_for(tiny_root):
    """Only required fields are asked for, each with what the schema says of it."""
    questions = []

    def ask(question):
        questions.append(question)
        return {
            "summary": "A provider that was made up just now.",
            "sources.0.document": "RFC 5321",
        }.get(question.split(" ")[0], "mailbox")

    given = {
        "name": "New Mail",
        "reviewed": "2026-11-22",
        "sources.0.title": "Its page",
        "sources.0.url": "https://example.org/",
    }
    write_entry(tiny_root, "provider", "new-mail", given, ask)
    asked = [question.split(" ")[0] for question in questions]
    assert asked == ["kind", "summary", "one"]  # one more source?
    assert "a mailbox provider" in questions[0]


@pytest.mark.parametrize(
    ("kind", "name", "given", "told"),
    [
        (
            "respons",
            "example-mail/x",
            {},
            "there is no kind 'respons'; the kinds are reply, enhanced, problem, provider, "
            "response, customer-reply; did you mean 'response'?",
        ),
        (
            "response",
            "example-mail/over-limit",
            {},
            "catalog/responses/example-mail/over-limit.yml exists already; edit it instead",
        ),
        ("provider", "new-mail", {}, "give these fields too:\n  name: the name people know it by"),
        (
            "response",
            "example-mail/x",
            {**GIVEN, "colour": "red"},
            "not a field of this kind: colour",
        ),
        (
            "response",
            "example-mail/x",
            {**GIVEN, "reply": "55"},
            "reply: '55' does not fit 'reply'; write three digits, such as 550",
        ),
        (
            "enhanced",
            "X.2.3",
            {"status": "registered"},
            "status: X.2.3 is not in the registry; write status: unregistered, and the 'owner'",
        ),
        (
            "response",
            "exampel-mail/x",
            {},
            "there is no provider 'exampel-mail'; correct it or add that entry; "
            "did you mean 'example-mail'?",
        ),
        (
            "response",
            "x",
            {},
            "'x' names no response; write its provider and its id, such as google/some-new-text",
        ),
        ("problem", "a/b", {}, "'a/b' names no problem; write its id, such as mailbox-full"),
        (
            "provider",
            "new-mail",
            {"sources.document": "RFC 5321"},
            "'sources.document' names no item of a list; write its number, such as sources.0",
        ),
    ],
)
def test_what_keeps_an_entry_from_being_written_is_told(tiny_root, kind, name, given, told):
    """Nothing is written, and the message says what to do."""
    with pytest.raises(Unfinished) as unfinished:
        write_entry(tiny_root, kind, name, dict(given))
    assert str(unfinished.value).startswith(told)
    assert not (tiny_root / "catalog/responses/example-mail/x.yml").exists()


NEEDED = {  # what rules ask for beside the schema: (entry, what is given, asked, not asked)
    "a success": ("reply 252", "kind=standard", "meanings", "answers problems claim"),
    "a failure": ("reply 454", "kind=standard", "meanings answers problems", "claim"),
    "no code": ("reply 599", "kind=folklore", "claim origin instead answers", "meanings"),
    "registered": (
        "enhanced X.1.1",
        "status=registered",
        "reply_codes registered_classes document section covers",
        "owner",
    ),
    "unregistered": ("enhanced X.2.3", "status=unregistered", "owner", "reply_codes covers"),
    "practice": ("enhanced X.2.3", "classes.5.basis=practice", "classes.5.basis_note", ""),
    "documented": (
        "enhanced X.2.3",
        "classes.5.basis=documented",
        "classes.5.answers.what classes.5.problems.0.words",
        "classes.5.basis_note",
    ),
    "a class of success": (
        "enhanced X.2.3",
        "classes.2.basis=registered",
        "classes.2.summary",
        "classes.2.answers.what classes.2.problems.0.words",
    ),
    "depends": ("problem x", "answers.permanent=depends", "answers.because", ""),
    "stays": ("problem x", "answers.permanent=permanent", "answers.what", "answers.because"),
    "a person": ("problem x", "answers.who=sender", "remedy.sender", "remedy.recipient"),
    "nobody": ("problem x", "answers.who=nobody", "remedy", "remedy.nobody remedy.sender"),
    "a step": ("problem x", "remedy.sender=Do something.", "causes", "remedy"),
    "a response": ("response example-mail/x", "reply=550", "source.url", "enhanced"),
}


@pytest.mark.parametrize("case", NEEDED)
def test_what_rules_need_is_asked_for(case, tiny_root):
    """Just what goes with the answers so far, whatever the schema leaves open."""
    entry, given, wanted, unwanted = NEEDED[case]
    (tiny_root / "catalog/enhanced/X.1.1.yml").unlink()  # registered, and not yet written
    with pytest.raises(Unfinished) as unfinished:
        write_entry(tiny_root, *entry.split(), dict([given.split("=")]))
    asked = {line.strip().partition(":")[0] for line in str(unfinished.value).splitlines()[1:]}
    asked |= {field.partition(".")[0] for field in asked}
    assert set(wanted.split()) <= asked and not set(unwanted.split()) & asked


def test_the_command_writes_checks_and_tells(tiny_root, monkeypatch, capsys):
    """Without a terminal nothing is asked: a file is there, or what is missing or wrong is told."""
    monkeypatch.chdir(tiny_root)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    name = "example-mail/nobody-of-that-name"
    fields = [f"{field}={value}" for field, value in GIVEN.items()]
    assert command_line.main(["new", "response", name, *fields, "colour"]) == 1
    assert capsys.readouterr().err.startswith("'colour' is not field=value; such as name=")
    assert command_line.main(["new", "response", name, *fields[1:]]) == 1
    assert "give these fields too:\n  name: " in capsys.readouterr().err
    assert command_line.main(["new", "response"]) == 1
    assert "say what is new: a kind and an id" in capsys.readouterr().err
    assert command_line.main(["new", "response", name, *fields]) == 0
    assert capsys.readouterr().out == f"wrote catalog/responses/{name}.yml\nno mistakes\n"
    wrong = [field.replace("<RECIPIENT>", "<NOBODY>") for field in fields]
    assert command_line.main(["new", "response", "example-mail/wrong", *wrong]) == 1
    assert "'<NOBODY>' is not a placeholder" in capsys.readouterr().out
    (tiny_root / "catalog/schema/response.json").write_text("{")
    assert command_line.main(["new", "response", "example-mail/other", *fields]) == 1
    told = capsys.readouterr().out
    assert told.startswith("catalog/schema/response.json:1: not readable as JSON")
