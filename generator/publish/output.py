"""Writes generated files into the folder that MkDocs reads."""

import re
from pathlib import Path

READABLE = 0o644  # for everyone, whatever the umask of whoever builds
CONTROL_CHARACTER = re.compile("[\x00-\x1f\x7f]")


def mirror(files, folder):
    """Makes the folder contain exactly `files`, a dict of path to text or bytes.

    A file whose content is the same is left alone, so that whoever watches the folder sees only
    what changed; a file that is in the folder but not among `files` is removed, so that no stale
    page survives. Returns the number of files written.
    """
    folder = Path(folder)
    wanted = {inside(folder, path): content for path, content in files.items()}
    for present in sorted(folder.rglob("*"), reverse=True):
        if present.is_dir() and not present.is_symlink():
            if not any(present.iterdir()):
                present.rmdir()
        elif present not in wanted or present.is_symlink():
            present.unlink()
    return sum(write(file, content) for file, content in wanted.items())


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
        folder, _, name = stem.rpartition("/")
        return f"{folder}/" if name.lower() in ("index", "readme") else f"{stem}/"
    return path


def above(path):
    """The folders above a path, from the innermost out."""
    while path := path.rpartition("/")[0]:
        yield path


def inside(folder, path):
    """The file at `path` below the folder; raises `ValueError` for a path that leads out of it."""
    parts = path.split("/")
    if CONTROL_CHARACTER.search(path) or "\\" in path or {"", ".", ".."} & set(parts):
        raise ValueError(f"{path!r} is not a path below {folder}")
    return Path(folder).joinpath(*parts)


def write(file, content):
    """Writes text or bytes to a file unless it contains them already; returns whether it wrote."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        if file.stat().st_mode & 0o777 != READABLE:
            file.chmod(READABLE)
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    file.chmod(READABLE)
    return True
