"""Kills and rivals, many times, with the theme that is published: what `test_switch.py` does in
small. The site of before or the new one is there, byte for byte, whatever happens.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT, copy_tiny
from counted import survived

pytestmark = pytest.mark.long

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def started(root):
    """A build in a process group of its own; a remark makes it find something to do."""
    with open(root / "mkdocs.yml", "a", encoding="utf-8") as settings:
        settings.write("# built again\n")
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=root, env=ENVIRONMENT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def contents(site):
    """What a site consists of: {path: digest of the file}."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def with_theme(root):
    """Lays the project's hand-written files, settings and theme beside a catalogue."""
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "generator/pages/theme", root / "generator/pages/theme")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def tiny_project(tmp_path_factory):
    """(root, seconds that a build takes, what its site consists of) of the tiny catalogue."""
    root = with_theme(copy_tiny(tmp_path_factory.mktemp("tiny-project")))
    for page in root.glob("docs/*.md"):  # the tiny catalogue has another provider
        page.write_text(page.read_text("utf-8").replace("s/google", "s/example-mail"), "utf-8")
    return measured(root)


@pytest.fixture(scope="module")
def whole_project(tmp_path_factory, site):
    """The same of the whole catalogue, with what the lookup has learnt already."""
    root = with_theme(tmp_path_factory.mktemp("whole-project"))
    shutil.copytree(ROOT / "catalog", root / "catalog")
    shutil.copytree(ROOT / "build/lookup", root / "build/lookup")
    made = measured(root)
    assert made[2] == contents(site)
    return made


def measured(root):
    """Builds a project once."""
    start = time.monotonic()
    assert started(root).wait() == 0
    return root, time.monotonic() - start, contents(root / "site")


def kill_often(project, times):
    """Kills running builds at random moments, every one in the next part of the time that one
    takes; a signal that comes after the end does not count.
    """
    root, seconds, whole = project
    moments = random.Random(13)
    killed = tried = 0
    while killed < times:
        build = started(root)
        time.sleep(seconds * (killed + moments.random()) / times * 0.9**tried)
        running = build.poll() is None
        if running:
            os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        assert contents(root / "site") == whole, killed
        killed += running
        tried = 0 if running else tried + 1
        survived("kills" if running else "signals that came late")
    assert started(root).wait() == 0
    assert contents(root / "site") == whole


def rival(project, times):
    """Starts two builds at once, the second at random moments of the first."""
    root, seconds, whole = project
    moments = random.Random(13)
    for number in range(times):
        first = started(root)
        time.sleep(seconds * moments.random() / 2)
        second = started(root)
        assert (first.wait(), second.wait()) == (0, 0), number
        assert contents(root / "site") == whole, number
        survived("pairs")


def test_fifty_kills_of_the_tiny_catalogue(tiny_project):
    """The site is whole after each."""
    kill_often(tiny_project, 50)


def test_twenty_pairs_of_the_tiny_catalogue(tiny_project):
    """Both succeed, and the site is whole."""
    rival(tiny_project, 20)


def test_five_kills_of_the_whole_catalogue(whole_project):
    """The site is whole after each."""
    kill_often(whole_project, 5)


def test_a_pair_of_the_whole_catalogue(whole_project):
    """Both succeed, and the site is whole."""
    rival(whole_project, 1)
