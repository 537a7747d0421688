"""Joins the styles into one file, the scripts into another, and the modules of the lookup into two:
one request each.
"""

import re

SCRIPTS = "assets/scripts/"
STYLES = "assets/styles/"
LOOKUP = "assets/lookup/"
MODULES = {  # what is loaded -> the modules it is made of, each behind those that it imports
    "diagnose": (
        *("packing", "encoded", "normalise", "codes", "pick", "phrases", "model", "templates"),
        *("tiers", "reasons", "typed", "questions", "answers", "diagnose"),
    ),
    "box": ("elements", "mask", "copies", "show", "box"),
}
IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./([a-z]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:const|class|function)) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"^ *(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
FIRST, LAST = "tokens.css", "start.js"


def joined(files):
    """The files of `docs` with `assets/site.css` and `assets/site.js` in the place of their parts.

    The scripts stand in one function and see each other's constants; `parts` is where each says to
    which elements it belongs.
    """
    styles = parts_of(files, STYLES)
    scripts = parts_of(files, SCRIPTS)
    kept = {
        path: content
        for path, content in files.items()
        if not path.startswith((SCRIPTS, STYLES, LOOKUP))
    }
    kept |= lookup(files)
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


def lookup(files):
    """The two modules that are loaded for the lookup, each made of several."""
    if f"{LOOKUP}diagnose.js" not in files:
        return {}
    made = {}
    for name, modules in MODULES.items():
        bodies = [module(files[f"{LOOKUP}{one}.js"].decode(), one, modules) for one in modules]
        outside = f'import {{ {", ".join(IMPORTED)} }} from "./diagnose.js";\n'
        exported = "".join(
            f"export const {{ {names} }} = {one}_;\n" for one, names in EXPORTS[name].items()
        )
        text = ("" if name == "diagnose" else outside) + "".join(bodies) + exported
        made[f"{LOOKUP}{name}.js"] = text.encode()
    return made


EXPORTS = {  # what is loaded -> module, and what others see of it
    "diagnose": {"answers": "answersTo", "typed": "isTyped", "diagnose": "diagnose"},
    "box": {"box": "attach"},
}
IMPORTED = EXPORTS["diagnose"].values()


def module(text, name, together):
    """A module as a function that is called at once and gives what the module exports; comments and
    indentation left out. What it imports from outside is there already.
    """
    text = IMPORT.sub(
        lambda found: f"const {found[1]} = {found[2]}_;\n" if found[2] in together else "", text
    )
    exported = ", ".join(found[2] for found in EXPORT.finditer(text))
    text = COMMENT.sub("", EXPORT.sub(r"\1 \2", text))
    text = re.sub("^ +", "", text, flags=re.MULTILINE)
    return f"const {name}_ = (() => {{\n{text}return {{ {exported} }};\n}})();\n"
