"""The edge, where files are written and engines run.

In: (path, content) of everything that a site is made of. Out: `build/docs`, which an engine reads,
and `site/`, put in its place in one step; its changes and its archive for a folder.
"""
