"""Makes the finished site of the files in `build/docs`: what the engine builds, what is stamped
from that, and everything else as it is.
"""

import gzip
import io
import re
import shutil
from functools import cached_property, partial
from html import escape
from pathlib import Path

from generator.publish import engines, kept, output, stamping, switch
from generator.publish.requests import UNUSED, Requests
from generator.publish.slim import slim
from generator.reading.made import Made, digest

DOCUMENTS = "build/docs"
ENGINE = "build/engine"  # what the engine reads and builds
SHAPES = "build/shapes"  # what is remembered of pages
SITE_MAP = "sitemap.xml"
ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
LOCATION = re.compile(r"<loc>(.*?)</loc>")


def lay(files):
    """Makes `build/docs` hold exactly `files`; returns them as they lie there, and the number of
    those written. What they were made of is let go with `files`.
    """
    written = output.mirror(files, DOCUMENTS, kept.program())
    pages = Pages()
    laid = {
        path: content if stamping.is_bytes(content) else partial(pages.linked, path)
        for path, content in files.items()
    }
    return laid, written


def build(files, fresh, engine="mkdocs", configuration="mkdocs.yml", published=None):
    """Makes the folder `fresh` hold the site of `files`, which `build/docs` contains; returns the
    engine's exit status. `published` is where the last site lies now.
    """
    program, pages = kept.program(), Pages()
    with kept.Memory(SHAPES, program) as memory:
        shape_of = partial(pages.shape_of, memory.recall)
        plan = stamping.plan(files, Path(configuration).read_text("utf-8"), shape_of)
    built = Path(ENGINE, "site")
    status = built_by_engine(plan.given, built, engine, configuration)
    if status == 0:
        output.mirror(dict(finished(files, plan, pages, built)), fresh, program, published)
    return status


def is_untouched(site):
    """Whether the documents and the site are as the last build left them."""
    parts = ((DOCUMENTS, DOCUMENTS), (site, switch.fresh(site)))
    return all(output.is_as_noted(*part) for part in parts)


class Pages:
    """The files of `build/docs`, by what is noted of them."""

    @cached_property
    def _noted(self):
        """A digest of what each file was made of, and more behind it; read when it is asked for."""
        return output.notes(DOCUMENTS, kept.program())[0]

    def of(self, path):
        """A digest of what a file was made of."""
        return self._noted[path].partition(" ")[0]

    def text(self, path):
        """The text of a page."""
        return Path(DOCUMENTS, path).read_text("utf-8")

    def linked(self, path):
        """The content of a file: another name for the same."""
        return Made(self.of(path), partial(Path, DOCUMENTS, path))

    def shape_of(self, recall, path):
        """The shape of a page, or None where the engine has to build it; `recall` may know it."""
        found = recall(f"shape of {self.of(path)}", lambda: stamping.shape_of(self.text(path)))
        return found and (tuple(map(tuple, found[0])), tuple(found[1]))

    def stamped(self, path, model):
        """The content of a page that is finished from a `BuiltPage`."""

        def finished():
            values = stamping.values_of(self.text(path))[1]
            return model.finished(values | {"address": output.address_of(path)})

        return Made(digest(self.of(path), path, model.of), finished)


def built_by_engine(given, built, engine, configuration):
    """Has the engine build the files into the folder `built`, unless it is there already; returns
    the engine's exit status.
    """
    docs, note = Path(ENGINE, "docs"), Path(ENGINE, "note")
    output.mirror(given, docs, kept.program())
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


def finished(files, plan, pages, built):
    """Yields (path, content) for every file of the site."""
    models = {stamping.page_of(path): (path, shape) for path, shape in plan.models.items()}
    made, requests = {}, Requests()
    for file in sorted(file for file in built.rglob("*") if file.is_file()):
        path = file.relative_to(built).as_posix()
        if path in files or path in (SITE_MAP, f"{SITE_MAP}.gz") or UNUSED.search(path):
            continue
        if not path.endswith(".html"):
            yield path, partial(Made, digest(file.read_bytes()), partial(Path, file))
            continue
        page = requests.joined(slim(file.read_text("utf-8")))
        if path in models:
            model, shape = models[path]
            made[model] = stamping.BuiltPage(page, shape, output.address_of(model))
        else:
            yield path, page
    for path, model in plan.stamped.items():
        yield stamping.page_of(path), partial(pages.stamped, path, made[model])
    for path in files:
        if not stamping.is_page(path):
            yield path, partial(pages.linked, path)
    yield from requests.files(
        lambda path: Path(DOCUMENTS if path in files else built, path).read_bytes()
    )
    yield from site_map(plan, built)


def site_map(plan, built):
    """Yields the site map, with the stamped pages in the place of their models."""
    file, packed = Path(built, SITE_MAP), Path(built, f"{SITE_MAP}.gz")
    text = file.read_text("utf-8")
    entries = dict(zip(LOCATION.findall(text), ENTRY.findall(text), strict=True))
    here = [output.address_of(path) for path in plan.models]
    root = next(
        (one[: -len(a)] for one in entries for a in here if a and one.endswith(f"/{a}")), None
    )
    if root is not None:
        form = next(iter(entries.items()))
        pages = sorted((plan.given.keys() - plan.models.keys()) | plan.stamped.keys(), key=order)
        addresses = (root + output.address_of(path) for path in pages if stamping.is_page(path))
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
