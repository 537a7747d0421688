"""Reads from git what was changed in the catalogue, newest first; only while publishing."""

import subprocess
from dataclasses import dataclass

from generator.reading.shape import ENTRY_SCHEMAS

KINDS = {"A": "new", "M": "changed", "D": "removed"}


class NoHistory(Exception):
    """What is missing for a list of changes, and what to do."""


@dataclass(frozen=True)
class Change:
    """A commit that touched entries: when, what its message says, and (kind, file) pairs."""

    id: str
    date: str
    subject: str
    files: tuple[tuple[str, str], ...]


def changes(root, limit):
    """The last changes, at most `limit`, as a tuple; raises `NoHistory` where git has not all."""
    if git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        raise NoHistory("the history was not fetched whole; set `fetch-depth: 0` at the checkout")
    folders = [f"catalog/{folder}" for folder in ENTRY_SCHEMAS.values()]
    listed = git(
        root, "-c", "core.quotePath=false", "log", f"--max-count={limit}", "--no-merges",
        "--no-renames", "--name-status", "--format=%x01%H%n%cI%n%s", "--", *folders,
    )  # fmt: skip
    return tuple(map(change, listed.split("\x01")[1:]))


def change(text):
    """One commit of the list, from its lines: id, date, subject, a blank one, the files."""
    number, date, subject, _, *files = text.rstrip("\n").split("\n")
    pairs = (line.split("\t") for line in files)
    return Change(number, date, subject, tuple((KINDS[kind], file) for kind, file in pairs))


def git(root, *arguments):
    """What a git command prints."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistory("there is no git history here; run this in a clone") from error
    return done.stdout
