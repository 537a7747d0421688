"""Writes generated files into the folder that MkDocs reads."""

from pathlib import Path


def mirror(files, folder):
    """Makes the folder contain exactly `files`, a dict of path to text or bytes.

    A file whose content is the same is left alone, so that whoever watches the folder sees only
    what changed; a file that is in the folder but not among `files` is removed, so that no stale
    page survives. Returns the number of files written.
    """
    folder = Path(folder)
    written = sum(write(folder / path, content) for path, content in files.items())
    wanted = {(folder / path) for path in files}
    for present in sorted(folder.rglob("*"), reverse=True):
        if present.is_dir():
            if not any(present.iterdir()):
                present.rmdir()
        elif present not in wanted:
            present.unlink()
    return written


def write(file, content):
    """Writes text or bytes to a file unless it contains them already; returns whether it wrote."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return True


def renew(before, after, folder):
    """Brings a folder that contains the files `before` to `after`, touching only what differs;
    returns the number of files touched.
    """
    changed = [path for path, content in after.items() if before.get(path) != content]
    for path in changed:
        write(Path(folder) / path, after[path])
    gone = before.keys() - after.keys()
    for path in gone:
        (Path(folder) / path).unlink(missing_ok=True)
    return len(changed) + len(gone)


def hand_written(folder):
    """The hand-written pages and assets, as a dict of path to bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(Path(folder).rglob("*"))
        if file.is_file()
    }
