"""The command asks, in a terminal, until the entry of any kind is whole; a wrong answer is asked
again at once, and what was answered is kept.
"""

import os
import pty
import re
import subprocess
import sys

import pytest
from conftest import ROOT

from generator.pipeline import check

LONG = "The receiving server says something about the message."
REPLY = "Your message did not arrive yet because of a fault at the other side."
ANSWERS = {  # a pattern of the question -> what somebody types, in turn
    r"(.*\.)?name ": "Something new",
    r"(.*\.)?category ": "mailbox",
    r"breaks_at ": "mailbox",
    r"spoken_by ": "receiving-server",
    r"(.*\.)?(summary|meaning|what|because|explanation|origin|claim|why|basis_note) ": LONG,
    r"(.*\.)?who ": "sender | recipient",
    r"(.*\.)?retry ": "later | after-change",
    r"(.*\.)?permanent ": "permanent",
    r"(causes|ask|confirm|remedy\.\S*) ": LONG,
    r"phrases ": "something new | that is new",
    r"customer_reply ": "temporary | permanent",
    r"(customer_reply\.\S+|temporary|permanent) ": REPLY,
    r"read_by_native ": "no",
    r"search ": "newness",
    r"sources\.0\.document ": "RFC 99 | RFC 5321",
    r"(.*\.)?document ": "RFC 5321",
    r"(.*\.)?sections? ": "4.2.3",
    r"(reviewed|source\.checked) ": "",
    r"one more of ": "",
    r"kind ": "mailbox",
    r"source\.kind ": "official",
    r"(.*\.)?title ": "Its page",
    r"source\.url ": "https://example.org/page",
    r"text ": "we do not like it",
    r"(.*\.)?problem ": "mailbox-ful | mailbox-full",
    r"(.*\.)?importance ": "low",
    r"status ": "registered",
    r"meanings\.\d+\.status ": "standard",
    r"(.*\.)?words ": "no such user",
    r"classes ": "4 | 5",
    r"classes\.\d\.basis ": "registered",
    r"reply_codes ": "550",
    r"registered_classes ": "4/5",
    r"covers ": "mailbox-full",
}


TWO_TRIES = ("retry", "document", "problem", "status")  # the first is refused


class Terminal:
    """A command in a pseudo-terminal, answered by patterns."""

    def __init__(self, folder, *arguments):
        self.screen, own = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "new", *arguments],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=own, stdout=own, stderr=own,
        )  # fmt: skip
        os.close(own)
        self.shown = ""

    def read(self):
        """Reads on; returns False at the end."""
        try:
            self.shown += os.read(self.screen, 10_000).decode()
        except OSError:
            return False
        return True

    def answer(self, answers, stop_at=None):
        """Answers every question, the second alternative of an answer when it is asked again."""
        seen, asked = 0, []
        while self.read():
            question = self.shown[seen:].replace("\r", "")
            if not question.endswith((": ", "ends it)\n")):
                continue
            line = [line for line in question.split("\n") if line][-1]
            seen = len(self.shown)
            if stop_at and line.startswith(stop_at):
                os.write(self.screen, b"\x04")
                continue
            field = line.split(" ")[0]
            patterns = [key for key in answers if re.match(key, line)]
            assert patterns, line
            typed = answers[max(patterns, key=len)]
            tries = typed.split(" | ")
            if (
                field.split(".")[-1] in ("retry", "document", "problem", "status")
                and len(tries) > 1
            ):
                typed = tries[min(asked.count(field), 1)]
            asked.append(field)
            os.write(self.screen, f"{typed}\n".encode())
            if line.endswith("ends it)"):
                os.write(self.screen, b"\n")
        self.process.wait(10)
        os.close(self.screen)
        return asked


EXAMPLES = {
    "problem": ("something-new", {}),
    "provider": ("new-mail", {}),
    "response": ("example-mail/something-new", {}),
    "reply": ("453", {r"kind ": "standard", r"example ": "S: 453 not so"}),
    "enhanced": (
        "X.2.3",
        {
            r"status ": "registered | unregistered",
            r"owner ": "example-mail",
            r"classes\.\d\.basis ": "documented",
            r"classes\.4\.example ": "S: 450 4.2.3 no",
            r"classes\.5\.example ": "S: 550 5.2.3 no",
        },
    ),
    "customer-reply": ("de/mailbox-full", {}),
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_entry_of_every_kind_can_be_finished(kind, tiny_root):
    """The file is written; what the check still says of it is only that nothing uses it yet, or
    that a problem wants its customer replies in other languages.
    """
    name, answers = EXAMPLES[kind]
    (tiny_root / f"catalog/replies-in/{name}.yml").unlink(missing_ok=True)
    terminal = Terminal(tiny_root, kind, name)
    asked = terminal.answer(ANSWERS | answers)
    assert asked.count("status") == (2 if kind == "enhanced" else 0)  # the registry has no X.2.3
    assert "wrote catalog/" in terminal.shown, terminal.shown
    told = [mistake.message for mistake in check(tiny_root)[1]]
    wanted = ("no code and no response uses", "nothing tells the customer in de;")
    assert all(message.startswith(wanted) for message in told), told
    assert not list(tiny_root.glob("build/drafts/*"))


def test_a_wrong_answer_is_asked_again_at_once(tiny_root):
    """The form of an answer and what it names are checked when it is given."""
    terminal = Terminal(tiny_root, "problem", "something-new")
    asked = terminal.answer(ANSWERS)
    assert asked.count("answers.retry") == asked.count("sources.0.document") == 2
    assert "'retry' cannot be 'later'" in terminal.shown
    assert "there is no document 'RFC 99'" in terminal.shown


def test_an_interrupted_interview_goes_on_from_its_draft(tiny_root):
    """Nothing that was answered is asked for again."""
    first = Terminal(tiny_root, "problem", "something-new")
    before = first.answer(ANSWERS, stop_at="causes ")
    assert "your answers are kept in build/drafts/problem-something-new.json" in first.shown
    second = Terminal(tiny_root, "problem", "something-new")
    after = second.answer(ANSWERS)
    assert after[0] == "causes" and not set(before) & set(after) - {"one"}
    assert (tiny_root / "catalog/problems/something-new.yml").is_file()
