"""The edge: writes generated files, runs MkDocs, and puts a finished site in its place."""

import os
import shutil
import subprocess
import sys
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
    """Brings a folder that contains the files `before` to `after`, touching only what differs; returns the number of files touched."""
    changed = [path for path, content in after.items() if before.get(path) != content]
    for path in changed:
        write(Path(folder) / path, after[path])
    gone = before.keys() - after.keys()
    for path in gone:
        (Path(folder) / path).unlink(missing_ok=True)
    return len(changed) + len(gone)


def hand_written(folder):
    """The hand-written pages and assets, as a dict of path to bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(Path(folder).rglob("*")) if file.is_file()}


def build_site(target="site", configuration="mkdocs.yml"):
    """Runs a strict MkDocs build into a fresh folder and puts it in the place of `target` once it has succeeded.

    Returns MkDocs' exit status; with any but 0 the last good `target` is untouched.
    """
    fresh, old = Path(f"build/{Path(target).name}.new"), Path(f"build/{Path(target).name}.old")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", configuration, "--site-dir", str(fresh.resolve())]
    # Not --quiet: MkDocs would then not count its warnings, and --strict would let them pass.
    result = subprocess.run(command, env=mkdocs_environment(), check=False, stderr=subprocess.PIPE, text=True)
    said = [line for line in result.stderr.splitlines() if not line.startswith("INFO")]
    print("\n".join(said), end="\n" if said else "", file=sys.stderr)
    status = result.returncode
    if status == 0:
        if Path(target).exists():
            Path(target).rename(old)
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    return status


def mkdocs_environment():
    """The environment for MkDocs: a fixed date for the site map, so that the same input gives the same bytes."""
    return {"SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1"} | dict(os.environ)
