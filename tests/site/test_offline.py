"""The archive of the site opens from a folder, box included, without a server."""

import re
import zipfile

import pytest
from browsing import DESK

from generator.publish.offline import FOLDER, NotJoined, archive, classic, files, linked, started


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    """The archive of the built site, unpacked."""
    place = tmp_path_factory.mktemp("offline")
    assert archive(site, place / "one.zip") > 5000
    with zipfile.ZipFile(place / "one.zip") as made:
        made.extractall(place)
    return place / FOLDER


@pytest.fixture
def page(browser):
    """A fresh page that notes errors, failed requests and requests to anything but files."""
    context = browser.new_context(viewport=DESK)
    made, trouble = context.new_page(), []
    made.on("pageerror", lambda error: trouble.append(str(error)))
    # A click away from a page that still loads aborts its requests: that is no fault of the site.
    made.on(
        "requestfailed",
        lambda request: (
            None if request.failure == "net::ERR_ABORTED" else trouble.append(request.url)
        ),
    )
    made.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else trouble.append(request.url)
        ),
    )
    yield made
    context.close()
    assert trouble == []


def test_the_box_answers_from_a_folder(page, folder):
    """Index and engine come as scripts, and the answer's link leads to a page, not to a folder."""
    page.goto((folder / "index.html").as_uri())
    page.locator("#bounce").fill("552 5.2.2 mailbox full")
    page.locator(".md-content [data-lookup] [type=submit]").click()
    page.locator("[data-result][data-problem=mailbox-full] a").first.click()
    page.wait_for_url("**/index.html")
    assert page.locator("h1").inner_text()
    assert "mailbox" in page.locator("h1").inner_text().lower()


def test_codes_links_and_aliases_lead_to_pages(page, folder):
    """From the address, by a key, by an alias and by a click on a chip."""
    page.goto(f"{(folder / 'index.html').as_uri()}#q=5.7.1")
    page.wait_for_url("**/5.7.1/index.html")
    page.goto((folder / "5.x.x/index.html").as_uri())
    page.wait_for_url("**/5xx/index.html*")
    page.goto((folder / "550/index.html").as_uri())
    page.keyboard.press("n")
    page.wait_for_url("**/551/index.html")
    page.get_by_role("link", name="Home", exact=True).first.click()
    page.wait_for_url(f"{(folder / 'index.html').as_uri()}")


def test_every_link_of_the_archive_leads_to_a_file(folder):
    """On a sample of pages of every kind: no link to a folder is left, none leads nowhere."""
    for name in ("", "550/", "5.1.1/", "problems/mailbox-full/", "providers/google/", "changes/"):
        place = folder / name
        text = (place / "index.html").read_text("utf-8")
        links = re.findall(r'<(?:a|link)\s[^>]*?href="([^"#?]+)', text)
        local = [one for one in links if not re.match("[a-z]+:|//", one)]
        assert local and [one for one in local if not (place / one).is_file()] == []


def test_the_same_site_gives_the_same_archive(tmp_path):
    """Byte for byte, whatever the times of the files; what a server alone needs stays out."""
    site = tmp_path / "site"
    for path, text in {
        "index.html": '<a href="x.1.1/#top">',
        "x.1.1/index.html": "one",
        "X.1.1/index.html": "one",
        "404.html": "none",
        "sitemap.xml": "<urlset/>",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    archive(site, tmp_path / "one.zip")
    (site / "index.html").touch()
    archive(site, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as made:
        assert made.namelist() == [f"{FOLDER}/index.html", f"{FOLDER}/x.1.1/index.html"]
        assert made.read(f"{FOLDER}/index.html") == b'<a href="x.1.1/index.html#top">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../550/">', '<a href="../550/index.html">'),
        ('<a class="x" href="../#a">', '<a class="x" href="../index.html#a">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="api/v1/index.json">', '<a href="api/v1/index.json">'),
        ('<code>href="../550/"</code>', '<code>href="../550/"</code>'),
        (
            '<meta http-equiv="refresh" content="0; url=../5xx/#a">',
            '<meta http-equiv="refresh" content="0; url=../5xx/index.html#a">',
        ),
    ],
)
def test_links_to_folders_lead_to_the_file_in_them(before, after):
    """Relative ones in links and redirects alone."""
    assert linked(before) == after


def test_scripts_of_every_page_are_made_to_run(tmp_path):
    """By what they do, so that they may be joined with the theme's under another name."""
    (tmp_path / "assets").mkdir()
    text = "const a = () => import(new URL('b.js', ROOT)); open(new URL(`${code}/`, ROOT));"
    (tmp_path / "assets/scripts.js").write_text(text, "utf-8")
    (tmp_path / "assets/theme.js").write_text("one();", "utf-8")
    made = {path: content.decode() for path, content in files(tmp_path)}
    assert made["assets/theme.js"] == "one();"
    wanted = (
        "const a = () => imported(new URL('b.js', ROOT)); "
        "open(new URL(`${code}/index.html`, ROOT));"
    )
    assert made["assets/scripts.js"].endswith(wanted)
    assert made["assets/scripts.js"].startswith("// Stands before the scripts")


def test_scripts_that_do_not_fit_are_refused():
    """A module that would not run from a folder is no archive: the message names the place."""
    with pytest.raises(NotJoined, match="started"):
        started("assets/site.js", 'import("./other.js");')
    with pytest.raises(NotJoined, match="classic"):
        classic(["export const { a } = a_;\n", 'const b = await import("./c.js");\n'])
