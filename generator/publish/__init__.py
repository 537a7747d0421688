"""(path, content) to `build/docs` to `site/`: the edge, where files are written and engines run."""
