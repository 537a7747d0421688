"""Makes a folder hold exactly what was generated, and makes only what is not there yet.

Beside the folder lies a note, with a line a file: its path, what it was made of, and the size and
time that it had then; behind an empty line stands the same of the time before. A file that still
has them and is to be made of the same is neither made nor read. A note is not believed by another
version of the program or its packages, and may be deleted at any time.
"""

import os
import re
import shutil
import stat
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from generator.reading.made import Made, digest

READABLE = 0o644  # for everyone, whatever the umask of whoever builds
AT_ONCE = 1 << 16  # bytes; what comes in smaller pieces is written together
# A path with a control character, a backslash, or a step that is empty, `.` or `..`.
STRAYING = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.{0,2}(?:/|$)")


def mirror(files, folder, program="", published=None):
    """Makes the folder contain exactly `files`, a dict of path to text, bytes or a function that
    gives a `Made`; `program` is a digest of the program that makes them. `published` is where that
    lies now which was made here the last time, if it has another name since.

    A file whose content is the same is left alone, so that whoever watches the folder sees only
    what changed; a file that is in the folder but not among `files` is removed, so that no stale
    page survives. Returns the number of files written.
    """
    folder = Path(folder)
    if (outside := next(filter(STRAYING.search, files), None)) is not None:
        raise ValueError(f"{outside!r} is not a path below {folder}")
    present, folders = swept(folder, files)
    now, before = notes(folder, program)  # what is published takes turns with what was
    written, part = 0, note_of(folder).with_suffix(".part")
    with part.open("w", encoding="utf-8") as note:
        note.write(f"{program}\n")
        for path, content in files.items():
            content = content() if callable(content) else content
            of = content.of if isinstance(content, Made) else digest(content)
            state = present.get(path)
            told = f"{of} {state}"
            if told not in (now.get(path), before.get(path)):
                if (same := published_as(published, path, of, now)) is not None:
                    content = same
                elif isinstance(content, Made):
                    content = content.make()
                file = f"{folder}/{path}"
                if not state or not holds(file, state, content):
                    prepare(file, state, folders)
                    write(file, content)
                    written += 1
                told = f"{of} {readable(file)}"
            note.write(f"{path}\t{told}\n")
        note.write("\n")
        note.writelines(f"{path}\t{told}\n" for path, told in now.items())
    part.replace(note_of(folder))
    return written


def published_as(published, path, of, now):
    """The published file at a path, if it was made of the same by the note and was not touched."""
    if published and now.get(path, "").startswith(f"{of} "):
        file = Path(published, path)
        with suppress(OSError):
            if now[path] == f"{of} {state_of(os.lstat(file))}":
                return file
    return None


def swept(folder, wanted):
    """({path: state} of the files in a folder, the places of the folders in it), after everything
    was removed that is not wanted there or is no ordinary file, and every folder in which nothing
    is wanted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holding = set()
    for path in wanted:
        for parent in above(path):
            if parent in holding:
                break
            holding.add(parent)
    present, folders, left = {}, {str(folder)}, [""]
    while left:
        here = left.pop()
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                path = f"{here}/{entry.name}" if here else entry.name
                if entry.is_dir(follow_symlinks=False):
                    if path in holding:
                        left.append(path)
                        folders.add(f"{folder}/{path}")
                    else:
                        shutil.rmtree(entry.path)
                elif path in wanted and entry.is_file(follow_symlinks=False):
                    present[path] = state_of(entry.stat(follow_symlinks=False))
                else:
                    os.unlink(entry.path)
    return present, folders


def state_of(status):
    """What shows that a file was not touched: size, time and mode, in words."""
    return f"{status.st_size} {status.st_mtime_ns} {stat.S_IMODE(status.st_mode):o}"


def note_of(folder):
    """The file that tells what the files in a folder were made of."""
    return folder.with_name(f"{folder.name}.note")


def notes(folder, program=""):
    """What the same program noted of a folder the last time, and the time before: two dicts of path
    to digest and state; empty ones where the note is damaged.
    """
    with suppress(OSError, ValueError), note_of(Path(folder)).open(encoding="utf-8") as note:
        if note.readline() == f"{program}\n":
            return understood(note), understood(note)
    return {}, {}


def understood(lines):
    """What the lines of a note say up to the next empty one."""
    return dict(line.rstrip("\n").split("\t") for line in takewhile("\n".__ne__, lines))


def is_as_noted(folder, made_as):
    """Whether a folder holds the files that were noted last of the folder `made_as`, which may have
    had another name since, and none was touched.
    """
    try:
        with note_of(Path(made_as)).open(encoding="utf-8") as note:
            note.readline()
            made = understood(note)
    except (OSError, ValueError):
        return False
    here = len(f"{folder}/")
    found = {
        file[here:]: state_of(os.lstat(file))
        for place, _, names in os.walk(folder)
        for file in (f"{place}/{name}" for name in names)
    }
    return found == {path: told.partition(" ")[2] for path, told in made.items()}


def clashes(written, generated):
    """Yields the hand-written paths that would stand in the place of what is generated: the same
    file, the same address, or a folder where the other has a file.
    """
    made = {address_of(path) for path in generated}
    folders = {parent for path in generated for parent in above(path)}
    for path in sorted(written):
        over = path in folders or any(parent in generated for parent in above(path))
        if path in generated or address_of(path) in made or over:
            yield path


def address_of(path):
    """The address at which an engine shows what is written in a file."""
    stem, _, ending = path.rpartition(".")
    if ending in ("md", "html"):
        folder, slash, name = stem.rpartition("/")
        return f"{folder}{slash}" if name.lower() in ("index", "readme") else f"{stem}/"
    return path


def above(path):
    """The folders above a path, from the innermost out."""
    while path := path.rpartition("/")[0]:
        yield path


def prepare(file, state, folders):
    """Makes room for a file: its folders, which are added to those that are there, and no file of
    before, to which `state` belongs. A file that is there is never written into: the same file may
    be published under another name.
    """
    if state:
        os.unlink(file)
    missing = []
    place = file
    while (place := place.rpartition("/")[0]) not in folders:
        missing.append(place)
    for place in reversed(missing):
        os.mkdir(place)
        folders.add(place)


def write(file, content):
    """Puts a content that was made where nothing is."""
    if isinstance(content, Path):
        try:
            os.link(content, file)
        except OSError:  # not on every disk, and not to any number of names
            shutil.copyfile(content, file)
    else:
        with open(file, "xb", AT_ONCE) as opened:
            opened.writelines(map(encoded, pieces_of(content)))


def readable(file):
    """Lets everyone read a file; returns its state."""
    status = os.stat(file)
    if stat.S_IMODE(status.st_mode) != READABLE:
        os.chmod(file, READABLE)
        status = os.stat(file)
    return state_of(status)


def pieces_of(content):
    """The pieces of a text or of bytes."""
    return (content,) if isinstance(content, str | bytes) else content


def encoded(piece):
    """The bytes of a text, or bytes."""
    return piece.encode("utf-8") if isinstance(piece, str) else piece


def holds(file, state, content):
    """Whether a file, which has this state, holds a text, some bytes, or those of the file at a
    path. Of what comes in pieces it is not asked: they come once.
    """
    if isinstance(content, Path):
        if os.path.samefile(file, content):
            return True
        content = content.read_bytes()
    if not isinstance(content, str | bytes):
        return False
    data = encoded(content)
    return state.startswith(f"{len(data)} ") and Path(file).read_bytes() == data
