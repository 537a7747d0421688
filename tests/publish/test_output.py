"""What is written is exactly what was made, and a failed build leaves the last good site alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, tree
from parsed import Document

from generator import __main__ as command_line
from generator.pages.site import Site
from generator.pipeline import once
from generator.publish import output
from generator.reading.made import Made


def test_a_folder_mirrors_its_files(tmp_path):
    """Stale files go, new ones come, and what is the same is not touched."""
    assert output.mirror({"a.md": "one", "b/c.md": "two"}, tmp_path) == 2
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert output.mirror({"a.md": "one", "d.md": b"three"}, tmp_path) == 1
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.md", "d.md"]
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def counting(made, of, text):
    """A content that tells in a list when it is made."""
    return lambda: Made(of, lambda: made.append(text) or text)


def test_what_is_there_is_not_made_again(tmp_path):
    """Only what is made of something else, was touched, or was noted by another program."""
    folder, made = tmp_path / "docs", []

    def mirrored(of, program="first"):
        made.clear()
        files = {"a.md": counting(made, of, "one"), "b/c.md": counting(made, "two", "two")}
        output.mirror(files, folder, program)
        return made

    assert mirrored("one") == ["one", "two"]
    assert mirrored("one") == []
    assert mirrored("more than one") == ["one"]
    (folder / "b/c.md").write_text("edited by hand")
    assert mirrored("more than one") == ["two"]
    assert mirrored("more than one", "second") == ["one", "two"]
    output.note_of(folder).write_text("[damaged")
    assert mirrored("more than one", "second") == ["one", "two"]
    assert (folder / "b/c.md").read_text() == "two"


def test_what_was_published_is_not_made_again(tmp_path):
    """It gets another name; not where it was touched since, or is to be made of something else."""
    new, site, made = tmp_path / "site.new", tmp_path / "site", []
    files = {name: counting(made, name, name) for name in ("a", "b", "c/d")}
    output.mirror(files, new)
    new.rename(site)
    (site / "b").write_text("edited by hand")
    made.clear()
    files["c/d"] = counting(made, "more", "more")
    assert output.mirror(files, new, published=site) == 3
    assert made == ["b", "more"]
    assert (new / "a").samefile(site / "a")
    assert [(new / name).read_text() for name in files] == ["a", "b", "more"]
    assert [(site / name).read_text() for name in files] == ["a", "edited by hand", "c/d"]


def test_what_comes_in_pieces_is_written_together(tmp_path):
    """It comes once, so it is written wherever it is made of something else."""

    def mirrored(of, *pieces):
        return output.mirror({"a.sql": lambda: Made(of, lambda: iter(pieces))}, tmp_path / "docs")

    assert [mirrored("one", "o", b"n", "e"), mirrored("one"), mirrored("two", "two")] == [1, 0, 1]
    assert (tmp_path / "docs/a.sql").read_text() == "two"


def test_a_file_under_two_names_is_never_written_into(tmp_path):
    """What is published under another name stays as it was."""
    output.mirror({"a.json": "one"}, tmp_path / "docs")
    linked = Made("one", lambda: tmp_path / "docs/a.json")
    output.mirror({"a.json": lambda: linked}, tmp_path / "site")
    output.mirror({"a.json": "two"}, tmp_path / "docs")
    assert (tmp_path / "site/a.json").read_text() == "one"


def test_what_was_noted_is_known_again(tmp_path):
    """A folder under another name too; not with a file more, less or touched."""
    folder, other = tmp_path / "docs", tmp_path / "site"
    assert not output.is_as_noted(folder, folder)  # nothing was noted
    output.mirror({"a.md": "one", "b/c.md": "two"}, folder)
    assert output.is_as_noted(folder, folder)
    folder.rename(other)
    assert output.is_as_noted(other, folder) and not output.is_as_noted(folder, folder)
    (other / "d.md").touch()
    assert not output.is_as_noted(other, folder)
    (other / "d.md").unlink()
    (other / "b/c.md").write_text("TWO")
    assert not output.is_as_noted(other, folder)
    output.note_of(folder).write_text("x\n[damaged")
    assert not output.is_as_noted(other, folder)


def test_a_disk_without_second_names_gets_copies(tmp_path, monkeypatch):
    """Not every disk lets a file have two names."""
    (tmp_path / "a.json").write_text("one")

    def refused(*_):
        raise OSError("no second name")

    monkeypatch.setattr(output.os, "link", refused)
    output.write(str(tmp_path / "b.json"), tmp_path / "a.json")
    assert (tmp_path / "b.json").read_text() == "one"


def test_everyone_can_read_what_is_written(tmp_path):
    """Whatever the umask of whoever builds, and what somebody did to a file since."""
    before = os.umask(0o077)
    try:
        output.mirror({"a.md": "one"}, tmp_path)
        assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644
        (tmp_path / "a.md").chmod(0o600)
        assert output.mirror({"a.md": "one"}, tmp_path) == 0
        assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


OUTSIDE = [
    "/etc/x", "../x", "a/../../x", "a//b", "", "/", "./a", "a/", "a\0b", "a\nb", "a\x1bb", "a\\b",
    "..",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_is_written_outside_the_folder(path, tmp_path):
    """Whoever asks: a path that is absolute, climbs, or has a control character is refused before
    anything is written.
    """
    folder = tmp_path / "docs"
    folder.mkdir()
    with pytest.raises(ValueError):
        output.mirror({"a.md": "one", path: "two"}, folder)
    assert [file.name for file in tmp_path.rglob("*")] == ["docs"]


def test_links_in_the_folder_are_replaced_and_not_followed(tmp_path):
    """What a link leads to stays as it was."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a.md").write_text("kept")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").symlink_to(tmp_path / "kept/a.md")
    (tmp_path / "docs/b").symlink_to(tmp_path / "kept")
    output.mirror({"a.md": "one", "b/a.md": "two"}, tmp_path / "docs")
    assert (tmp_path / "kept/a.md").read_text() == "kept"
    assert (tmp_path / "docs/b/a.md").read_text() == "two"


