"""The built site: every page that was promised is there, every link leads somewhere, and every page
is well formed.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT
from parsed import Document


class Parsed:
    """A page of the site: the ids on it and the places it refers to."""

    def __init__(self, file):
        page = Document(file.read_text("utf-8"))
        self.faults = page.faults
        self.ids = Counter(
            element.attributes["id"] for element in page.elements if "id" in element.attributes
        )
        self.links = [
            element.attributes["href"]
            for element in page.named("a")
            if "href" in element.attributes
        ]
        self.resources = [
            element.attributes.get("src") or element.attributes.get("href")
            for element in page.named("script", "img", "link", "iframe")
        ]
        self.title = page.first("title").text
        self.meta = {
            element.attributes.get("name")
            or element.attributes.get("http-equiv"): element.attributes["content"]
            for element in page.named("meta")
            if "content" in element.attributes
        }
        self.scripts = [
            element
            for element in page.named("script")
            if "src" not in element.attributes
            and element.attributes.get("type") not in ("application/json", "application/ld+json")
        ]
        self.headings = [element.text for element in page.named("h1")]


@pytest.fixture(scope="module")
def parsed(site):
    """Every HTML page of the site, by its path."""
    return {
        file.relative_to(site).as_posix(): Parsed(file) for file in sorted(site.rglob("*.html"))
    }


def test_every_page_of_the_catalogue_is_there(site, real):
    """Entries, index pages and aliases all have a file that a plain static host serves."""
    missing = [
        address
        for address in real.addresses.pages | real.addresses.aliases.keys()
        if not (site / address / "index.html").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize(
    "address",
    [
        "550",
        "454",
        "441",
        "5xx",
        "categories",
        "problems/mailbox-full",
        "not-smtp-codes",
        "codes",
        "5.1.1",
    ],
)
def test_promised_addresses(site, address):
    """Addresses that tickets link to."""
    assert (site / address / "index.html").is_file()


def test_there_is_a_page_for_what_is_missing(site):
    """A static host answers unknown addresses with it."""
    assert "There is no page at this address" in (site / "404.html").read_text("utf-8")


def test_every_internal_link_and_anchor_resolves(site, parsed):
    """A link inside the site leads to a file, and its fragment to an id on that page."""
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue  # served from any depth, so its links start at the root of the host
        for link in {*page.links, *filter(None, page.resources)}:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("javascript:"):
                continue
            target = (Path(path).parent / unquote(parts.path)) if parts.path else Path(path)
            name = re.sub(r"(^|/)\./", r"\1", normal(target.as_posix()))
            name = (
                f"{name}/index.html".lstrip("/")
                if not Path(name).suffix or (site / name).is_dir()
                else name
            )
            if not (site / name).is_file():
                broken.append(f"{path}: {link}")
            elif (
                parts.fragment
                and name in parsed
                and unquote(parts.fragment) not in parsed[name].ids
            ):
                broken.append(f"{path}: {link} (no such place on the page)")
    assert broken == []


def normal(path):
    """A relative path with its `..` resolved."""
    parts = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def test_responses_are_reachable_from_their_codes_and_their_problem(real, parsed):
    """On the page of each code and problem, or on the page that lists all of its texts."""
    for response in real.catalogue.responses.values():
        for entry in [real.catalogue.code(code) for code in response.codes] + [
            real.catalogue.problems[response.problem]
        ]:
            lists = [entry.address, real.addresses.list_of_texts(entry)]
            links = {
                link.lstrip("./")
                for address in lists
                if address
                for link in parsed[f"{address}index.html"].links
            }
            assert response.address in links, (response.key, entry.address)


def test_every_page_is_well_formed(parsed):
    """A browser's parser finds nothing to mend, on no page."""
    assert {path: page.faults for path, page in parsed.items() if page.faults} == {}


def test_no_page_needs_another_host(parsed):
    """Scripts, styles, images and fonts all come from the site itself."""
    foreign = {
        link
        for page in parsed.values()
        for link in page.resources
        if link and re.match(r"(https?:)?//", link)
    }
    assert foreign == set()


