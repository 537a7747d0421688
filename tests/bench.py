"""Benchmarks: what the site costs to build, to build again, to renew while editing, and to open.

Run with `make bench`, which takes less than five minutes on a quiet machine; `make bench GROWTH=1`
measures a catalogue of ten times the responses instead. Seconds are CPU of whole processes, their
children included; read the ratios, which were taken in one run, and the bytes. All is done in a
copy of the project.
"""

import gzip
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from importlib.metadata import version
from pathlib import Path

import bench_exports
import bench_growth
import bench_lookup
import bench_views

from generator.lookup.learning import learn
from generator.pipeline import check
from generator.publish.engines import mkdocs_environment

ROOT = Path(__file__).parent.parent
COPIED = ("catalog", "docs", "generator/pages/theme", "generator/pages/templates", "build/lookup")
VERSIONS = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "PyYAML")
ENTRY = "catalog/responses/google/account-disabled.yml"
RESPONSE = "providers/google/account-disabled/"
PLAIN = "plain MkDocs and Material on the same `build/docs`"
WHOLE = "whole build, checking and generating included"
FIRST = "one entry changed, the first time"
GENERATOR = [sys.executable, "-m", "generator"]
PORT = 8765
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of(command, root):
    """The CPU seconds of a command that is run in a folder, its children included; Python keeps
    what it compiled, as it does for `make site`.
    """
    environment = mkdocs_environment() | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(said.read().decode())
    return usage.ru_utime + usage.ru_stime


def copied(root):
    """A copy of the project in the folder `root`; what training found comes along."""
    for folder in COPIED:
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)


def plain(root):
    """The command that builds the same pages with MkDocs and Material as they come: the same
    navigation, no theme folder, extension or plugin of ours.
    """
    text = (root / "mkdocs.yml").read_text("utf-8")
    kept = re.findall(r"(?ms)^(?:site_name|nav|not_in_nav|docs_dir):.*?(?=^\S|\Z)", text)
    (root / "plain.yml").write_text("".join(kept) + "theme: {name: material}\n", "utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml", "-d", "plain"]


def whole_and_plain(root):
    """The CPU seconds of a build in a folder that holds no build yet, and those of MkDocs and
    Material as they come on the same pages.
    """
    whole = cpu_of([*GENERATOR, "build"], root)
    return whole, cpu_of(plain(root), root)


def builds(root):
    """What builds and rebuilds cost, beside MkDocs and Material as they come: {name: seconds}.

    Making many thousand files costs now more, now less: of the two that are compared with each
    other the lesser of two runs counts.
    """
    links, _ = check(root)
    start = time.process_time()
    learn(links, None)
    print(f"training the lookup, apart and only where its input changed: "
          f"{time.process_time() - start:.1f} s")  # fmt: skip
    cpu_of([*GENERATOR, "pages"], root)  # now what training found is kept
    for kept in (root / "build").iterdir():
        if kept.name != "lookup":
            remove(kept)
    copied(other := root / "other")
    shutil.copytree(root / "build/lookup", other / "build/lookup", dirs_exist_ok=True)
    runs = [whole_and_plain(folder) for folder in (other, root)]
    remove(other)
    whole, plainly = map(min, zip(*runs, strict=True))
    costs = {PLAIN: plainly, WHOLE: whole}
    costs["nothing changed"] = cpu_of([*GENERATOR, "build"], root)
    for name, word in ((FIRST, "Now"), ("one entry changed, later", "Then")):
        entry = root / ENTRY
        text = entry.read_text("utf-8")
        entry.write_text(re.sub(r"(?m)^name: .*", f"name: {word} another", text), "utf-8")
        costs[name] = cpu_of([*GENERATOR, "build"], root)
    costs["check alone"] = cpu_of([*GENERATOR, "check"], root)
    return costs


