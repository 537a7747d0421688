"""Styles and scripts are joined in their order, whatever the order in which they are read."""

from generator.publish.joined import joined

FILES = {
    "assets/scripts/start.js": b"start();\n",
    "assets/scripts/zebra.js": b"zebra();\n",
    "assets/scripts/ants.js": b"ants();\n",
    "assets/styles/print.css": b"print {}\n",
    "assets/styles/tokens.css": b"tokens {}\n",
    "assets/styles/base.css": b"base {}\n",
    "index.md": b"# Home\n",
}


def test_parts_are_joined_by_name():
    """What all styles need comes first, what starts the scripts last; the rest stays."""
    assert joined(FILES) == {
        "index.md": b"# Home\n",
        "assets/site.css": b"tokens {}\n\nbase {}\n\nprint {}\n",
        "assets/site.js": (
            b"(() => {\nconst parts = {};\nants();\n\nzebra();\n\nstart();\n})();\n"
        ),
    }


def test_what_is_not_there_is_not_joined():
    """A folder without styles and scripts, as tests have it, gets none."""
    assert joined({"index.md": b"# Home\n"}) == {"index.md": b"# Home\n"}
