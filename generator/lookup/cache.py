"""Keeps what training found, so that it runs again only when what it learns from has changed.

The key is a digest of the examples and of the program that learns; a file that was damaged or made
by anything else is not believed and made anew.
"""

import hashlib
import json
from pathlib import Path

MODULES = ("learning.py", "packing.py", "training.py")  # the program that learns
MOST = 8  # files that are kept


def kept(known, compute, folder):
    """`compute()`, or what it gave for the same examples before; a value that JSON can hold."""
    key = digest(known)
    file = Path(folder) / f"{key}.json"
    try:
        text = file.read_text("utf-8")
        seal, _, body = text.partition("\n")
        if seal == hashlib.sha256((key + body).encode()).hexdigest():
            return json.loads(body)
    except (OSError, ValueError):
        pass
    value = compute()
    body = json.dumps(value, sort_keys=True)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(f"{hashlib.sha256((key + body).encode()).hexdigest()}\n{body}", "utf-8")
        part.replace(file)
        ages = sorted(file.parent.glob("*.json"), key=lambda old: old.stat().st_mtime)
        for old in ages[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        pass  # it is made anew the next time
    return json.loads(body)


def digest(known):
    """A digest of the examples and of the modules that learn from them."""
    found = hashlib.sha256()
    for name in MODULES:
        found.update((Path(__file__).parent / name).read_bytes())
    for example in known:
        found.update(repr((example.features, example.problem, example.weight)).encode())
    return found.hexdigest()[:32]
