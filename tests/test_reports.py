"""What is said of mistakes and of faults of the program."""

import re
from pathlib import Path

import pytest

from generator import __main__ as command_line
from generator import reports
from generator.reading.mistakes import Mistake, shown
from generator.reading.source import read_document

HERE = "/".join(Path(__file__).parts[-3:])


@pytest.mark.parametrize(
    ("count", "told"), [(0, "no mistakes"), (1, "1 mistake"), (2, "2 mistakes")]
)
def test_mistakes_are_counted(count, told):
    """One is one."""
    assert reports.counted([Mistake("a.yml", 1, 1, "no; yes")] * count) == told


def test_the_summary_lists_two_hundred_mistakes():
    """As code, which a backtick would end; their number is that of all."""
    assert reports.summary([]) == "## No mistakes\n"
    mistakes = [Mistake("a.yml", line, 7, "not `b`; c") for line in range(1, 202)]
    first, empty, *lines = reports.summary(mistakes).split("\n")
    assert (first, empty, lines[0]) == ("## 201 mistakes", "", "- `a.yml:1: not 'b'; c`")
    assert lines[-2:] == ["- `a.yml:200: not 'b'; c`", ""]


def test_a_mistake_is_one_line_for_whoever_reads_it():
    """On the terminal, and for the workflow runner, which gives some signs a meaning."""
    mistake = Mistake("a:b,c%.yml", 3, 7, "100 %\n; c, d: e")
    assert str(mistake) == "a:b,c%.yml:3: 100 %\\n; c, d: e"
    assert mistake.annotation == ("::error file=a%3Ab%2Cc%25.yml,line=3,col=7::100 %25\\n; c, d: e")


@pytest.mark.parametrize(
    ("text", "told"), [("a" * 80, "a" * 80), ("a" * 81, f"{'a' * 79}…"), (404, "404")]
)
def test_a_value_is_quoted_up_to_eighty_characters(text, told):
    """The sign of the cut is one of them."""
    assert shown(text) == told


def test_an_unforeseen_fault_names_the_file_and_asks_for_a_report(tiny_root, monkeypatch, capsys):
    """The last net of the command line: no traceback reaches the contributor."""
    monkeypatch.chdir(tiny_root)

    def fails(library):
        for document in library.entries:
            raise RuntimeError(f"\x1b[2J{document.name}")

    monkeypatch.setattr("generator.rules.rulebook.OF_A_PART", (fails,))
    assert command_line.main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("catalog/replies/") and "please report it" in said
    assert "Traceback" not in said and "\x1b" not in said


def test_a_fault_of_the_program_is_told_with_the_file_that_it_read():
    """Where it happened, at which file of the catalogue, and whom to tell; it is one line."""
    document = read_document("catalog/replies/550.yml", b"code: 550")
    try:
        document.value["co\nde"]
    except KeyError as error:
        told = reports.unforeseen(error)
    place = f"{HERE}:{error_line(told)}"
    assert told == (
        f"catalog/replies/550.yml:1: the program failed at {place}: KeyError: 'co\\nde'; this is a "
        "fault of the program: please report it, with the file that you changed last"
    )


def error_line(told):
    """The line of the program that a message names."""
    return re.search(r"\.py:(\d+): ", told)[1]
