"""What the last build was made of and what it made, so that the next does only what is left to do.

A note in `build/` holds two digests: of the content of everything a result depends on, versions
included, and of the sizes and times of the result's files. Where either differs, or the note is
gone, the result is made anew. What single files were made of is noted by `output.mirror`; what was
read in them is kept by `Memory`.
"""

import contextlib
import hashlib
import json
import os
import sys
from functools import cache
from pathlib import Path

import generator
from generator.reading.made import digest

PROGRAM = Path(generator.__file__).parent
VARIABLES = ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH")  # that a site depends on


class Memory:
    """Keeps what was found in contents from one build to the next: values that JSON can hold, each
    by a digest of what it was found in.

    It is not believed by another version of the program or its packages; a file that is damaged,
    gone or cannot be written costs time and nothing else. Only what was asked for is kept again.
    """

    def __init__(self, file, program):
        """`program` is a digest of the program and its packages."""
        self._file, self._program = Path(file), program
        self._before, self._lines, self._is_asked, self._is_new = {}, None, False, False

    def __enter__(self):
        """What was kept before is known, and what is asked for now is written beside it."""
        with contextlib.suppress(OSError, ValueError), self._file.open(encoding="utf-8") as lines:
            if next(lines, "").rstrip() == self._program:
                self._before = dict(line.rstrip("\n").split(" ", 1) for line in lines)
        with contextlib.suppress(OSError):
            self._lines = self._file.with_suffix(".part").open("w", encoding="utf-8")
            self._lines.write(f"{self._program}\n")
        return self

    def __exit__(self, kind, *_):
        """Keeps what was asked for, if anything was and it is not what was kept before."""
        if self._lines:
            part = Path(self._lines.name)
            with contextlib.suppress(OSError):
                self._lines.close()
                if kind is None and self._is_asked and (self._is_new or self._before):
                    part.replace(self._file)
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def recall(self, content, find):
        """What `find` finds in a content, a text or bytes; found once."""
        key, self._is_asked = digest(content), True
        try:
            text = self._before.pop(key)
            value = json.loads(text)
        except (KeyError, ValueError):
            value, self._is_new = find(), True
            text = json.dumps(value)
        if self._lines:
            try:
                self._lines.write(f"{key} {text}\n")
            except OSError:
                self._lines.close()
                self._lines = None
        return value


def program():
    """A digest of the program and its surroundings, by which what it kept is known as its own."""
    return digest_of(surroundings(), code())


@cache
def code():
    """A digest of the program itself: an edit while it runs does not change what runs."""
    return digest_of(PROGRAM)


def digest_of(*parts):
    """A digest of texts, of bytes, and of the content of files and folders given as paths."""
    found = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            for name in files_below(part):
                with open(f"{part}{name}", "rb") as file:
                    content = file.read()
                found.update(f"{name}\0{len(content)}\0".encode() + content)
        else:
            data = part.encode() if isinstance(part, str) else part
            found.update(f"{len(data)}\0".encode() + data)
    return found.hexdigest()


def files_below(path):
    """What stands behind a path in the names of all files below it, sorted; nothing behind that of
    a file.
    """
    if path.is_file():
        return [""]
    here = len(str(path))
    return sorted(
        file[here:]
        for folder, _, names in os.walk(path)
        if not folder.endswith("__pycache__")
        for file in (f"{folder}/{name}" for name in names)
        if os.path.isfile(file)
    )


def surroundings():
    """What a build depends on beside its files: the versions of Python and of all packages, and the
    addresses of the site and the repository.
    """
    packages = sorted(
        name
        for folder in filter(os.path.isdir, sys.path)
        for name in os.listdir(folder)
        if name.endswith(".dist-info")
    )
    return "\n".join([sys.version, *packages, *(f"{os.environ.get(one)}" for one in VARIABLES)])


def state_of(*folders):
    """A digest of the names, sizes and times of all files in folders."""
    found = hashlib.sha256()
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside.sort()
            for name in sorted(names):
                status = os.lstat(f"{place}/{name}")
                told = f"{place}/{name}\0{status.st_size} {status.st_mtime_ns} {status.st_mode}\0"
                found.update(told.encode())
    return found.hexdigest()


def is_made(note, wanted, *folders):
    """Whether the folders still hold what was made of `wanted`, a digest, by the note in a file."""
    try:
        of, state = Path(note).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return of == wanted and state == state_of(*folders)


def remember(note, wanted, *folders):
    """Notes that the folders hold what was made of `wanted`."""
    Path(note).write_text(f"{wanted}\n{state_of(*folders)}\n", "utf-8")