POLICY = {  # what a page may load, and from where; nothing else
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def test_every_page_has_the_policy(parsed):
    """Each page but the redirects, which hold no script at all, tells the browser to run only the
    site's own scripts; nothing stands in the page for the policy to forbid.
    """
    for path, page in parsed.items():
        assert page.scripts == [], path
        if "Content-Security-Policy" in page.meta:
            told = page.meta["Content-Security-Policy"].split("; ")
            assert dict(rule.split(" ", 1) for rule in told) == POLICY, path
        else:
            assert page.resources == [page.links[0]] and "refresh" in page.meta, path


def test_pages_have_one_heading_unique_ids_and_a_description(parsed):
    """What browsers, search engines and screen readers ask of a page."""
    for path, page in parsed.items():
        if "http-equiv" in path or (page.headings == [] and len(page.links) == 1):
            continue  # a redirect
        assert len(page.headings) == 1, path
        assert [name for name, count in page.ids.items() if count > 1] == [], path
        assert page.title and page.meta["description"], path


def test_code_pages_keep_their_anchors(real, parsed):
    """Tickets link to the sections of code pages; their names are the same on every page."""
    for code in real.catalogue.codes.values():
        ids = parsed[f"{code.address}index.html"].ids
        wanted = {"meaning", "sources"} | (
            {"causes", "what-to-do", "customer-reply"} if code.problems else set()
        )
        assert wanted <= ids.keys(), code.code


def test_responses_are_three_clicks_from_home(real, parsed):
    """Home, providers, provider, response."""
    assert "providers/" in parsed["index.html"].links
    listed = parsed["providers/index.html"].links
    for response in real.catalogue.responses.values():
        assert f"../providers/{response.provider}/" in listed
        assert (
            f"../../{response.address}" in parsed[f"providers/{response.provider}/index.html"].links
        )


def test_no_place_of_before_is_lost(site, parsed):
    """Every page of 30 November 2026 still has the places that tickets link to."""
    lost, ids = [], []
    for line in (ROOT / "tests/frozen/anchors.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            there = parsed[f"{line.strip().lstrip('/')}index.html"].ids
            lost += [f"{line.strip()}#{one}" for one in ids if one not in there]
        elif line and not line.startswith("#"):
            ids = line.split()
    assert lost == []


def test_code_pages_are_light(real, site):
    """The HTML of every code page is at most 10 kB compressed."""
    heavy = {}
    for code in real.catalogue.codes.values():
        weight = len(gzip.compress((site / code.address / "index.html").read_bytes(), 6))
        if weight > 10_000:
            heavy[code.code] = weight
    assert heavy == {}


def test_titles_are_short(parsed):
    """What tabs and link previews show is at most 65 characters long."""
    assert {path for path, page in parsed.items() if len(page.title) > 65} == set()


def test_titles_and_descriptions_tell_pages_apart(parsed):
    """No two pages have the same title, and no two the same description."""
    for told in (lambda page: page.title, lambda page: page.meta["description"]):
        found = {}
        for path, page in parsed.items():
            if "refresh" not in page.meta:
                found.setdefault(told(page), []).append(path)
        assert {words: paths for words, paths in found.items() if len(paths) > 1} == {}


def test_heads_tell_link_previews(site):
    """Pages have their title, description and data for previews."""
    for address in ("", "550/", "5.1.1/", "problems/mailbox-full/", "providers/google/"):
        page = Document((site / address / "index.html").read_text("utf-8"))
        told = {
            one.attributes.get("property") or one.attributes.get("name")
            for one in page.named("meta")
        }
        assert {"og:title", "og:description", "twitter:card", "theme-color", "description"} <= told
        data = [
            one.text
            for one in page.named("script")
            if one.attributes.get("type") == "application/ld+json"
        ]
        assert all(json.loads(text)["@context"] == "https://schema.org" for text in data)
        assert bool(data) == bool(address)
