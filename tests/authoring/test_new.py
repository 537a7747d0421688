"""A new entry comes from a few questions or arguments and is valid from the start."""

import pytest

from generator.authoring.new import Unfinished, write_entry
from generator.pipeline import check

GIVEN = {
    "name": "Nobody of that name",
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
    ],
)
def test_what_keeps_an_entry_from_being_written_is_told(tiny_root, kind, name, given, told):
    """Nothing is written, and the message says what to do."""
    with pytest.raises(Unfinished) as unfinished:
        write_entry(tiny_root, kind, name, dict(given))
    assert str(unfinished.value).startswith(told)
    assert not (tiny_root / "catalog/responses/example-mail/x.yml").exists()
