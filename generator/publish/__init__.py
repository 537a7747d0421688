"""The edge, where files are written and engines run.

In: (path, content) of everything that a site is made of. Out: `build/docs`, which an engine reads,
and `site/`, put in its place in one step; its changes and its archive for a folder.

What is there already is not made again, by one mechanism: `output.mirror` makes a folder hold some
files and notes of what each was made of. A content that was not made yet (`reading/made.py`) tells
that before it is made: a page by the digest of its view, a stamped page by that of its Markdown and
its model. `kept` has the rest: the note of a whole build, and what was read in files.
"""
