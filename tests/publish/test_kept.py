"""What is kept between builds is found by content: a rebuild gives the bytes of a first build."""

import random
import shutil
from pathlib import Path

import pytest
from conftest import NOTHING_TOLD, tree

from generator import __main__ as command_line
from generator.pipeline import check
from generator.publish import building, engines, kept
from generator.publish.live import Live

RESPONSES = Path("catalog/responses/example-mail")
LETTERS = "abcdefghijklmnop"


def add(chance, number):
    """A new response beside the others."""
    name = f"another-{LETTERS[number]}"
    text = (RESPONSES / "come-back-later.yml").read_text("utf-8")
    text = text.replace("id: come-back-later", f"id: {name}")
    text = text.replace("name: ", f"name: {name}, ").replace("text: please", f"text: {name} please")
    (RESPONSES / f"{name}.yml").write_text(text, "utf-8")


def edit(chance, number):
    """Other words in an entry."""
    file = chance.choice(sorted(RESPONSES.glob("*.yml")))
    file.write_text(file.read_text("utf-8").replace("name: ", f"name: {number}th "), "utf-8")


def edit_what_others_show(chance, number):
    """Another name of a problem or a provider, which the pages of many entries show."""
    file = chance.choice(sorted(Path("catalog").glob("pro*/*.yml")))
    file.write_text(file.read_text("utf-8").replace("\nname: ", f"\nname: {number}th "), "utf-8")


def edit_by_hand(chance, number):
    """Another paragraph in a hand-written page."""
    page = Path("docs/about.md")
    page.write_text(page.read_text("utf-8") + f"\nParagraph {number}.\n", "utf-8")


def rename(chance, number):
    """A response under another id."""
    file = chance.choice(sorted(RESPONSES.glob("another-*.yml")))
    name = f"another-{LETTERS[number]}"
    text = file.read_text("utf-8").replace(f"id: {file.stem}", f"id: {name}")
    file.unlink()
    (RESPONSES / f"{name}.yml").write_text(text, "utf-8")


def delete(chance, number):
    """A response less."""
    chance.choice(sorted(RESPONSES.glob("another-*.yml"))).unlink()


def test_ten_edits_give_the_bytes_of_a_first_build(themed):
    """Additions, edits, renames and deletions in a random order, each followed by a build."""
    Path("catalog/addresses.txt").unlink()
    chance = random.Random(14)
    edits = [add, edit, edit_what_others_show, edit_by_hand, rename, delete]
    for number in range(10):
        known = list(RESPONSES.glob("another-*.yml"))
        chance.choice(edits if known else [add])(chance, number)
        assert command_line.main(["build"]) == 0
    shutil.copytree("site", "rebuilt")
    shutil.rmtree("build")
    assert command_line.main(["build"]) == 0
    assert tree("rebuilt") == tree("site")


def test_nothing_is_done_where_nothing_changed(themed, monkeypatch, capsys):
    """A second build does nothing; one after a change of any kind does, and the engine runs only
    where what it reads has changed. What is served while it runs is, byte for byte, what is built.
    """
    runs = []
    real = engines.run_engine
    monkeypatch.setattr(engines, "run_engine", lambda *given: runs.append(given) or real(*given))

    def build():
        assert command_line.main(["build"]) == 0
        return "nothing changed" in capsys.readouterr().out, len(runs)

    live = Live(check(".")[0], NOTHING_TOLD)
    assert live.page("550/") is None
    assert build() == (False, 1)
    for address in ("550/", "5.1.1/", "problems/mailbox-full/", "providers/example-mail/"):
        assert live.page(address) == Path("site", address, "index.html").read_text("utf-8")
    assert live.page("about/") is None and live.page("no/such/page/") is None
    assert build() == (True, 1)
    edit(random.Random(1), 1)
    assert build() == (False, 1)
    Path("site/550/index.html").unlink()
    assert build() == (False, 1)
    shutil.rmtree(building.DOCUMENTS)
    assert build() == (False, 1)
    Path(building.ENGINE, "site/about/index.html").write_text("damaged")
    assert build() == (True, 1)
    edit_by_hand(random.Random(1), 1)
    assert build() == (False, 2)
    monkeypatch.setenv("SITE_URL", "https://codes.example.org/")
    assert build() == (False, 3)
    assert build() == (True, 3)


def test_what_was_found_is_remembered_by_the_same_program_alone(tmp_path):
    """A value is found once in a content, by one program; a damaged file costs time alone."""
    file, found = tmp_path / "read", []

    def recalled(program, *contents):
        found.clear()
        with kept.Memory(file, program) as memory:
            for content in contents:
                value = memory.recall(content, lambda c=content: found.append(c) or {"is": c})
                assert value == {"is": content}
        return found

    assert recalled("first", "one", "two\u2028") == ["one", "two\u2028"]
    assert recalled("first", "one", "two\u2028") == []
    assert recalled("first", "one") == []
    assert recalled("first", "one", "two\u2028") == ["two\u2028"]
    assert recalled("second", "one") == ["one"]
    file.write_bytes(file.read_bytes().replace(b'{"is"', b"\xff{"))
    assert recalled("second", "one") == ["one"]
    file.write_text("second\n" + file.read_text().split("\n")[1][:70])
    assert recalled("second", "one") == ["one"]


@pytest.mark.parametrize("change", ["name", "content", "gone"])
def test_a_digest_is_of_names_and_contents(change, tmp_path):
    """What a file is called, what it holds, whether it is there."""
    file = tmp_path / "folder/a.yml"
    file.parent.mkdir()
    file.write_text("one")
    before = kept.digest_of(tmp_path)
    assert kept.digest_of(tmp_path) == before
    if change == "name":
        file.rename(file.with_name("b.yml"))
    elif change == "content":
        file.write_text("two")
    else:
        file.unlink()
    assert kept.digest_of(tmp_path) != before
