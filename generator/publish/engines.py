"""Runs the engine that turns `build/docs` into a site: MkDocs with Material, or Zensical, which
comes after it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ENGINES = ("mkdocs", "zensical")


def run_engine(engine, pages, fresh, configuration="mkdocs.yml"):
    """Builds the folder `pages` strictly into the folder `fresh` beside it; returns the engine's
    exit status.
    """
    command = {"mkdocs": mkdocs_command, "zensical": zensical_command}[engine]
    # Not --quiet: MkDocs would then not count its warnings, and --strict would let them pass.
    result = subprocess.run(
        command(configuration, Path(pages), Path(fresh)),
        env=mkdocs_environment(),
        check=False,
        stdout=subprocess.DEVNULL if engine == "zensical" else None,
        stderr=subprocess.PIPE,
        text=True,
    )
    said, _, fault = result.stderr.partition("Traceback (most recent call last):")
    said = [line for line in said.splitlines() if not line.startswith("INFO")]
    if fault.strip():
        told = fault.strip().splitlines()[-1]
        said.append(f"{engine} failed: {told}; see to the room on the disk and to permissions")
    print("\n".join(said), end="\n" if said else "", file=sys.stderr)
    return result.returncode


def mkdocs_command(configuration, pages, fresh):
    """The command with which MkDocs builds."""
    own = own_configuration(configuration, pages, fresh)
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(own)]


def zensical_command(configuration, pages, fresh):
    """The command with which Zensical builds, from a copy of the pages with other names."""
    copy = pages.with_name(f"{pages.name}.zensical")
    moved = for_zensical(pages, copy, "docs")
    own = own_configuration(configuration, copy, fresh)
    text = own.read_text("utf-8")
    text = re.sub(r"(?m)(?<= )[\w./-]+\.md$", lambda found: moved.get(found[0], found[0]), text)
    own.write_text(text, "utf-8")
    return [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(own)]


def own_configuration(configuration, pages, fresh):
    """Writes a configuration beside the pages that names these folders; returns its path.

    Engines take their folders relative to the configuration's file, and Zensical from there alone.
    """
    text = Path(configuration).read_text("utf-8")
    text = re.sub(r"(?m)^(?:docs_dir|site_dir):.*\n", "", text)
    theme = Path("generator/pages/theme").resolve().as_posix()
    text = re.sub(r"(?m)^( +custom_dir:) .*", lambda found: f'{found[1]} "{theme}"', text)
    own = pages.parent / "engine.yml"
    own.write_text(f"docs_dir: {pages.name}\nsite_dir: {fresh.name}\n{text}", "utf-8")
    return own


def for_zensical(pages, copy, hand_written):
    """Copies the pages as Zensical wants them, and returns what has another path: {old: new}.

    MkDocs leaves links in HTML alone; Zensical takes them as seen from the file and not from the
    page. For `550/index.md` both are the same, so `550.md` becomes that.
    """
    shutil.rmtree(copy, ignore_errors=True)
    files = [file.relative_to(pages) for file in sorted(pages.rglob("*")) if file.is_file()]
    moved = {
        file.as_posix(): (file.with_suffix("") / "index.md").as_posix()
        for file in files
        if file.suffix == ".md"
        and file.stem != "index"
        and not (Path(hand_written) / file).exists()
    }
    for file in files:
        target = copy / moved.get(file.as_posix(), file)
        target.parent.mkdir(parents=True, exist_ok=True)
        if (Path(hand_written) / file).exists() and file.suffix == ".md":
            text = (pages / file).read_text("utf-8")
            link = r"(?<=\]\()([\w./-]+\.md)(?=[)#])"
            text = re.sub(link, lambda found: moved.get(found[1], found[1]), text)
            target.write_text(text, "utf-8")
        else:
            shutil.copyfile(pages / file, target)
    return moved


def mkdocs_environment():
    """The environment for MkDocs: a fixed date for the site map, so that the same input gives the
    same bytes.
    """
    return {"SOURCE_DATE_EPOCH": "315532800", "NO_MKDOCS_2_WARNING": "1"} | dict(os.environ)
