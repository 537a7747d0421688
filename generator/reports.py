"""What the command line says of mistakes: on the terminal, to the runner, in its summary."""

import os
import traceback
from pathlib import Path

from generator.reading.mistakes import printable, shown
from generator.reading.source import CatalogFile


def report(mistakes):
    """Prints every mistake and their number, where the workflow runner listens as annotations too;
    returns the exit status.
    """
    for mistake in mistakes:
        print(mistake)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(mistake.annotation)
    print(counted(mistakes))
    return 1 if mistakes else 0


def counted(mistakes):
    """The number of mistakes in words."""
    count = len(mistakes)
    return f"{count} mistake{'s' * (count != 1)}" if mistakes else "no mistakes"


def summary(mistakes):
    """All mistakes as Markdown: the runner shows ten annotations at most."""
    if not mistakes:
        return "## No mistakes\n"
    lines = [f"- `{str(mistake).replace('`', chr(39))}`" for mistake in mistakes[:200]]
    return "\n".join([f"## {counted(mistakes)}", "", *lines]) + "\n"


def unforeseen(error):
    """What to say of a fault of the program itself: where, at which file, and whom to tell."""
    frames = list(traceback.walk_tb(error.__traceback__))
    paths = [
        value.path
        for frame, _ in frames
        for value in frame.f_locals.values()
        if isinstance(value, CatalogFile)
    ]
    frame, line = frames[-1]
    here = Path(frame.f_code.co_filename)
    code = "/".join(here.parts[-3:])
    at = f"{paths[-1]}:1: " if paths else ""
    return printable(
        f"{at}the program failed at {code}:{line}: {type(error).__name__}: {shown(error)}; this is "
        "a fault of the program: please report it, with the file that you changed last"
    )
