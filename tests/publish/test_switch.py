"""At every instant a complete site is there: whatever fails, whatever is killed, whoever builds at
the same time.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from generator.__main__ import NOTE
from generator.publish import switch

FILES = ("index.html", "550/index.html", "api/v1/index.json")


class Killed(BaseException):
    """Stands for a signal that no program can catch."""


def complete(folder):
    """The one word that all files of a site have; None where the site is torn or not there."""
    words = {(folder / file).read_text() if (folder / file).is_file() else None for file in FILES}
    return words.pop() if len(words) == 1 else None


def build_of(word):
    """A build whose site has `word` in every file."""

    def build(folder):
        for file in FILES:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(word)
        return 0

    return build


OPERATIONS = [(Path, "rename"), (Path, "unlink"), (Path, "mkdir"), (switch.shutil, "rmtree")]


@pytest.mark.parametrize("exchange", [True, False])
def test_a_kill_between_any_two_operations_leaves_a_complete_site(exchange, tmp_path, monkeypatch):
    """The kill comes before the first file operation, the second, and so on; then a build fails, and
    then one succeeds. Only between two renames, where the system cannot exchange, is the site away
    for a moment, and the next build brings it back even if it fails.
    """
    monkeypatch.chdir(tmp_path)
    Path("build").mkdir()
    if not exchange:
        monkeypatch.setattr(switch, "exchanged", lambda one, other: False)
    switch.publish(build_of("first"))
    killed = 0
    for number in range(100):
        left = number

        def counted(real):
            def operation(*arguments, **options):
                nonlocal left
                if left == 0:
                    raise Killed
                left -= 1
                return real(*arguments, **options)

            return operation

        before = complete(Path("site"))
        with monkeypatch.context() as patch:
            for where, name in OPERATIONS:
                patch.setattr(where, name, counted(getattr(where, name)))
            try:
                switch.publish(build_of(f"round {number}"))
            except Killed:
                killed += 1
                ended = False
            else:
                ended = True
        if exchange:
            assert complete(Path("site")) in (before, f"round {number}")
        assert switch.publish(lambda folder: 1) == 1
        assert complete(Path("site")) in (before, f"round {number}")
        if ended:
            break
    assert killed > 5
    assert switch.publish(build_of("last")) == 0 and complete(Path("site")) == "last"
    assert not Path("build/site.old").exists()


def test_the_system_exchanges_folders(tmp_path):
    """Where the kernel can, one step does it, and nobody ever sees no site."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/one").touch()
    if switch.exchanged(tmp_path / "a", tmp_path / "b"):
        assert (tmp_path / "b/one").exists()


@pytest.fixture
def project(tiny_root, monkeypatch):
    """A tiny project that MkDocs can build."""
    (tiny_root / "docs").mkdir()
    (tiny_root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: build/docs\nmarkdown_extensions: [attr_list]\n"
    )
    return tiny_root


def started(project, **options):
    """A build of the project in a process group of its own, with nothing kept from the last one."""
    (project / NOTE).unlink(missing_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options,
    )  # fmt: skip


def files_of(site):
    """How many files a site has."""
    return sum(file.is_file() for file in site.rglob("*"))


def test_two_builds_at_once_wait_for_each_other(project):
    """Both say success, and the site has every file."""
    first, second = started(project), started(project)
    said = [first.communicate()[0], second.communicate()[0]]
    assert (first.returncode, second.returncode) == (0, 0), said
    assert any("waiting for it" in text for text in said)
    alone = files_of(project / "site")
    started(project).communicate()
    assert files_of(project / "site") == alone > 50


def test_killed_builds_leave_the_last_good_site(project):
    """Whenever the signal comes, the site of before or the new one is whole."""
    started(project).communicate()
    whole = files_of(project / "site")
    for pause in (0.1, 0.4, 0.7, 1.0, 1.3):
        build = started(project)
        time.sleep(pause)
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        assert files_of(project / "site") == whole
    assert started(project).wait() == 0


def test_a_full_disk_is_told_and_leaves_the_site(project):
    """A limit on the size of files stands for a full disk."""
    started(project).communicate()
    whole = files_of(project / "site")
    (project / NOTE).unlink()
    limited = subprocess.run(
        ["sh", "-c", 'ulimit -f 1; trap "" XFSZ; exec "$0" -m generator build', sys.executable],
        cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert limited.returncode != 0
    assert "Traceback" not in limited.stdout + limited.stderr
    assert files_of(project / "site") == whole


def test_everybody_can_read_what_is_published(project):
    """Files are 644 and folders 755, whatever the umask of whoever builds."""
    build = started(project, umask=0o077)
    assert build.wait() == 0
    modes = {
        (file.is_dir(), oct(file.stat().st_mode & 0o777)) for file in (project / "site").rglob("*")
    }
    assert modes == {(True, "0o755"), (False, "0o644")}