def table(costs):
    """Prints the table that stands in the README under "Speed"."""
    print("| | CPU | of plain | of the whole build |\n| --- | --- | --- | --- |")
    for name, seconds in costs.items():
        shares = (f"{seconds / costs[of]:.2f}" if name != of else "1" for of in (PLAIN, WHOLE))
        print(f"| {name} | {seconds:.1f} s | {' | '.join(shares)} |")


def remove(path):
    """Removes a folder or a file."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def cpu_of_tree(pid):
    """The CPU seconds of a running process and its children, as Linux counts them."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(folder.name) == pid or int(fields[1]) == pid:
            total += sum(map(int, fields[11:15])) / TICKS
    return total


def renewal(root):
    """The CPU between the change of an entry and the moment when `make serve` shows it, {name:
    seconds}; nothing where the system does not tell.
    """
    if not Path("/proc/self/stat").exists():
        return {}
    start = (
        "import sys, generator.publish.serve as serving; from generator.__main__ import main; "
        f"serving.ADDRESS = ('127.0.0.1', {PORT}); sys.exit(main(['serve']))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    entry = root / ENTRY
    with subprocess.Popen(
        [sys.executable, "-c", start], cwd=root, env=environment, stdout=subprocess.DEVNULL
    ) as process:
        try:
            shown = []
            for word in ("Once", "Twice", "Thrice"):
                before = cpu_of_tree(process.pid)
                text = entry.read_text("utf-8")
                entry.write_text(re.sub(r"(?m)^name: .*", f"name: {word} changed", text), "utf-8")
                if not waited_for(f"{word} changed"):
                    print("serve did not show a change in three minutes")
                    return {}
                shown.append(cpu_of_tree(process.pid) - before)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
    print(f"serve: the first page is shown after {shown[0]:.1f} s of CPU")
    return {"a changed page in `make serve`": min(shown[1:])}


def waited_for(words, seconds=180):
    """Whether the served page of the entry shows some words in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{PORT}/{RESPONSE}", timeout=60
            ) as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def packed(file):
    """The bytes of a file as a compressing server sends it."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def sizes(site):
    """Prints the sizes of the HTML by kind of page, and the largest pages and documents."""
    kinds = {
        "codes": "[0-9]*/index.html", "problems": "problems/*/index.html",
        "providers": "providers/*/index.html", "responses": "providers/*/*/index.html",
        "lists of texts": "**/texts*/**/index.html", "all pages": "**/*.html",
    }  # fmt: skip
    print(f"{'HTML':20}{'pages':>8}{'median':>10}{'largest':>10}{'gzip':>10}  largest at")
    for name, pattern in kinds.items():
        files = [file for file in site.glob(pattern) if file.stat().st_size > 1000]
        bytes_of = sorted((file.stat().st_size, file) for file in files)
        if bytes_of:
            median = statistics.median(size for size, _ in bytes_of)
            size, file = bytes_of[-1]
            print(f"{name:20}{len(files):8}{median:10,.0f}{size:10,}{packed(file):10,}  "
                  f"{file.relative_to(site).parent}")  # fmt: skip
    whole = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    print(f"the site has {whole / 1e6:.1f} MB")


def texts(links):
    """Long texts for the box, by kind."""
    said = [response.text for response in links.catalogue.responses.values()]
    return {
        "lines of a log": "\n".join(f"550 5.7.1 {text}" for text in said),
        "one line": " ".join(said),
        "one word": "a" * 70_000,
    }


def main():
    """Prints the figures."""
    cpus = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    print(f"{cpus[1] if cpus else platform.machine()}, {os.cpu_count()} processors, "
          f"load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, "
          + ", ".join(f"{name} {version(name)}" for name in VERSIONS), flush=True)  # fmt: skip
    if os.environ.get("GROWTH"):
        return bench_growth.main()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copied(root)
        costs = builds(root)
        sizes(root / "site")
        bench_views.main(root / "site", texts(check(ROOT)[0]))
        table(costs | renewal(root))
    bench_exports.main([])
    return bench_lookup.main()


if __name__ == "__main__":
    sys.exit(main())
