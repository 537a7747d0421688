"""Makes the finished site of the files in `build/docs`: what the engine builds, what is stamped
from that, and everything else as it is.
"""

import gzip
import io
import os
import re
import shutil
from html import escape
from pathlib import Path

from generator.publish import engines, kept, output, stamping
from generator.publish.requests import UNUSED, Requests
from generator.publish.slim import slim

DOCUMENTS = "build/docs"
ENGINE = "build/engine"  # what the engine reads and builds
SITE_MAP = "sitemap.xml"
ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
LOCATION = re.compile(r"<loc>(.*?)</loc>")


def build(files, fresh, engine="mkdocs", configuration="mkdocs.yml"):
    """Builds the site of `files`, which `build/docs` contains, into the folder `fresh`; returns the
    engine's exit status.
    """
    plan = stamping.plan(files, Path(configuration).read_text("utf-8"))
    built = Path(ENGINE, "site")
    status = built_by_engine(plan.given, built, engine, configuration)
    if status == 0:
        for path, content in finished(files, plan, built):
            place(content, output.inside(fresh, path))
    return status


def built_by_engine(given, built, engine, configuration):
    """Has the engine build the files into the folder `built`, unless it is there already; returns
    the engine's exit status.
    """
    docs, note = Path(ENGINE, "docs"), Path(ENGINE, "note")
    output.mirror(given, docs)
    theme = Path("generator/pages/theme")
    program = kept.PROGRAM / "publish"
    hand_written = "\n".join(map(str, sorted(Path("docs").rglob("*.md"))))
    wanted = kept.digest_of(
        kept.surroundings(), engine, hand_written, Path(configuration), theme, program, docs
    )
    if kept.is_made(note, wanted, built):
        return 0
    shutil.rmtree(built, ignore_errors=True)
    status = engines.run_engine(engine, docs, built, configuration)
    if status == 0:
        kept.remember(note, wanted, built)
    return status


def finished(files, plan, built):
    """Yields (path, content) for every file of the site; a content that is a path is that file."""
    models = {stamping.page_of(path): (path, shape) for path, shape in plan.models.items()}
    made, requests = {}, Requests()
    for file in sorted(file for file in built.rglob("*") if file.is_file()):
        path = file.relative_to(built).as_posix()
        if path in files or path in (SITE_MAP, f"{SITE_MAP}.gz") or UNUSED.search(path):
            continue
        if not path.endswith(".html"):
            yield path, file
            continue
        page = requests.joined(slim(file.read_text("utf-8")))
        if path in models:
            model, shape = models[path]
            made[model] = stamping.Model(page, shape, stamping.address_of(model))
        else:
            yield path, page
    for path, (model, values) in plan.stamped.items():
        slimmed = values | {"content": slim(values["content"])}
        yield stamping.page_of(path), made[model].finished(slimmed)
    for path in files:
        if not stamping.is_page(path):
            yield path, Path(DOCUMENTS, path)
    yield from requests.files(
        lambda path: Path(DOCUMENTS if path in files else built, path).read_bytes()
    )
    yield from site_map(plan, built)


def stamped_from(built, shape, model, values):
    """A page that is finished alone, from the page that the engine built for its model."""
    page = Requests().joined(slim(built))
    slimmed = values | {"content": slim(values["content"])}
    return stamping.Model(page, shape, stamping.address_of(model)).finished(slimmed)


def site_map(plan, built):
    """Yields the site map, with the stamped pages in the place of their models."""
    file, packed = Path(built, SITE_MAP), Path(built, f"{SITE_MAP}.gz")
    text = file.read_text("utf-8")
    entries = dict(zip(LOCATION.findall(text), ENTRY.findall(text), strict=True))
    here = [stamping.address_of(path) for path in plan.models]
    root = next(
        (one[: -len(a)] for one in entries for a in here if a and one.endswith(f"/{a}")), None
    )
    if root is not None:
        form = next(iter(entries.items()))
        pages = sorted((plan.given.keys() - plan.models.keys()) | plan.stamped.keys(), key=order)
        addresses = (root + stamping.address_of(path) for path in pages if stamping.is_page(path))
        listed = (form[1].replace(form[0], escape(address)) for address in addresses)
        before, after = text[: text.index(form[1])], text[text.rindex("</url>") + len("</url>") :]
        text = before + "".join(listed) + after
    yield SITE_MAP, text
    if packed.is_file():
        data = packed.read_bytes()
        buffer = io.BytesIO()
        time = int.from_bytes(data[4:8], "little")
        with gzip.GzipFile(SITE_MAP, "wb", fileobj=buffer, mtime=time) as opened:
            opened.write(text.encode())
        yield f"{SITE_MAP}.gz", buffer.getvalue()


def order(path):
    """Pages in the order in which MkDocs lists them: of each folder the index first, then the
    others, then the folders.
    """
    *folders, name = path.split("/")
    return folders, name != "index.md", name


def place(content, target):
    """Puts a content at its place: a text or bytes as they are, a file as a link to it where the
    system has that, else as a copy. Files are never written over, so a link stays what it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, Path):
        output.write(target, content)
        return
    try:
        os.link(content, target)
    except OSError:
        shutil.copyfile(content, target)
    target.chmod(output.READABLE)
