"""Makes one archive of a built site that opens from a folder, box included.

In this archive alone the modules of the lookup are one classic script, its documents are scripts
too, and a link to a folder leads to its `index.html`. The same site gives the same bytes.
"""

import re
import zipfile
from pathlib import Path

FOLDER = "smtp-status-codes"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can tell
LOOKUP = "assets/lookup/"
MODULES = ("diagnose", "box")  # each behind what it imports
SCRIPT = re.compile(r"assets/[^/]+\.js")  # of every page, joined with those of the theme or not
LEFT_OUT = {"404.html", "sitemap.xml", "sitemap.xml.gz", "opensearch.xml"}  # a server's
TAG = re.compile(r"<(?:a|link)\s[^>]*>")
TO_A_FOLDER = re.compile(r'(?<=\shref=")(?![a-z]+:|//)([^"#?]*/|(?:[^"#?]*/)?\.\.?)(?=["#?])')
REDIRECT = re.compile(r'(<meta http-equiv="refresh" content="0; url=)(?![a-z]+:)([^"#]*/)(?=["#])')
IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export const \{ ([\w, ]+) \}", re.MULTILINE)
LEFT = re.compile(r"\bimport\s*[({.]|^(?:import|export)\b", re.MULTILINE)
HELPER = Path(__file__).with_suffix(".js")


class NotJoined(Exception):
    """A script of the site that cannot be made to run from a folder, and what to do."""


def archive(site, target):
    """Writes the archive of the folder `site` to the file `target`; returns the number of files."""
    site, count = Path(site), 0
    target = Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for path, content in files(site):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(entry, content)
            count += 1
    return count


def files(site):
    """Yields (path, bytes) for every file of the archive, sorted."""
    present = sorted(
        file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()
    )
    known = set(present)
    for path in present:
        twin = path != path.lower() and path.lower() in known  # /X.1.1/: one folder on some systems
        if path in LEFT_OUT or path.endswith(".js.map") or twin:
            continue
        content = (site / path).read_bytes()
        if path.endswith(".html"):
            content = linked(content.decode()).encode()
        elif SCRIPT.fullmatch(path) and b"import(" in content:
            content = started(path, content.decode()).encode()
        elif path.startswith(LOOKUP) and path.endswith(".json"):
            path, content = f"{path}.js", document(path, content)
        elif path == f"{LOOKUP}box.js":
            content = classic(
                [(site / f"{LOOKUP}{name}.js").read_text() for name in MODULES]
            ).encode()
        elif path == f"{LOOKUP}diagnose.js":
            continue
        yield path, content


def linked(page):
    """A page whose links to folders lead to the file in them."""

    def complete(found):
        address = found[1]
        return f"{address}index.html" if address.endswith("/") else f"{address}/index.html"

    page = TAG.sub(lambda tag: TO_A_FOLDER.sub(complete, tag[0]), page)
    return REDIRECT.sub(r"\1\2index.html", page)


def started(path, script):
    """The scripts of every page: the lookup is opened as a script, codes lead to a file."""
    text, modules = re.subn(r"\bimport\((?=new URL\()", "imported(", script)
    text, codes = re.subn(r"/`, ?ROOT\)", "/index.html`, ROOT)", text)
    if not modules or not codes or LEFT.search(text):
        told = "opens modules or codes in another way; see `started` in publish/offline.py"
        raise NotJoined(f"{path}: {told}")
    return HELPER.read_text("utf-8") + text


def classic(modules):
    """The modules of the lookup as one script, which leaves what the last exports in `lookup`."""
    exported = EXPORT.findall(modules[-1])
    text = "".join(EXPORT.sub(r"const { \1 }", IMPORT.sub("", module)) for module in modules)
    text = text.replace("import.meta.url", "HERE")
    if found := LEFT.search(text):
        told = "is left in the joined modules; see `classic` in publish/offline.py"
        raise NotJoined(f"{LOOKUP}box.js: '{found[0]}' {told}")
    return f"""\
(() => {{
const HERE = document.currentScript.src;
const fetch = async (address) => {{
await opened(`${{address}}.js`);
return {{ ok: true, json: () => self.documents[address.pathname.split("/").pop()] }};
}};
{text}self.lookup = {{ {", ".join(exported)} }};
}})();
"""


def document(path, content):
    """A JSON document as a script that leaves it in `documents`, by the name of its file."""
    name = path.rpartition("/")[2].encode()
    return b'(self.documents ??= {})["' + name + b'"] = ' + content.strip() + b";\n"