def test_two_pages_at_one_path_are_an_error():
    """Neither takes the place of the other in silence."""
    with pytest.raises(ValueError, match=r"two pages have the path a\.md"):
        once([("a.md", "one"), ("b.md", "two"), ("a.md", "three")])


def test_a_redirect_writes_its_target_as_text(tiny):
    """Even an address that the ledger refuses would be no markup."""
    page = Site(tiny).redirect("old/", '550/#"><script>alert(1)</script>')
    read = Document(page)
    assert read.named("script") == [] and read.faults == []


def test_a_failed_build_leaves_the_last_good_site(tiny_root, monkeypatch):
    """MkDocs' strict failure, or a mistake in the catalogue, ends with status 1 and the old site in
    place.
    """
    monkeypatch.chdir(tiny_root)
    (tiny_root / "docs").mkdir()
    (tiny_root / "site").mkdir()
    (tiny_root / "site/index.html").write_text("the last good one")
    (tiny_root / "mkdocs.yml").write_text("site_name: x\ndocs_dir: build/docs\nnav: [missing.md]\n")
    assert command_line.main(["build"]) == 1
    (tiny_root / "catalog/replies/550.yml").write_text("code: [")
    assert command_line.main(["build"]) == 1
    assert (tiny_root / "site/index.html").read_text() == "the last good one"


def test_two_builds_are_the_same(tiny_root, monkeypatch):
    """The same input gives the same bytes, in another process, whatever the order of its sets."""
    monkeypatch.chdir(tiny_root)
    (tiny_root / "docs").mkdir()
    (tiny_root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: build/docs\nplugins: [search]\nmarkdown_extensions: [attr_list]\n"
    )
    builds = []
    for seed in ("1", "2"):
        shutil.rmtree("build", ignore_errors=True)
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-m", "generator", "build"], env=environment, check=True)
        builds.append(tree("site"))
    assert builds[0] == builds[1]
    assert Path("site/550/index.html").is_file()


def test_mistakes_are_printed_and_annotated(tiny_root, monkeypatch, capsys):
    """Every mistake with its line and their number; in the workflow also as an annotation on that
    line.
    """
    monkeypatch.chdir(tiny_root)
    file = tiny_root / "catalog/replies/452.yml"
    file.write_text(file.read_text().replace("importance: medium", "importance: middling"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert command_line.main(["check"]) == 1
    printed = capsys.readouterr().out.splitlines()
    message = "'importance' cannot be 'middling'; write one of high, medium, low"
    assert printed == [
        f"catalog/replies/452.yml:5: {message}",
        f"::error file=catalog/replies/452.yml,line=5,col=1::{message}",
        "1 mistake",
    ]


def test_stale_responses_are_listed_without_failing(tiny_root, monkeypatch, capsys):
    """The list is for the maintainers; nobody's pull request depends on it."""
    monkeypatch.chdir(tiny_root)
    assert command_line.main(["stale"]) == 0
    assert (
        "catalog/responses/example-mail/over-limit.yml: last checked on 2024-01-31"
        in capsys.readouterr().out
    )
