"""The commands for a site that is built: tell what changed in it, and make a copy for a folder."""

import os
import sys
from pathlib import Path

from generator.pipeline import address_of_the_site, check
from generator.publish.changes import publish_changes
from generator.publish.history import NoHistory
from generator.publish.offline import NotJoined, archive
from generator.reports import report

SITE = "site"
ARCHIVE = "build/smtp-status-codes.zip"


def run_changes(_):
    """Writes feed and list of changes into the built site, for whoever publishes it."""
    links, mistakes = check(".")
    if mistakes:
        return report(mistakes)
    try:
        repository = os.environ.get("REPO_URL", "")
        count = publish_changes(links, ".", SITE, address_of_the_site(), repository)
    except NoHistory as missing:
        print(f"{SITE}: {missing}", file=sys.stderr)
        return 1
    print(f"{count} changes in {SITE}/changes/ and {SITE}/feed.xml")
    return 0


def run_offline(_):
    """Packs the built site into one archive that opens from a folder."""
    if not Path(SITE, "index.html").is_file():
        print(f"{SITE}: there is no site yet; build it with `make site`", file=sys.stderr)
        return 1
    try:
        count = archive(SITE, ARCHIVE)
    except NotJoined as left:
        print(left, file=sys.stderr)
        return 1
    print(f"{count} files in {ARCHIVE}; unpack it and open index.html")
    return 0
