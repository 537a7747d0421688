"""What the last build was made of and what it made, so that the next does only what is left to do.

A note in `build/` holds two digests: of the content of everything a result depends on, versions
included, and of the sizes and times of the result's files. Where either differs, or the note is
gone, the result is made anew.
"""

import hashlib
import os
import sys
from pathlib import Path

import generator

PROGRAM = Path(generator.__file__).parent
VARIABLES = ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH")  # that a site depends on


def digest_of(*parts):
    """A digest of texts, of bytes, and of the content of files and folders given as paths."""
    found = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            for file in files_below(part):
                content = file.read_bytes()
                found.update(f"{file.relative_to(part)}\0{len(content)}\0".encode() + content)
        else:
            data = part.encode() if isinstance(part, str) else part
            found.update(f"{len(data)}\0".encode() + data)
    return found.hexdigest()


def files_below(path):
    """Every file below a path, sorted; the path itself if it is a file."""
    if path.is_file():
        return [path]
    return sorted(
        Path(folder, name)
        for folder, _, names in os.walk(path)
        if not folder.endswith("__pycache__")
        for name in names
        if Path(folder, name).is_file()
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
        return Path(note).read_text("utf-8") == f"{wanted}\n{state_of(*folders)}\n"
    except OSError:
        return False


def remember(note, wanted, *folders):
    """Notes that the folders hold what was made of `wanted`."""
    Path(note).write_text(f"{wanted}\n{state_of(*folders)}\n", "utf-8")
