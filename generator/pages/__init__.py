"""The catalogue to Markdown pages.

In: the `Catalogue` and its links. Out: (path, text) for every page that MkDocs reads. The views
(`views_*`, made of `pieces`) decide what is shown, in which order and how much; templates loop and
print; `site` renders.
"""
