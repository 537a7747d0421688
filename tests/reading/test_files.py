"""Which files are read: ordinary ones of fair size and name; of every other one message has place
and remedy.
"""

import os
import socket

import pytest
from test_hostile import told, write

from generator.reading import files
from generator.reading.mistakes import Mistake

LINK = "a symbolic link; put the file itself in its place"
FOLDER = "a folder that is named like a file; give it another name"
NOT_FILES = {  # what stands at a path -> how it is told
    "a folder": (lambda file: file.mkdir(), FOLDER),
    "a link to nothing": (lambda file: file.symlink_to("nowhere"), LINK),
    "a link to itself": (lambda file: file.symlink_to(file.name), LINK),
    "a link to a file": (lambda file: file.symlink_to("/etc/passwd"), LINK),
    "a link to a folder": (lambda file: file.symlink_to("/etc"), LINK),
    "a link to a device": (lambda file: file.symlink_to("/dev/zero"), LINK),
    "a pipe": (lambda file: os.mkfifo(file), "not an ordinary file; remove it"),
}


@pytest.mark.parametrize("kind", NOT_FILES)
@pytest.mark.parametrize("place", ["catalog/replies/x.yml", "docs/x.md", "docs/x.txt"])
def test_what_is_no_ordinary_file_is_refused(kind, place, tiny_root):
    """One message names it; nothing is read through it."""
    (tiny_root / "docs").mkdir()
    make, wanted = NOT_FILES[kind]
    make(tiny_root / place)
    ordinary = kind == "a folder" and place.endswith(".txt")  # a name for a folder
    assert told(tiny_root) == ([] if ordinary else [f"{place}:1: {wanted}"])


CANNOT = "the file cannot be read: Permission denied; see to its permissions"


@pytest.mark.parametrize(
    ("raised", "wanted"),
    [
        (FileNotFoundError(2, "gone"), []),  # an editor took it away meanwhile
        (
            PermissionError(13, "Permission denied"),
            [
                Mistake(
                    "docs/b.md",
                    1,
                    1,
                    "the file cannot be read: Permission denied; see to its permissions",
                )
            ],
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told(raised, wanted, tmp_path, monkeypatch):
    """The others are read all the same."""
    write(tmp_path, "../docs/a.md", "a")
    write(tmp_path, "../docs/b.md", "b")
    lstat = os.lstat

    def failing(path):
        if str(path).endswith("b.md"):
            raise raised
        return lstat(path)

    monkeypatch.setattr(files.os, "lstat", failing)
    found = files.ordinary_files(tmp_path, "docs", lambda path: True)
    assert found == ([("docs/a.md", b"a")], wanted)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    """One that cannot be read is a fault: what is in it must not count as removed."""
    assert files.ordinary_files(tmp_path, "docs", lambda path: True) == ([], [])
    files.unless_missing(FileNotFoundError())
    with pytest.raises(PermissionError):
        files.unless_missing(PermissionError())


def test_a_file_is_at_most_so_large(tmp_path):
    """One byte more is too much."""
    write(tmp_path, "../docs/a.md", "a" * 1000)
    write(tmp_path, "../docs/b.md", "b" * 1001)
    found, mistakes = files.ordinary_files(tmp_path, "docs", lambda path: True, 1000)
    assert [path for path, _ in found] == ["docs/a.md"]
    assert list(map(str, mistakes)) == [
        "docs/b.md:1: the file has 1,001 bytes, more than 1,000; remove what does not belong there"
    ]


def test_a_socket_and_a_strange_name_are_refused(tiny_root, monkeypatch):
    """A name with control characters is printed without them."""
    monkeypatch.chdir(tiny_root / "catalog/replies")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.yml")
        assert told(tiny_root) == ["catalog/replies/s.yml:1: not an ordinary file; remove it"]
    os.unlink("s.yml")
    write(tiny_root, "replies/a\n::error::b\x1b[2J.yml", "code: [")
    assert len(told(tiny_root)) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.yaml", "the file ends in '.yaml'; name it catalog/replies/x.yml"),
        (
            "550.yaml",
            "the file ends in '.yaml'; catalog/replies/550.yml is there already, "
            "so merge the two or choose another name",
        ),
        (
            "x.yml.txt",
            "the file does not end in '.yml', so nothing reads it; name it catalog/replies/x.yml",
        ),
        (
            "x.csv",
            "nothing reads this file; an entry's file ends in '.yml', "
            "anything else belongs elsewhere",
        ),
    ],
)
def test_a_file_that_nobody_reads_is_told(name, message, tiny_root):
    """With the name that it ought to have, if nothing has it yet."""
    write(tiny_root, f"replies/{name}", "code: x")
    assert told(tiny_root) == [f"catalog/replies/{name}:1: {message}"]


def test_locks_and_copies_of_editors_are_passed_over(tiny_root):
    """Emacs, Vim and others may lay files beside the one that is edited."""
    (tiny_root / "catalog/replies/.#550.yml").symlink_to("somebody@host.1")
    for name in ("#550.yml#", ".550.yml.swp", "550.yml~", ".DS_Store"):
        write(tiny_root, f"replies/{name}", b"\x00")
    write(tiny_root, ".history/550.yml", "code: [")
    write(tiny_root, "replies/.idea/550.yml", "code: [")
    assert told(tiny_root) == []


@pytest.mark.parametrize(
    "path",
    [
        *("550.md", "550/index.md", "550/README.md", "README.md", "5.x.x.md", "api/v1/codes.json"),
        *("api/v1/codes.json/x.txt", "5.1.1.md/x.txt", "providers.md"),
    ],
)
def test_nothing_stands_in_the_place_of_a_generated_page(path, tiny_root):
    """Neither the same file, nor another with the same address, nor a folder where a file goes."""
    (tiny_root / "docs" / path).parent.mkdir(parents=True)
    (tiny_root / "docs" / path).write_text("# Title\n")
    place, message = f"docs/{path}", "the catalogue makes a page at this place too; rename this one"
    if path == "5.1.1.md/x.txt":
        place, message = "docs/5.1.1.md", FOLDER
    assert told(tiny_root) == [f"{place}:1: {message}"]


@pytest.mark.parametrize(
    "name", ["a\\b.md", "a\nb.md", "é.md", "-x.md", "a b.md", "x" * 90 + ".md"]
)
def test_a_name_that_is_no_part_of_an_address_is_refused(name, tiny_root):
    """What is published has an address in plain letters."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs" / name).write_text("# Title\n")
    lines = told(tiny_root)
    assert len(lines) == 1 and "use letters, digits, dots and hyphens" in lines[0]


def test_files_of_other_kinds_are_not_published(tiny_root):
    """Only known kinds of files are copied."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "docs/x.html").write_text("<script>alert(1)</script>")
    (tiny_root / "docs/CNAME").write_text("evil.example")
    message = (
        "1: a file of a kind that is not published; the kinds are "
        ".css, .ico, .js, .json, .md, .png, .svg, .txt, .webmanifest, .woff2"
    )
    assert told(tiny_root) == [f"docs/CNAME:{message}", f"docs/x.html:{message}"]
