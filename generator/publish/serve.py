"""Shows the site while somebody edits: regenerates what changed, and lets MkDocs rebuild those
pages alone.
"""

import subprocess
import sys
import time
from pathlib import Path

from generator.publish import engines, output

WATCHED = ("catalog", "docs", "generator/pages/templates")
PAUSE = 0.2  # seconds between two looks at the files


def serve(generate, files, documents):
    """Serves on 127.0.0.1:8000 until interrupted.

    `generate` returns the files that MkDocs reads, or None; `files` are those in the folder
    `documents` now.

    A page's text contains all that it shows of other entries, so rebuilding the files that changed
    (`--dirty`) brings every page up to date. A mistake is printed, and the last good pages stay.
    """
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", "127.0.0.1:8000"]
    server = subprocess.Popen(command, env=engines.mkdocs_environment())
    try:
        seen, shown = times(), files
        while server.poll() is None:
            time.sleep(PAUSE)
            now = times()
            if now != seen:
                seen = now
                files = generate()
                if files is not None:
                    print(f"{output.renew(shown, files, documents)} files changed", flush=True)
                    shown = files
    except KeyboardInterrupt:
        pass
    finally:
        server.terminate()
        server.wait()
    return 0


def times():
    """The time of the last change of every watched file, by path."""
    files = (file for folder in WATCHED for file in Path(folder).rglob("*") if file.is_file())
    return {file: file.stat().st_mtime_ns for file in files}
