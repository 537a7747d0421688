"""What a change of the catalogue changes on the pages, as Markdown that people read."""

import difflib
import re

MOST_PAGES = 25
MOST_LINES = 60


def difference(before, after):
    """The difference of two sets of pages, dicts of path to text, as Markdown."""
    new, gone = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    changed = [path for path in sorted(after.keys() & before.keys()) if before[path] != after[path]]
    parts = [f"## Pages: {len(new)} new, {len(changed)} changed, {len(gone)} gone"]
    parts += [f"- new: `/{address(path)}`" for path in new[:MOST_PAGES]]
    parts += [f"- **gone**: `/{address(path)}`" for path in gone[:MOST_PAGES]]
    told = [(path, "") for path in new] + [(path, before[path]) for path in changed]
    for path, old in told[:MOST_PAGES]:
        lines = list(difflib.unified_diff(readable(old), readable(after[path]), lineterm="", n=0))
        body = [line for line in lines[2:] if not line.startswith("@@") and line.strip("+- ")]
        more = len(body) - MOST_LINES
        body = body[:MOST_LINES] + ([f"… and {more} lines more"] if more > 0 else [])
        body = [line.replace("```", "'''") for line in body]
        parts += ["", f"### `/{address(path)}`", "", "```diff", *body, "```"]
    if len(told) > MOST_PAGES:
        parts += ["", f"… and {len(told) - MOST_PAGES} pages more; the preview has them all."]
    return "\n".join(parts) + "\n"


def address(path):
    """The address of a page by the path of its file, below the site's."""
    return re.sub(r"(^|/)index\.md$|\.md$", "/", path).lstrip("/")


def readable(text):
    """The lines of a page as a reader sees them: without front matter, markup and link targets."""
    text = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
    text = re.sub(r"<[^>\n]*>", " ", text)
    text = re.sub(r"\{[^}\n]*\}", "", text)
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
