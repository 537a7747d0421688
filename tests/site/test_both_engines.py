"""Both engines make the same site of the same pages: addresses, titles, headings and links."""

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from conftest import ROOT, copy_tiny

OTHER = ROOT / ".venv-zensical/bin/python"  # `make test` makes it
PYTHONS = {"mkdocs": sys.executable, "zensical": os.environ.get("ZENSICAL", str(OTHER))}
DIFFERS = ()  # what is known to differ: (page, what)


class Page(HTMLParser):
    """The title of a page, and the headings and links of its content."""

    def __init__(self, address, text):
        super().__init__()
        self._address = f"https://example.org/{address}"
        self.title, self.headings, self.links = "", [], []
        self._inside, self._in_title, self._heading = 0, False, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self._in_title |= tag == "title"
        self._inside += tag == "article"
        if self._inside and tag in ("h1", "h2", "h3", "h4"):
            self._heading = [tag, attributes.get("id"), ""]
        is_link = tag == "a" and "href" in attributes and attributes.get("class") != "headerlink"
        if self._inside and is_link:
            self.links.append(urljoin(self._address, attributes["href"]))

    def handle_endtag(self, tag):
        self._in_title &= tag != "title"
        self._inside -= tag == "article"
        if self._heading and tag == self._heading[0]:
            self.headings.append((tag, self._heading[1], " ".join(self._heading[2].split())))
            self._heading = None

    def handle_data(self, text):
        if self._in_title:
            self.title += text
        if self._heading:
            self._heading[2] += text.replace("¶", "")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The folders of the tiny catalogue's site, by engine, with the real theme and settings."""
    if not os.path.exists(PYTHONS["zensical"]):
        pytest.skip("the other engine is not there; `make test` installs it")
    made = {}
    for engine, python in PYTHONS.items():
        root = copy_tiny(tmp_path_factory.mktemp(engine))
        shutil.copytree(ROOT / "docs", root / "docs")
        shutil.copytree(ROOT / "generator/pages/theme", root / "generator/pages/theme")
        shutil.copy(ROOT / "mkdocs.yml", root)
        for page in root.glob("docs/*.md"):  # the tiny catalogue has another provider
            page.write_text(page.read_text("utf-8").replace("s/google", "s/example-mail"), "utf-8")
        result = subprocess.run(
            [python, "-m", "generator", "build", "--engine", engine],
            cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert result.returncode == 0, result.stdout + result.stderr
        made[engine] = root / "site"
    return made


def pages(site):
    """Every page of a site by its address; redirects are pages too."""
    return {
        path: Page(path.removesuffix("index.html"), (site / path).read_text("utf-8"))
        for path in (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    }


def test_both_engines_make_the_same_site(sites):
    """Nothing but what is listed differs."""
    old, new = pages(sites["mkdocs"]), pages(sites["zensical"])
    assert old.keys() == new.keys() and len(old) > 50
    differing = [
        (path, what)
        for path in sorted(old)
        for what in ("title", "headings", "links")
        if getattr(old[path], what) != getattr(new[path], what)
    ]
    assert differing == list(DIFFERS)
    assert sum(len(page.links) for page in old.values()) > 400


def test_both_engines_copy_the_data(sites):
    """Every file of the data interface is there, byte for byte."""
    for file in sites["mkdocs"].glob("api/**/*.*"):
        other = sites["zensical"] / file.relative_to(sites["mkdocs"])
        assert other.read_bytes() == file.read_bytes(), file
