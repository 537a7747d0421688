"""What the project says of itself is true: the entry in the README, the menu, and the lists that
stand in two places.
"""

import ast
import dataclasses
import importlib
import re

import pytest
from conftest import REWRITE, ROOT

from generator.entries.codes import ReplyCode
from generator.entries.customer_replies import CustomerReply
from generator.entries.problems import Problem
from generator.entries.providers import Provider
from generator.entries.responses import Response
from generator.entries.vocabularies import Language, Term
from generator.reading.shape import Schemas, schema_name_of
from generator.reading.source import read_catalogue
from generator.rules.rulebook import LATER, RULES

README = ROOT / "README.md"
PROGRAM = ROOT / "generator"


def block(text, comment):
    """The (start, end) of the fenced block behind a comment of the README."""
    found = re.search(rf"<!-- {re.escape(comment)} -->\n```+\w*\n(.*?)(?=```)", text, re.DOTALL)
    return found.span(1)


ENTRY = "responses/example-mail/over-limit.yml"
PAGE = "providers/example-mail/over-limit.md"


@pytest.mark.parametrize("kind", ["entry", "page"])
def test_the_readme_shows_an_entry_and_its_page(kind):
    """The entry is a file of the tiny catalogue, which corrections leave alone, byte for byte; the
    page is the expected one, up to its first section.
    """
    text = README.read_text("utf-8")
    if kind == "entry":
        comment = f"entry: tests/catalog/{ENTRY}"
        wanted = (ROOT / "tests/catalog" / ENTRY).read_text("utf-8")
    else:
        comment = f"page: {PAGE}"
        page = (ROOT / "tests/expected/pages" / PAGE).read_text("utf-8")
        wanted = page.split("\n## What to do")[0].strip() + "\n"
    start, end = block(text, comment)
    if REWRITE:
        README.write_text(text[:start] + wanted + text[end:], "utf-8")
    else:
        assert text[start:end] == wanted, (
            "the README shows this entry; run REWRITE=1 make test to show it as it is now"
        )


def test_the_ways_of_the_readme_lead_somewhere():
    """Every file and folder that it names for a change is there, and every mistake has its way."""
    text = README.read_text("utf-8")
    ways = text[text.index("Where to change what:") : text.index("## What it needs")]
    for path in re.findall(r"`([\w-]+/[\w./-]*|[\w-]+)`", ways):
        if path not in ("build/", "site/"):
            here = (ROOT, PROGRAM, ROOT / "tests/broken")
            assert any(list(folder.glob(f"{path}*")) for folder in here), path
    rules = {rule.__name__.replace("_", "-") for rule in (*RULES, *LATER)}
    named = set(re.findall(r"`([a-z-]+)`", ways))
    for folder in (ROOT / "tests/broken").iterdir():
        assert folder.name.partition("--")[0] in rules | named, folder.name


