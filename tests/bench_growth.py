"""Benchmarks of a catalogue with ten times the responses: what grows, and how fast.

Part of `make bench GROWTH=1`. The model of the lookup is today's: training on copies says nothing.
"""

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.api import documents as data
from generator.lookup import index as lookup
from generator.lookup.learning import learn
from generator.pages import pages
from generator.pages.pictures import pictures
from generator.pipeline import check
from generator.publish import building, output
from generator.publish.joined import joined
from generator.reading.hand_written import read_hand_written

ROOT = Path(__file__).parent.parent
TIMES = 10
DIGITS = str.maketrans("0123456789", "abcdefghij")  # an id contains no status code
DOWNLOADS = ("catalogue.json", "responses.json", "codes.json", "openapi.json")
FIRST_ANSWER = ("index.json", "diagnose.js", "box.js")


def multiplied(root, times):
    """A catalogue with every response `times` times, under other ids and with other words."""
    shutil.copytree(ROOT / "catalog", root / "catalog")
    (root / "catalog/addresses.txt").unlink()
    for number, file in enumerate(sorted((ROOT / "catalog/responses").rglob("*.yml"))):
        text = re.sub(r"(?ms)^variants:.*?(?=^\w)", "", file.read_text("utf-8"))
        text = re.sub(r"(?m)^same_text_as:.*\n(?:[ -].*\n)*", "", text)
        for letter in "abcdefghi"[: times - 1]:
            name = f"copy-{letter}-{str(number).translate(DIGITS)}"
            told = re.sub(r"(?m)^id: .*", f"id: {name}", text)
            told = re.sub(r"(?m)^text: ([\"']?)", rf"text: \1Copy {name} ", told)
            target = root / "catalog" / file.relative_to(ROOT / "catalog").with_name(f"{name}.yml")
            target.write_text(told, "utf-8")


def measure(root):
    """Checks, generates and builds the catalogue in the folder `root`, and prints what it costs."""
    learnt = learn(check(ROOT)[0], ROOT / "build/lookup")
    start = time.process_time()
    links, mistakes = check(root)
    if mistakes:
        sys.exit("\n".join(map(str, mistakes[:5])))
    index = lookup.index(links, learnt)
    files = {
        **joined(read_hand_written(ROOT)[0]),
        **dict(pages.pages(links, {"schemas": [], "checks": {}}, {})),
        **dict(data.documents(links)),
        **dict(pictures(links.catalogue)),
        "assets/lookup/index.json": lookup.json.dumps(index, ensure_ascii=False),
    }
    own = time.process_time() - start
    count = sum(path.endswith(".md") for path in files)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} pages: {1000 * own / count:.2f} ms of CPU a page, peak {peak:.0f} MB")
    output.mirror(files, building.DOCUMENTS)
    start = time.process_time()
    if building.build(files, Path("site")):
        sys.exit("the engine failed")
    print(f"  finishing the site: {1000 * (time.process_time() - start) / count:.2f} ms a page")
    largest(Path("site"), "*.html", "largest page", ())
    largest(Path("site"), "*.json", "largest document that is no download", DOWNLOADS)
    answer = sum(len(Path("site/assets/lookup", name).read_bytes()) for name in FIRST_ANSWER)
    print(f"  the box's first answer: {answer:,} bytes")


def largest(site, pattern, told, passed_over):
    """Prints the largest file of a kind."""
    size, file = max(
        (file.stat().st_size, file) for file in site.rglob(pattern) if file.name not in passed_over
    )
    print(f"  {told}: {size:,} bytes, {file.relative_to(site)}")


def main():
    """Prints the figures of today's catalogue and of ten times as many responses, each measured in
    a process of its own.
    """
    for times in (1, TIMES):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            multiplied(root, times)
            shutil.copytree(ROOT / "docs", root / "docs")
            shutil.copytree(ROOT / "generator/pages/theme", root / "generator/pages/theme")
            shutil.copy(ROOT / "mkdocs.yml", root)
            subprocess.run(
                [sys.executable, __file__, folder], cwd=root, check=True,
                env={"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "315532800"},
            )  # fmt: skip


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
