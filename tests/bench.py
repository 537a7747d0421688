"""Benchmarks: what share of a build is ours, and what a page costs when the catalogue is ten times
as large.

Run with `make bench`. Figures are ratios, because seconds vary from machine to machine.
"""

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from generator.api import documents as data
from generator.pages import pages
from generator.pipeline import check
from generator.publish import engines, output, switch
from generator.reading.hand_written import read_hand_written

ROOT = Path(__file__).parent.parent
TIMES = 10
DIGITS = str.maketrans("0123456789", "abcdefghij")  # an id contains no status code


def measure(root, build=False):
    """Seconds for checking and generating, seconds for MkDocs or None, and the number of Markdown
    pages.
    """
    start = time.perf_counter()
    links, mistakes = check(root)
    assert not mistakes, mistakes[0]
    files = {
        **read_hand_written(ROOT)[0],
        **dict(pages.pages(links, {"schemas": [], "checks": {}}, {})),
        **dict(data.documents(links)),
    }
    own = time.perf_counter() - start
    theirs = None
    if build:
        output.mirror(files, "build/docs")
        start = time.perf_counter()
        assert (
            switch.publish(lambda fresh: engines.run_engine("mkdocs", fresh), "build/bench-site")
            == 0
        )
        theirs = time.perf_counter() - start
    return own, theirs, sum(path.endswith(".md") for path in files)


def multiplied(root, times):
    """A catalogue with every response standing `times` times, under other ids and with other words."""
    shutil.copytree(ROOT / "catalog", root / "catalog")
    (root / "catalog/addresses.txt").unlink()
    for number, file in enumerate(sorted((ROOT / "catalog/responses").rglob("*.yml"))):
        text = re.sub(r"(?ms)^variants:.*?(?=^\w)", "", file.read_text("utf-8"))
        for letter in "abcdefghi"[: times - 1]:
            name = f"copy-{letter}-{str(number).translate(DIGITS)}"
            told = re.sub(r"(?m)^id: .*", f"id: {name}", text)
            told = re.sub(r"(?m)^text: ([\"']?)", rf"text: \1Copy {name} ", told)
            target = root / "catalog" / file.relative_to(ROOT / "catalog").with_name(f"{name}.yml")
            target.write_text(told, "utf-8")


def main():
    """Prints the figures."""
    own, theirs, count = measure(ROOT, build=True)
    print(
        f"{count} pages: checking and generating take {own / (own + theirs):.0%} of the build ({own:.1f} s of {own + theirs:.1f} s)"
    )
    print(f"one page takes {1000 * (own + theirs) / count:.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        multiplied(Path(folder), TIMES)
        many, _, more = measure(Path(folder))
        print(
            f"{more} pages: a page costs {many / more / (own / count):.2f} times as much to check and generate as with {count}"
        )


if __name__ == "__main__":
    sys.exit(main())
