"""Shows the site while somebody edits: the last good site at once, then what changed, whatever
mistakes and editors leave lying meanwhile.
"""

import functools
import http.server
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

from generator.publish import engines, output
from generator.reading.files import is_of_an_editor

WATCHED = ("catalog", "docs", "generator/pages/templates")
PAUSE = 0.2  # seconds between two looks at the files
ADDRESS = ("127.0.0.1", 8000)


def serve(generate, documents, pause=PAUSE):
    """Serves on 127.0.0.1:8000 until interrupted.

    `generate` returns the files that MkDocs reads, or None where a mistake was printed; it may
    fail in any way. Until it has returned files once, the last good `site/` is shown.

    A page's text contains all that it shows of other entries, so rebuilding the files that changed
    (`--dirty`) brings every page up to date. A mistake is printed, and the last good pages stay.
    """
    try:
        stand_in = last_good_site("site")
    except OSError as error:
        print(
            f"{ADDRESS[0]}:{ADDRESS[1]}: {error.strerror}; end the other program", file=sys.stderr
        )
        return 1
    server = None
    try:
        seen, shown = None, {}
        while server is None or server.poll() is None:
            now = times()
            if now != seen:
                seen = now
                files = generate()
                if files is not None and server is None:
                    output.mirror(files, documents)
                    stand_in.close()
                    server = subprocess.Popen(mkdocs_serve(), env=engines.mkdocs_environment())
                    shown = files
                elif files is not None:
                    print(f"{output.renew(shown, files, documents)} files changed", flush=True)
                    shown = files
                else:
                    print("the last good pages stay; waiting for a change", flush=True)
            time.sleep(pause)
    except KeyboardInterrupt:
        pass
    finally:
        stand_in.close()
        if server is not None:
            server.terminate()
            server.wait()
    return 0


def mkdocs_serve():
    """The command that serves the pages and renews those that change."""
    address = ":".join(map(str, ADDRESS))
    return [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", address]


def last_good_site(folder):
    """Starts to show the last site that was built, if there is one; has a method `close`."""
    if not Path(folder, "index.html").is_file():
        print("the first build takes a minute", flush=True)
        return NothingShown()
    return LastGoodSite(folder)


class NothingShown:
    """Stands for the last good site where there is none."""

    def close(self):
        """Nothing is shown, so nothing ends."""


class LastGoodSite:
    """Shows a folder on the address of the site until it is closed."""

    def __init__(self, folder):
        handler = functools.partial(Quiet, directory=folder)
        self._server = http.server.ThreadingHTTPServer(ADDRESS, handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        print(f"the last good site is on http://{ADDRESS[0]}:{ADDRESS[1]}/ meanwhile", flush=True)

    def close(self):
        """Lets go of the address."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing of what is asked for."""

    def log_message(self, *_):
        """No line for each request."""


def times():
    """The time of the last change of every watched file, by path; files of editors do not count."""
    found = {}
    for folder in WATCHED:
        for file in Path(folder).rglob("*"):
            if not is_of_an_editor(file.name):
                try:
                    status = file.lstat()
                except OSError:
                    continue  # it went away meanwhile
                if not stat.S_ISDIR(status.st_mode):
                    found[file] = status.st_mtime_ns
    return found
