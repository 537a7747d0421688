"""Joins the styles into one file, and the scripts into another: one request each."""

SCRIPTS = "assets/scripts/"
STYLES = "assets/styles/"
FIRST, LAST = "tokens.css", "start.js"


def joined(files):
    """The files of `docs` with `assets/site.css` and `assets/site.js` in the place of their parts.

    The scripts stand in one function and see each other's constants; `parts` is where each says to
    which elements it belongs.
    """
    styles = parts_of(files, STYLES)
    scripts = parts_of(files, SCRIPTS)
    kept = {
        path: content for path, content in files.items() if not path.startswith((SCRIPTS, STYLES))
    }
    if styles:
        kept["assets/site.css"] = b"\n".join(styles)
    if scripts:
        inside = b"\n".join(scripts)
        kept["assets/site.js"] = b"(() => {\nconst parts = {};\n" + inside + b"})();\n"
    return kept


def parts_of(files, folder):
    """The contents of a folder's files: what all need first, what starts them last."""
    names = sorted(
        (path for path in files if path.startswith(folder)),
        key=lambda path: (not path.endswith(FIRST), path.endswith(LAST), path),
    )
    return [files[path] for path in names]
