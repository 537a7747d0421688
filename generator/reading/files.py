"""Finds the files of a folder, and refuses what is no ordinary file or would be lost in silence."""

import os
import stat
from pathlib import Path

from generator.reading.mistakes import Mistake

LARGEST_FILE = 512 * 1024  # bytes; twice the largest vocabulary, the wordings of the lookup
LARGEST_ASSET = 4 * 1024 * 1024


def ordinary_files(root, folder, wanted, largest=LARGEST_FILE):
    """Reads the files below `root/folder` that are wanted; returns ([(path, bytes)], mistakes),
    sorted by path.

    `wanted(path)` returns True, False to pass over a file that another reader reads, or the remedy
    for one that nobody reads. Files of editors are passed over.
    """
    found, mistakes = [], []
    for path in sorted(paths(root, folder)):
        file = os.path.join(root, path)
        try:
            fault = irregular(path, os.lstat(file), largest)
            answer = fault or wanted(path)
            if answer is True:
                with open(file, "rb") as opened:
                    found.append((path, opened.read()))
            elif answer:
                mistakes.append(Mistake(path, 1, 1, answer))
        except FileNotFoundError:
            continue  # an editor took it away meanwhile
        except OSError as error:
            told = f"the file cannot be read: {error.strerror}; see to its permissions"
            mistakes.append(Mistake(path, 1, 1, told))
    return found, mistakes


def paths(root, folder):
    """Yields the path from the root of everything below `root/folder` but folders that are none of
    an editor's files; links are not followed. Raises `OSError` where a folder cannot be read: what
    is in it must not count as removed.
    """
    for here, folders, files in os.walk(Path(root) / folder, onerror=unless_missing):
        place = Path(here).relative_to(root).as_posix()
        folders[:] = [name for name in folders if not is_of_an_editor(name)]
        for name in folders:
            if name.endswith((".yml", ".md")) or os.path.islink(os.path.join(here, name)):
                yield f"{place}/{name}"
        for name in files:
            if not is_of_an_editor(name):
                yield f"{place}/{name}"


def unless_missing(error):
    """Raises an error of the walk, unless the folder is not there (any more)."""
    if not isinstance(error, FileNotFoundError):
        raise error


def is_of_an_editor(name):
    """Whether an editor or a desktop made the file for itself: hidden, a copy, or a lock."""
    return name.startswith((".", "#", "~$")) or name.endswith(
        ("~", ".swp", ".tmp", ".bak", ".orig")
    )


def irregular(path, status, largest):
    """What is wrong with what stands at a path, if it is no ordinary file of fair size."""
    if stat.S_ISLNK(status.st_mode):
        return "a symbolic link; put the file itself in its place"
    if stat.S_ISDIR(status.st_mode):
        return "a folder that is named like a file; give it another name"
    if not stat.S_ISREG(status.st_mode):
        return "not an ordinary file; remove it"
    if status.st_size > largest:
        return (
            f"the file has {status.st_size:,} bytes, more than {largest:,}; "
            "remove what does not belong there"
        )
    return None
