"""Puts a finished site in the place of the last one, in one step: at every instant there is a
complete site, and one build at a time. The last one stays aside, and what has changed since is all
that the next build writes into it.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import sys
from pathlib import Path

LOCK = "build/lock"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of renameat2(2); the one of macOS takes the same flag


@contextlib.contextmanager
def one_at_a_time():
    """While this is held no other build runs in this folder; a killed build lets go of it."""
    Path(LOCK).parent.mkdir(parents=True, exist_ok=True)
    with open(LOCK, "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build runs in this folder; waiting for it", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def publish(build, target="site"):
    """Has `build` make a folder hold the new site, and puts it in the place of `target` if `build`
    returns 0.

    In the folder may be what was published before the last time, so that `build` has less to do.
    Returns what `build` returned; with any but 0 the last good `target` is untouched.
    """
    target = Path(target)
    new, old = fresh(target), Path(f"build/{target.name}.old")
    repair(target, new, old)
    status = build(new)
    if status == 0:
        switch(new, target, old)
    return status


def fresh(target):
    """The folder in which the next `target` is made."""
    return Path("build", f"{Path(target).name}.new")


def repair(target, new, old):
    """Brings back what a build that was killed between two renames left behind."""
    if old.exists() and not target.exists():
        old.rename(target)
    if old.exists():
        put(old, new)


def put(old, new):
    """Puts what was published before in the place of what is made next."""
    remove(new)
    old.rename(new)


def switch(new, target, old):
    """Puts `new` in the place of `target`: by one exchange where the system can, else by two
    renames, of which `repair` mends the first alone.
    """
    if not os.path.lexists(target):
        new.rename(target)
    elif not exchanged(new, target):
        target.rename(old)
        new.rename(target)
        put(old, new)


def exchanged(one, other):
    """Exchanges the names of two folders in one step; returns whether the system can do that."""
    library = ctypes.CDLL(None, use_errno=True)
    names = [os.fsencode(one), os.fsencode(other)]
    if call := getattr(library, "renameat2", None):
        return call(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0
    if call := getattr(library, "renamex_np", None):
        return call(*names, RENAME_EXCHANGE) == 0
    return False


def remove(path):
    """Removes a folder, a file or a link, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
