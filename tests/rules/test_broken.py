"""Every rule answers one mistake with one message that has the true line and a remedy.

Each folder in `tests/broken` holds one file that is laid over the tiny catalogue, and the
expected answer in `expected.txt`.
"""

import inspect
import re
import shutil

import pytest
from conftest import ROOT, compare, copy_tiny

from generator.pipeline import check
from generator.rules.rulebook import RULES

CASES = sorted(folder.name for folder in (ROOT / "tests/broken").iterdir())


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_answered(case, tmp_path):
    """The answer is exactly the expected one."""
    root = copy_tiny(tmp_path)
    overlay = ROOT / "tests/broken" / case
    for file in overlay.rglob("*"):
        if file.is_file() and file.name != "expected.txt":
            target = root / "catalog" / file.relative_to(overlay)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    links, mistakes = check(root)
    assert links is None or case.startswith("address")
    compare(overlay / "expected.txt", "".join(f"{mistake}\n" for mistake in mistakes))


@pytest.mark.parametrize("case", CASES)
def test_messages_have_one_tone(case):
    """`path:line: what is wrong; what to do`: lower case first, a remedy behind a semicolon, no full stop."""
    lines = (ROOT / "tests/broken" / case / "expected.txt").read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        path, number, message = re.fullmatch(r"([^:]+):(\d+): (.+)", line).groups()
        assert path.startswith("catalog/") and int(number) >= 1
        assert ";" in message and not message.endswith(".")
        assert not re.match("[A-Z][a-z]", message)


def test_every_rule_has_a_broken_file():
    """A rule that no broken file sets off is not tested."""
    names = {rule.__name__.replace("_", "-") for rule in RULES}
    assert names <= {re.sub(r"--.*", "", case) for case in CASES}


def test_every_rule_says_what_it_holds():
    """The docstring of a rule is the rule."""
    for rule in RULES:
        assert inspect.getdoc(rule).endswith(".")
