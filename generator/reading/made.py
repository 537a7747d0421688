"""Contents of files that are made only where they are wanted."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """A content that was not made yet: `of` is a digest of everything it is made of, and `make`
    gives the text, the pieces of a long text one by one, the bytes, or the path of a file that has
    the same content.
    """

    of: str
    make: Callable


def digest(*contents):
    """A digest of texts or bytes."""
    found = hashlib.sha256()
    for content in contents:
        data = content.encode("utf-8") if isinstance(content, str) else content
        found.update(f"{len(data)}\0".encode() + data)
    return found.hexdigest()


def made(content):
    """The text or bytes of a content, which may be a function that gives a `Made`."""
    content = content() if callable(content) else content
    content = content.make() if isinstance(content, Made) else content
    return "".join(content) if isinstance(content, Iterator) else content


def anew(_, find):
    """What is found in a content, where nothing is known of before."""
    return find()


def all_made(files):
    """Yields (path, content) with every content made."""
    for path, content in files:
        yield path, made(content)
