"""The catalogue to Markdown pages.

In: the `Catalogue` and its links. Out: (path, text) for every page that MkDocs reads. Templates
loop and print.
"""
