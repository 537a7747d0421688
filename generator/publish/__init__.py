"""(path, content) to `build/docs` to `site/`: the edge, where files are written and engines run.

What is there already is not made again, by one mechanism: `output.mirror` makes a folder hold some
files and notes of what each was made of. A content that was not made yet (`reading/made.py`) tells
that before it is made: a page by the digest of its view, a stamped page by that of its Markdown and
its model. `kept` has the rest: the note of a whole build, and what was read in files.
"""
