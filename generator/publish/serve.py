"""Shows the site while somebody edits: the last good site at once, a page as soon as its entry has
changed, and the whole site when it is built, whatever mistakes and editors leave lying meanwhile.
"""

import functools
import http.server
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.reading.files import is_of_an_editor

WATCHED = ("catalog", "docs", "generator/pages/templates", "generator/pages/theme", "mkdocs.yml")
PAUSE = 0.2  # seconds between two looks at the files
CALM = 1.0  # seconds without a change before the whole site is built
ADDRESS = ("127.0.0.1", 8000)
RENEWED = "/renewed"  # what open pages ask: which state of the site is shown
SCRIPT = """(() => {
  const state = () => fetch("/renewed").then((answer) => answer.text());
  const look = (seen) => state().then((now) => now === seen || location.reload());
  state().then((seen) => setInterval(() => look(seen), 500));
})();
"""


class Shown:
    """What is shown: the last good site, and over it the pages as the catalogue is now."""

    def __init__(self, folder):
        """`live` makes pages; `state` changes whenever something else is to be seen."""
        self.folder, self.live, self.state = Path(folder), None, 0

    def change(self, live):
        """Shows other pages."""
        self.live, self.state = live, self.state + 1

    def page(self, address):
        """The HTML at an address, or None."""
        made = self.live.page(address) if self.live else None
        if made is None:
            file = self.folder / address / "index.html"
            made = file.read_text("utf-8") if file.is_file() else None
        return made


def serve(renewed, site="site", pause=PAUSE):
    """Serves on 127.0.0.1:8000 until interrupted.

    `renewed` checks the catalogue; it returns something with a method `page`, or None where it has
    printed a mistake. Then the last good pages stay; else the site is built anew meanwhile.
    """
    shown = Shown(site)
    handler = functools.partial(Handler, shown, directory=site)
    try:
        server = http.server.ThreadingHTTPServer(ADDRESS, handler)
    except OSError as error:
        print(
            f"{ADDRESS[0]}:{ADDRESS[1]}: {error.strerror}; end the other program", file=sys.stderr
        )
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = (shown.folder / "index.html").is_file()
    told = "the last good site is" if there else "the first build takes half a minute; the site is"
    print(f"{told} on http://{ADDRESS[0]}:{ADDRESS[1]}/", flush=True)
    build = seen = due = None
    try:
        while True:
            now = times()
            if now != seen:
                seen, due = now, None
                end(build)
                build, live = None, renewed()
                if live is None:
                    print("the last good pages stay; waiting for a change", flush=True)
                else:
                    shown.change(live)
                    due = time.monotonic() + CALM
            if due is not None and time.monotonic() >= due:
                build = subprocess.Popen([sys.executable, "-m", "generator", "build"])
                due = None
            if build is not None and build.poll() is not None:
                build = None
                shown.change(shown.live)
            time.sleep(pause)
    except KeyboardInterrupt:
        pass
    finally:
        end(build)
        server.shutdown()
        server.server_close()
    return 0


def end(build):
    """Ends a build that shows what is no longer wanted; `site/` stays as it was."""
    if build is not None:
        build.terminate()
        build.wait()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with what is shown, and has pages load themselves again when that changes."""

    def __init__(self, shown, *arguments, **options):
        """`shown` is a `Shown`."""
        self._shown = shown
        super().__init__(*arguments, **options)

    def do_GET(self):
        """A page, what pages ask about the state, or a file of the site."""
        path = unquote(urlsplit(self.path).path)
        if path == RENEWED:
            self._answer(str(self._shown.state), "text/plain")
        elif path == f"{RENEWED}.js":
            self._answer(SCRIPT, "text/javascript")
        elif path.endswith("/") and ".." not in path and (page := self._shown.page(path[1:])):
            script = f'<script src="{RENEWED}.js"></script>\n</body>'
            self._answer(page.replace("</body>", script), "text/html")
        else:
            super().do_GET()

    def _answer(self, text, kind):
        data = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """No line for each request."""


def times():
    """The time of the last change of every watched file, by path; files of editors do not count."""
    found, left = {}, list(WATCHED)
    while left:
        place = left.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if is_of_an_editor(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        left.append(entry.path)
                    else:
                        found[entry.path] = entry.stat(follow_symlinks=False).st_mtime_ns
        except NotADirectoryError:
            found[place] = os.lstat(place).st_mtime_ns
        except FileNotFoundError:
            continue  # it went away meanwhile
    return found
