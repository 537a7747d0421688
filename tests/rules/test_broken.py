"""Every rule answers one mistake with one message that has the true line and a remedy.

Each folder in `tests/broken` holds one file that is laid over the tiny catalogue, and the
expected answer in `expected.txt`. Each in `tests/allowed` holds what just passes.
"""

import importlib
import inspect
import re
import shutil
from functools import cache

import pytest
from conftest import ROOT, compare, copy_tiny

from generator import __main__ as command_line
from generator.pipeline import check
from generator.reading.library import Library
from generator.reading.shape import Schemas
from generator.reading.source import read_catalogue
from generator.rules import rulebook
from generator.rules.distinct import NAMED_BY_RESPONSES
from generator.rules.entries import known_items, known_names
from generator.rules.rulebook import LATER, RULES

BROKEN, ALLOWED = ROOT / "tests/broken", ROOT / "tests/allowed"
CASES = sorted(folder.name for folder in BROKEN.iterdir())
OTHER_STAGES = ("syntax", "shape", "published-addresses")
CASES_OF_RULES = [case for case in CASES if not case.startswith(OTHER_STAGES)]


def laid_over(case, folder, cases=BROKEN):
    """The root of a project whose tiny catalogue has the files of a case laid over it."""
    return lay_over(cases / case, copy_tiny(folder))


def lay_over(overlay, root):
    """Lays the files of a case over the catalogue below `root`; returns `root`."""
    removed = overlay / "removed.txt"  # files of the tiny catalogue that the case takes away
    for path in removed.read_text("utf-8").split() if removed.is_file() else ():
        (root / "catalog" / path).unlink()
    for file in overlay.rglob("*"):
        if file.is_file() and file.name not in ("expected.txt", "removed.txt"):
            target = root / "catalog" / file.relative_to(overlay)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    return root


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The root of a case, and (links, mistakes) of its check; made once."""

    @cache
    def of(case):
        root = laid_over(case, tmp_path_factory.mktemp(case))
        return root, check(root)

    return of


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_answered(case, checked):
    """The answer is exactly the expected one."""
    _, (links, mistakes) = checked(case)
    assert links is None or case.startswith("published-addresses")
    compare(BROKEN / case / "expected.txt", "".join(f"{mistake}\n" for mistake in mistakes))


@pytest.mark.parametrize("case", sorted(folder.name for folder in ALLOWED.iterdir()))
def test_what_is_near_a_mistake_is_allowed(case, tmp_path):
    """A rule that speaks of too much would speak of it."""
    assert check(laid_over(case, tmp_path, ALLOWED))[1] == []


@pytest.mark.parametrize("case", CASES)
def test_what_is_remembered_hides_no_mistake(case, tiny_root, monkeypatch):
    """After a good build, and after a bad one, the mistakes are those that are found from nothing:
    in the file that changed and in others that it makes wrong.
    """
    monkeypatch.chdir(tiny_root)
    (tiny_root / "build").mkdir()
    assert command_line.remembered(".")[1] == []
    assert (tiny_root / command_line.JUDGED).is_file()
    lay_over(BROKEN / case, tiny_root)
    expected = check(".")[1]
    assert command_line.remembered(".")[1] == expected
    assert command_line.remembered(".")[1] == expected


def test_a_mistake_has_its_column(checked):
    """What a workflow marks begins there: the field or the item, not the entry around it."""
    told = []
    for case in CASES:
        _, (_, mistakes) = checked(case)
        told += [f"{case}: {one.path}:{one.line}:{one.column}\n" for one in mistakes]
    compare(ROOT / "tests/expected/columns.txt", "".join(told))


@pytest.mark.parametrize("case", CASES_OF_RULES)
def test_the_rule_that_the_folder_names_speaks(case, checked):
    """Asked alone, the rule finds the mistake: the folder is not named after another rule."""
    root, _ = checked(case)
    library = Library(read_catalogue(root)[0], root / "catalog/registry")
    rules = {rule.__name__.replace("_", "-"): rule for rule in RULES}
    assert list(rules[re.sub("--.*", "", case)](library))


@pytest.mark.parametrize("case", CASES)
def test_messages_have_one_tone(case):
    """`path:line: what is wrong; what to do`: lower case first, a remedy behind a semicolon, no
    full stop.
    """
    lines = (BROKEN / case / "expected.txt").read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        path, number, message = re.fullmatch(r"([^:]+):(\d+): (.+)", line).groups()
        assert path.startswith("catalog/") and int(number) >= 1
        assert ";" in message and not message.endswith(".")
        assert not re.match("[A-Z][a-z]", message)


def test_every_rule_has_a_broken_file():
    """A rule that no broken file sets off is not tested."""
    names = {rule.__name__.replace("_", "-") for rule in RULES}
    assert names == {re.sub("--.*", "", case) for case in CASES_OF_RULES}


def test_every_rule_says_what_it_holds():
    """The docstring of a rule is the rule."""
    assert len(RULES) > 40
    for rule in RULES:
        assert inspect.getdoc(rule).endswith(".")


def test_all_that_is_checked_is_told_to_contributors():
    """The page "What is checked" has every rule once, and whatever else the program asks of a
    module of rules that finds mistakes is a rule too.
    """
    told = [one for statements in rulebook.statements().values() for one in statements]
    rules = (*RULES, *LATER)
    assert sorted(told) == sorted(" ".join(inspect.getdoc(rule).split()) for rule in rules)
    for file in sorted((ROOT / "generator").rglob("*.py")):
        program = importlib.import_module(
            ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        )
        for name in re.findall(r"\b(\w+\.)?(\w+)\(", file.read_text("utf-8")):
            found = asked(program, *name)
            home = inspect.isgeneratorfunction(found) and found.__module__
            if home and home.startswith("generator.rules.") and file.parent.name != "rules":
                assert found in (*rules, rulebook.mistakes), (file, name)


def asked(program, module, name):
    """What a module of the program calls by a name, or by a name of another module."""
    where = getattr(program, module.rstrip("."), None) if module else program
    return getattr(where, name, None)


def test_responses_name_others_in_few_fields():
    """Rules that look for names in all entries look in these fields of a response alone: its schema
    has no other field that names something, at any depth.
    """
    library = Library(read_catalogue(ROOT)[0], ROOT / "catalog/registry")
    naming = (*known_names(library), *known_items(library), "same_text_as")
    fields = {keys[-1] for one in library.responses.values() for keys, _ in one.fields(*naming)}
    assert fields == {*NAMED_BY_RESPONSES, "same_text_as"}
    allowed = set(properties(Schemas(ROOT / "catalog/schema").by_name["response"]))
    assert allowed & set(naming) == fields


def properties(schema):
    """Yields the names of all fields that a schema allows, at any depth."""
    for name, part in schema.items() if isinstance(schema, dict) else ():
        yield from part if name == "properties" else ()
        yield from properties(part)
