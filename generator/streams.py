"""Standard input and output as they come: closed, with bytes that are no text, in an encoding that
lacks a letter.
"""

import io
import sys


def be_lenient():
    """From here on nothing that is read or printed is a fault of its encoding; a closed input is an
    empty one.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def beginnings(stream, longest):
    """Yields the first characters of every line, so that no line takes more room than that."""
    while line := stream.readline(longest):
        yield line
        while line and not line.endswith("\n"):
            line = stream.readline(longest)
