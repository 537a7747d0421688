"""Runs MkDocs, and puts a finished site in the place of the last one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def build_site(target="site", configuration="mkdocs.yml"):
    """Runs a strict MkDocs build into a fresh folder and puts it in the place of `target` once it
    has succeeded.

    Returns MkDocs' exit status; with any but 0 the last good `target` is untouched.
    """
    fresh, old = Path(f"build/{Path(target).name}.new"), Path(f"build/{Path(target).name}.old")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        configuration,
        "--site-dir",
        str(fresh.resolve()),
    ]
    # Not --quiet: MkDocs would then not count its warnings, and --strict would let them pass.
    result = subprocess.run(
        command, env=mkdocs_environment(), check=False, stderr=subprocess.PIPE, text=True
    )
    said = [line for line in result.stderr.splitlines() if not line.startswith("INFO")]
    print("\n".join(said), end="\n" if said else "", file=sys.stderr)
    status = result.returncode
    if status == 0:
        if Path(target).exists():
            Path(target).rename(old)
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    return status


def mkdocs_environment():
    """The environment for MkDocs: a fixed date for the site map, so that the same input gives the
    same bytes.
    """
    return {"SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1"} | dict(os.environ)
