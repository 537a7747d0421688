"""Benchmarks of a catalogue with ten times the responses: what grows, and how fast.

`make bench GROWTH=1` runs them. The model of the lookup is today's: to train on copies would say
nothing.
"""

import json
import os
import pickle
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import __main__ as command_line
from generator.lookup import index
from generator.lookup.learning import learn
from generator.pipeline import check
from generator.reading.source import read_document

ROOT = Path(__file__).parent.parent
TIMES = 10
LEARNT = "learnt.pickle"
MOST = 300_000  # bytes of a page, or of a document that a client needs for one question
DOWNLOADS = re.compile(
    r"api/v1/(?:catalogue|codes|openapi|problems|providers|responses|responses/[^/]+)\.json"
)
FIRST_ANSWER = ("index.json", "diagnose.js", "box.js")


def multiplied(root, times):
    """A catalogue with every response standing `times` times, under other ids and names and with
    other words in front, which are of the words that there are.
    """
    shutil.copytree(ROOT / "catalog", root / "catalog")
    (root / "catalog/addresses.txt").unlink()
    for file in sorted((ROOT / "catalog/responses").rglob("*.yml")):
        path = file.relative_to(ROOT)
        value = read_document(path.as_posix(), file.read_bytes()).value
        value.pop("same_text_as", None)
        for letter in "abcdefghi"[: times - 1]:
            name = f"{letter}-{file.stem}"
            front = f"Copy {letter} {file.parent.name} {file.stem}"  # hyphens tell no problem
            told = {"id": name, "text": f"{front} {value['text']}"}
            told["name"] = f"{value['name']} {letter.upper()}"
            if "variants" in value:
                told["variants"] = [f"{front} {text}" for text in value["variants"]]
            if "customer_reply" in value:
                told["customer_reply"] = letter + value["customer_reply"]
            text = json.dumps(value | told, ensure_ascii=False)  # which is YAML too
            (root / path).with_name(f"{name}.yml").write_text(text, "utf-8")


def measure(root):
    """Builds the catalogue in the folder `root`, with what the lookup has learnt from today's."""
    learnt = pickle.loads((root / LEARNT).read_bytes())
    index.learn = lambda *_: learnt
    before = resource.getrusage(resource.RUSAGE_SELF)
    if status := command_line.main(["build"]):
        return status
    after, engine = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    own = sum((after.ru_utime, after.ru_stime)) - sum((before.ru_utime, before.ru_stime))
    whole = own + engine.ru_utime + engine.ru_stime
    count = sum(1 for _ in Path("build/docs").rglob("*.md"))
    print(f"{count:,} pages: {1000 * whole / count:.2f} ms of CPU a page, "
          f"{1000 * own / count:.2f} of them the generator's own, "
          f"which had {after.ru_maxrss / 1024:.0f} MB at the most")  # fmt: skip
    site = root / "site"
    largest(site, "*.html", "largest page", lambda path: True)
    largest(
        site,
        "*.json",
        "largest document for one question",
        lambda path: not DOWNLOADS.fullmatch(path),
    )
    answer = sum(len(Path("site/assets/lookup", name).read_bytes()) for name in FIRST_ANSWER)
    print(f"  what names a problem in the box: {answer:,} bytes")
    return 0


def largest(site, pattern, told, is_counted):
    """Prints the largest files of a kind."""
    files = [
        (file.stat().st_size, path)
        for file in site.rglob(pattern)
        if is_counted(path := file.relative_to(site).as_posix())
    ]
    size, path = max(files)
    over = sum(size > MOST for size, _ in files)
    print(f"  {told}: {size:,} bytes, {path}; {over} over {MOST:,}")


def main():
    """Prints the figures of today's catalogue and of ten times as many responses, each measured in
    a process of its own.
    """
    learnt = pickle.dumps(learn(check(ROOT)[0].said, ROOT / "build/lookup"))
    for times in (1, TIMES):
        print(f"{times} times the responses:", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            multiplied(root, times)
            shutil.copytree(ROOT / "docs", root / "docs")
            shutil.copytree(ROOT / "generator/pages/theme", root / "generator/pages/theme")
            shutil.copy(ROOT / "mkdocs.yml", root)
            (root / LEARNT).write_bytes(learnt)
            subprocess.run(
                [sys.executable, __file__, folder], cwd=root, check=True,
                env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "315532800"},
            )  # fmt: skip


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1])))
