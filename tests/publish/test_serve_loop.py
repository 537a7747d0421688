"""What serving does at every look at the files, and what it answers, without a server's time."""

import http.server
import threading
import urllib.error
import urllib.request
from functools import partial
from types import SimpleNamespace

import pytest

from generator.publish import serve as serving


class Build:
    """Stands for the process that builds the site: `ends` says when it has ended."""

    def __init__(self, did, ends):
        self.did, self.ends = did, ends

    def poll(self):
        """A status once it has ended."""
        return 0 if self.ends else None

    def terminate(self):
        """Is told."""
        self.did.append("terminate")

    def wait(self):
        """Is told."""
        self.did.append("wait")


def looks(monkeypatch, tmp_path, states, lives, ends):
    """What is done in one look after another at files that are in these states."""
    did, states, lives, ends = [], iter(states), iter(lives), iter(ends)

    def sleep(_):
        did.append("sleep")

    def times():
        try:
            return next(states)
        except StopIteration:
            raise KeyboardInterrupt from None

    def started(command):
        did.append(" ".join(command[1:]))
        return Build(did, next(ends))

    def renewed():
        did.append("check")
        return next(lives)

    silent = SimpleNamespace(serve_forever=list, shutdown=list, server_close=list)
    monkeypatch.setattr(serving.http.server, "ThreadingHTTPServer", lambda *_: silent)
    monkeypatch.setattr(serving, "times", times)
    monkeypatch.setattr(serving, "time", SimpleNamespace(sleep=sleep, monotonic=lambda: 7))
    monkeypatch.setattr(serving, "subprocess", SimpleNamespace(Popen=started))
    monkeypatch.setattr(
        serving.Shown,
        "change",
        lambda shown, live: did.append(f"show {live}") or setattr(shown, "live", live),
    )
    assert serving.serve(renewed, tmp_path) == 0
    return " | ".join(did)


LOOKS = {  # states of the files, what checks give, whether builds have ended, calm -> what is done
    "a mistake": ("aa", [None], [], 0, "check | sleep | sleep"),
    "a change that stays": (
        "aaa", ["A"], [True], 0,
        "check | show A | -m generator build | show A | sleep | sleep | sleep",
    ),
    "a change while a build runs": (
        "ab", ["A", None], [False], 0,
        "check | show A | -m generator build | sleep | terminate | wait | check | sleep",
    ),
    "a change just now": ("aab", ["A", "B"], [], 1, "check | show A | sleep | sleep | check | "
                          "show B | sleep"),
    "an end while a build runs": (
        "a", ["A"], [False], 0, "check | show A | -m generator build | sleep | terminate | wait",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOKS)
def test_every_change_is_checked_shown_and_built(case, monkeypatch, tmp_path, capsys):
    """At once, the build when it is calm; what is no longer wanted is ended."""
    states, lives, ends, calm, wanted = LOOKS[case]
    monkeypatch.setattr(serving, "CALM", calm)
    assert looks(monkeypatch, tmp_path, states, lives, ends) == wanted
    first, *more = capsys.readouterr().out.splitlines()
    assert first == "the first build takes half a minute; the site is on http://127.0.0.1:8000/"
    assert more == ["the last good pages stay; waiting for a change"] * lives.count(None)


def test_whoever_waits_reads_at_once(monkeypatch, tmp_path):
    """What is said of a state is not held back until there is more, wherever it goes to."""
    said = []
    monkeypatch.setattr(
        serving, "print", lambda text, flush: said.append((text[:13], flush)), raising=False
    )
    looks(monkeypatch, tmp_path, "ab", [None, None], [])
    assert said == [("the first bui", True), *[("the last good", True)] * 2]


def test_what_is_there_is_shown_from_the_start(monkeypatch, tmp_path, capsys):
    """Before anything is built."""
    (tmp_path / "index.html").write_text("the last good one")
    looks(monkeypatch, tmp_path, "a", [None], [])
    assert capsys.readouterr().out.startswith("the last good site is on http://127.0.0.1:8000/\n")


def test_another_program_at_the_address_is_told(monkeypatch, tmp_path, capsys):
    """Two cannot serve there."""
    with http.server.HTTPServer(("127.0.0.1", 0), None) as other:
        monkeypatch.setattr(serving, "ADDRESS", ("127.0.0.1", other.server_port))
        assert serving.serve(lambda: None, tmp_path) == 1
        said = f"127.0.0.1:{other.server_port}: Address already in use; end the other program\n"
    assert capsys.readouterr().err == said


def test_pages_load_themselves_again(tmp_path):
    """Each has a script that asks for the state; files are those of the site."""
    (tmp_path / "550").mkdir()
    (tmp_path / "550/index.html").write_text("<body>ü</body>", "utf-8")
    (tmp_path / "a.txt").write_text("a")
    shown = serving.Shown(tmp_path)
    handler = partial(serving.Handler, shown, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()

        def got(path):
            address = f"http://127.0.0.1:{server.server_port}{path}"
            try:
                with urllib.request.urlopen(address, timeout=5) as answer:
                    kept = answer.headers["Cache-Control"]
                    return answer.headers["Content-Type"], kept, answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code

        page = '<body>ü<script src="/renewed.js"></script>\n</body>'
        assert got("/550/?a#b") == ("text/html; charset=utf-8", "no-store", page)
        assert got("/renewed") == ("text/plain; charset=utf-8", "no-store", "0")
        shown.change(None)
        assert got("/renewed") == ("text/plain; charset=utf-8", "no-store", "1")
        assert got("/renewed.js")[2] == serving.SCRIPT
        assert got("/a.txt") == ("text/plain", None, "a")
        assert got("/599/") == 404
        server.shutdown()
