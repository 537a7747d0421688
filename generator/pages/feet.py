"""The feet of pages: what each is made of, and where to correct it, report it, see its history."""

from dataclasses import replace
from urllib.parse import quote

from generator.links.addresses import DATA
from generator.pages.markup import escape
from generator.pages.view import Foot

MADE_OF = {  # template -> the file or folder that its pages are made of, and the list in the data
    "categories.md": ("catalog/categories.yml", None),
    "category.md": ("catalog/categories.yml", None),
    "checks.md": ("generator/rules/", None),
    "class.md": ("catalog/classes.yml", None),
    "classes.md": ("catalog/classes.yml", None),
    "codes.md": ("catalog/", "codes"),
    "compare.md": ("catalog/comparisons.yml", None),
    "corpora.md": ("catalog/corpora.yml", None),
    "dialects.md": ("catalog/responses/", "responses"),
    "fields.md": ("catalog/schema/", None),
    "glossary.md": ("catalog/glossary.yml", None),
    "home.md": ("catalog/", None),
    "not-smtp-codes.md": ("catalog/replies/", "codes"),
    "problems.md": ("catalog/problems/", "problems"),
    "providers.md": ("catalog/providers/", "providers"),
    "retry.md": ("catalog/retry.yml", None),
    "session.md": ("catalog/commands.yml", None),
    "settings.md": ("catalog/providers/", "providers"),
    "subject.md": ("catalog/subjects.yml", None),
    "subjects.md": ("catalog/subjects.yml", None),
    "texts.md": ("catalog/responses/", "responses"),
    "where.md": ("catalog/stations.yml", None),
}


def ways_to_correct(repository, path, subject):
    """(address, text) pairs; none where the repository is unknown. A folder has no page to edit."""
    if not repository:
        return ()
    report = f"issues/new?template=correction.yml&entry={quote(subject)}"
    ways = [(report, "Report a mistake"), (f"commits/main/{path.rstrip('/')}", "History")]
    if not path.endswith("/"):
        ways.insert(0, (f"edit/main/{path}", "Correct this page"))
    return tuple((f"{repository}/{there}", text) for there, text in ways)


def footed(view, repository):
    """A page that is not an entry's, with its foot."""
    if view.template not in MADE_OF:
        return view
    path, data = MADE_OF[view.template]
    foot = Foot(
        file=path,
        links=ways_to_correct(repository, path, view.address or "home"),
        data=f"{DATA}{data}.json" if data else None,
    )
    return replace(view, foot=foot)


def hand_written(files, repository):
    """The files of `docs` by path, each page with its foot."""
    repository = repository.rstrip("/")
    return {
        path: content + foot_of_file(f"docs/{path}", repository)
        if path.endswith(".md")
        else content
        for path, content in files.items()
    }


def foot_of_file(file, repository):
    """The foot of a hand-written page, as the bytes that follow it."""
    ways = "".join(
        f' · <a href="{escape(there)}">{text}</a>'
        for there, text in ways_to_correct(repository, file, file)
    )
    return f'\n<footer class="foot"><p>Made from <code>{file}</code>{ways}</p></footer>\n'.encode()
