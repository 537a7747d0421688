"""Serving begins with the last good site, survives mistakes and editors, renews what changes."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

from conftest import ROOT

from generator.publish import serve as serving

PORT = "http://127.0.0.1:{}/"


def waited_for(asked, seconds=90):
    """Whether something became true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if asked():
            return True
        time.sleep(0.1)
    return False


def test_serving_survives_mistakes_and_editors(tiny_root):
    """A mistake at the start, the last good site meanwhile, a lock file of an editor, the mend, a
    change: each shows within seconds, and an interrupt ends it.
    """
    (tiny_root / "docs").mkdir()
    (tiny_root / "site").mkdir()
    (tiny_root / "site/index.html").write_text("the last good one")
    (tiny_root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: build/docs\nplugins: []\nmarkdown_extensions: [attr_list]\n"
    )
    entry = tiny_root / "catalog/replies/550.yml"
    good = entry.read_text()
    entry.write_text(good + "{")
    port = 8000 + os.getpid() % 20_000
    start = (
        "import sys, generator.publish.serve as serving; from generator.__main__ import main; "
        f"serving.ADDRESS = ('127.0.0.1', {port}); sys.exit(main(['serve']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", start], cwd=tiny_root, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        # Where the tests run in the background, interrupts are ignored, and a child inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:  # fmt: skip

        def shows(path, words):
            try:
                with urllib.request.urlopen(PORT.format(port) + path, timeout=2) as answer:
                    return words in answer.read().decode()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                return False

        try:
            assert waited_for(lambda: shows("", "the last good one"))
            (tiny_root / "catalog/replies/.#550.yml").symlink_to("somebody@host.1")
            time.sleep(0.5)
            assert process.poll() is None
            entry.write_text(good)
            assert waited_for(lambda: shows("550/", "550"))
            entry.write_text(good + "{")
            time.sleep(0.6)
            entry.write_text(good.replace("meaning: ", "meaning: Quite a new word. ", 1))
            assert waited_for(lambda: shows("550/", "Quite a new word"))
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=90)[0]
        finally:
            process.kill()  # an expectation that fails must not wait for a server that serves on
    assert "the last good pages stay" in said and "Traceback" not in said


class Live:
    """Stands for the pages of a catalogue: one page, as it is now."""

    def page(self, address):
        """The page of 550 and no other."""
        return "as it is now" if address == "550/" else None


def test_what_is_live_goes_before_what_was_built(tmp_path):
    """A page as its entry is now, else as it was built last; open pages hear of the change."""
    for name in ("550", "551"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("as it was built")
    shown = serving.Shown(tmp_path)
    assert shown.page("550/") == shown.page("551/") == "as it was built"
    before = shown.state
    shown.change(Live())
    assert shown.state != before
    assert (shown.page("550/"), shown.page("551/")) == ("as it is now", "as it was built")
    assert shown.page("599/") is None
    shown.change(None)
    assert shown.page("550/") == "as it was built"


def test_files_of_editors_do_not_count_as_changes(tiny_root, monkeypatch):
    """Their coming and going is no change."""
    monkeypatch.chdir(tiny_root)
    before = serving.times()
    (tiny_root / "catalog/replies/.550.yml.swp").touch()
    assert before and serving.times() == before
