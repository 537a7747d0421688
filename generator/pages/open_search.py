"""`opensearch.xml`, by which a browser's address bar asks the box: https://github.com/dewitt/opensearch."""

from markupsafe import escape

NAME = "SMTP codes"  # 16 characters at most, by the specification
DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>What an SMTP code or a text of a mail server means</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">{home}assets/mark.svg</Image>
<Url type="text/html" template="{home}#q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def open_search(home):
    """Yields (path, text); nothing where the address of the site is not known, for it has to be
    whole.

    What is asked stands behind `#`, so it stays in the browser.
    """
    if home:
        yield "opensearch.xml", DESCRIPTION.format(name=NAME, home=escape(home))