def test_the_menu_lists_every_target():
    """`make help` is made from the comments behind the targets; every target for people has one."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"\.PHONY: (.*)", makefile)[1].split())
    told = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert phony - told == {"browser", "engine", "programs"}
    mentioned = set(re.findall(r"(?:^|`)make ([a-z-]+)", README.read_text("utf-8"), re.MULTILINE))
    assert mentioned <= told


def test_categories_stand_once_in_the_schema_and_once_in_the_vocabulary(real):
    """The schema offers exactly the categories that have a page."""
    assert Schemas(ROOT / "catalog/schema").by_name["common"]["$defs"]["category"]["enum"] == list(
        real.catalogue.categories
    )


ENUMERATIONS = {  # the field of catalog/labels.yml -> where a schema lists its values
    "who": ("common", "$defs", "person"),
    "retry": ("common", "$defs", "retry"),
    "permanent": ("common", "$defs", "permanent"),
    "reply_kind": ("reply", "properties", "kind"),
    "enhanced_status": ("enhanced", "properties", "status"),
    "provider_kind": ("provider", "properties", "kind"),
    "certainty": ("response", "properties", "source", "properties", "kind"),
}


def test_every_value_of_the_schemas_has_a_label_and_every_label_a_value(real):
    """The words that readers see stand once, for exactly the values that entries may have."""
    schemas = Schemas(ROOT / "catalog/schema").by_name
    for field, path in ENUMERATIONS.items():
        allowed = schemas
        for step in path:
            allowed = allowed[step]
        labelled = [label.value for label in real.catalogue.labels if label.field == field]
        assert labelled == allowed["enum"], field
    assert {label.field for label in real.catalogue.labels} == ENUMERATIONS.keys()


def test_the_stations_are_those_of_the_schema(real):
    """A problem can break at exactly the stations that have a description."""
    allowed = Schemas(ROOT / "catalog/schema").by_name["common"]["$defs"]["station"]["enum"]
    assert list(real.catalogue.stations) == allowed


MODELS = {
    "problem": Problem,
    "provider": Provider,
    "response": Response,
    "reply": ReplyCode,
    "customer-reply": CustomerReply,
}
GIVEN_BY_THE_FOLDER = {"response": "provider", "customer-reply": "language"}


ITEMS_OF_VOCABULARIES = {"languages": Language, "glossary": Term}


@pytest.mark.parametrize("name", [*MODELS, *ITEMS_OF_VOCABULARIES])
def test_the_fields_of_a_schema_are_those_of_its_dataclass(name):
    """No field of an entry is lost, and none is required in one of the two places alone."""
    schema = Schemas(ROOT / "catalog/schema").by_name[name]
    if name in ITEMS_OF_VOCABULARIES:
        schema = schema["properties"][name]["items"]
    parts = {
        part.metadata.get("written", part.name): part
        for part in dataclasses.fields((MODELS | ITEMS_OF_VOCABULARIES)[name])
        if part.name != GIVEN_BY_THE_FOLDER.get(name)
    }
    assert parts.keys() == schema["properties"].keys()
    required = {
        written
        for written, part in parts.items()
        if part.default is dataclasses.MISSING and part.default_factory is dataclasses.MISSING
    }
    assert required == set(schema["required"])


def test_nothing_generated_is_committed():
    """Output folders are ignored, and every file of the catalogue has a place and a kind."""
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/build/", "/site/"} <= set(ignored)
    documents, refused = read_catalogue(ROOT)
    assert refused == [] and all(schema_name_of(document) for document in documents)


ROOMS = (
    "reading",
    "rules",
    "entries",
    "links",
    "pages",
    "api",
    "exports",
    "lookup",
    "publish",
    "authoring",
)


def test_a_room_imports_only_rooms_before_it():
    """Data flows one way; only the pipeline and the command line see every room."""
    for file in sorted(PROGRAM.glob("*/**/*.py")):
        room = file.relative_to(PROGRAM).parts[0]
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [
                name.name for name in getattr(node, "names", ()) if isinstance(name, ast.alias)
            ]
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{file}: imports name their room"
                names = [f"{node.module}.{name}" for name in names]
            for other in (name.split(".")[1] for name in names if name.startswith("generator.")):
                assert ROOMS.index(other) <= ROOMS.index(room), f"{file} imports {other}"


def test_modules_are_read_in_a_sitting():
    """No module is longer than 300 lines, and every room says what comes in and what goes out."""
    for file in sorted(PROGRAM.rglob("*.py")):
        assert len(file.read_text("utf-8").splitlines()) <= 300, file
    for room in ROOMS:
        (docstring,) = ast.parse((PROGRAM / room / "__init__.py").read_text("utf-8")).body
        assert re.search(r"\nIn: .+\sOut: ", docstring.value.value, re.DOTALL), room


def test_no_flag_makes_two_functions_of_one():
    """Whoever would pass True or False calls the function that does it."""
    for file in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for usual in (*node.args.defaults, *node.args.kw_defaults):
                    flag = isinstance(usual, ast.Constant) and isinstance(usual.value, bool)
                    assert not flag, f"{file}:{node.lineno}: {node.name}"


def test_a_name_means_one_class():
    """No two classes of the program have the same name."""
    places = {}
    for file in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(file.relative_to(PROGRAM).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_values_are_frozen():
    """Whatever a function is given stays as it was: every dataclass of the program is frozen."""
    found = set()
    for file in sorted(PROGRAM.rglob("*.py")):
        module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
        found.update(value for value in vars(module).values() if isinstance(value, type))
    models = [kind for kind in found if dataclasses.is_dataclass(kind)]
    thawed = [kind for kind in models if not kind.__dataclass_params__.frozen]
    assert len(models) > 80 and thawed == []


def test_tests_mirror_the_rooms():
    """Whatever is tested of a room is found in the folder of its name."""
    folders = {file.parent.name for file in (ROOT / "tests").glob("*/test_*.py")}
    assert folders == {*ROOMS, "house", "site"}


def test_every_list_of_rooms_has_every_room():
    """The folders, the table of the README and the docstring of the program, in one order."""
    folders = {file.parent.name for file in PROGRAM.glob("*/__init__.py")}
    assert folders == set(ROOMS)
    table = re.findall(r"^\| `(\w+)/` \| \w", README.read_text("utf-8"), re.MULTILINE)
    assert [name for name in table if name in folders] == list(ROOMS)
    program = ast.get_docstring(ast.parse((PROGRAM / "__init__.py").read_text("utf-8")))
    listed = program[program.index("The rooms") :]
    assert [name for name in re.findall(r"\w+", listed) if name in folders] == list(ROOMS)
