"""At every instant a complete site is there: whatever fails, whatever is killed, whoever builds at
the same time.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT
from counted import survived

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
    """The kill comes before the first file operation, the second, and so on; then a build fails,
    and then one succeeds. Only between two renames, where the system cannot exchange, is the site
    away for a moment, and the next build brings it back even if it fails.
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
        survived("forced kills")
        if exchange:
            assert complete(Path("site")) in (before, f"round {number}")
        assert switch.publish(lambda folder: 1) == 1
        assert complete(Path("site")) in (before, f"round {number}")
        if ended:
            break
    assert killed >= 5
    assert switch.publish(build_of("last")) == 0 and complete(Path("site")) == "last"
    assert not Path("build/site.old").exists()


def test_the_system_exchanges_folders(tmp_path):
    """Where the kernel can, one step does it, and nobody ever sees no site."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/one").touch()
    if switch.exchanged(tmp_path / "a", tmp_path / "b"):
        assert (tmp_path / "b/one").exists()


def test_a_site_that_a_killed_build_took_away_comes_back(tmp_path, monkeypatch):
    """What was put aside is the last good one, and what was made since goes."""
    monkeypatch.chdir(tmp_path)
    build_of("last")(Path("build/site.old"))
    build_of("half")(Path("build/site.new"))
    assert switch.publish(lambda folder: 7) == 7
    assert complete(Path("site")) == "last" and complete(Path("build/site.new")) == "half"
    build_of("older")(Path("build/site.old"))
    assert switch.publish(lambda folder: 7) == 7
    assert complete(Path("site")) == "last" and complete(Path("build/site.new")) == "older"
    assert not Path("build/site.old").exists()


@pytest.mark.parametrize("kind", ["folder", "file", "link to a folder", "nothing"])
def test_whatever_stands_at_a_place_is_removed(kind, tmp_path):
    """A link alone, not what it leads to."""
    place, other = tmp_path / "place", tmp_path / "other"
    (other / "inside").mkdir(parents=True)
    {
        "folder": lambda: (place / "a/b").mkdir(parents=True),
        "file": place.touch,
        "link to a folder": lambda: place.symlink_to(other),
        "nothing": list,
    }[kind]()
    switch.remove(place)
    assert not os.path.lexists(place) and (other / "inside").is_dir()


@pytest.mark.parametrize(("answer", "done"), [(0, True), (-1, False), (None, False)])
def test_other_systems_exchange_by_another_name(answer, done, monkeypatch):
    """The call of macOS, or none: then two renames do it."""
    asked = []
    call = {} if answer is None else {"renamex_np": lambda *given: asked.append(given) or answer}
    monkeypatch.setattr(switch.ctypes, "CDLL", lambda *_, **__: SimpleNamespace(**call))
    assert switch.exchanged("a", "b") is done
    assert asked == ([(b"a", b"b", 2)] if call else [])


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
    survived("pairs")


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
        survived("kills")
    assert started(project).wait() == 0


def refused(project, before, **options):
    """What a build says that must fail; the site stays as it was."""
    whole = files_of(project / "site")
    (project / NOTE).unlink(missing_ok=True)
    limited = subprocess.run(
        ["sh", "-c", f'{before}; exec "$0" -m generator build', sys.executable],
        cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False, **options,
    )  # fmt: skip
    said = limited.stdout + limited.stderr
    assert limited.returncode != 0 and "Traceback" not in said, said
    assert files_of(project / "site") == whole > 50
    survived("faults")
    return said


@pytest.mark.parametrize(
    ("blocks", "told"),
    [(1, "File too large; see to its permissions and to the room"), (400, "mkdocs failed: ")],
)
def test_a_full_disk_is_told_and_leaves_the_site(blocks, told, project):
    """A limit on the size of files stands for a full disk: for the pages, and for the engine."""
    started(project).communicate()
    shutil.rmtree(project / "build")
    assert told in refused(project, f'ulimit -f {blocks}; trap "" XFSZ')


def without_privilege():
    """Lets permissions hold for root too: from the next program on it cannot pass over them."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.parametrize("folder", ["build", "build/docs", ".", "site", "catalog/replies"])
def test_no_permission_is_told_and_leaves_the_site(folder, project):
    """Wherever one may not write, or not read, the site stays and the place is named."""
    started(project).communicate()
    (project / "catalog/replies/550.yml").write_bytes(
        (project / "catalog/replies/550.yml").read_bytes() + b"# changed\n"
    )
    place = project / folder
    place.chmod(0o000 if folder.startswith("catalog") else 0o555)
    (project / "build/docs/550.md").unlink(missing_ok=True)
    try:
        if folder == "site":  # it is exchanged as a whole; nobody needs to write in it
            assert started(project, preexec_fn=without_privilege).wait() in (0, 1)
            assert files_of(project / "site") > 50
        else:
            assert "ermission" in refused(project, ":", preexec_fn=without_privilege)
    finally:
        place.chmod(0o755)


def test_everybody_can_read_what_is_published(project):
    """Files are 644 and folders 755, whatever the umask of whoever builds."""
    build = started(project, umask=0o077)
    assert build.wait() == 0
    modes = {
        (file.is_dir(), oct(file.stat().st_mode & 0o777)) for file in (project / "site").rglob("*")
    }
    assert modes == {(True, "0o755"), (False, "0o644")}
