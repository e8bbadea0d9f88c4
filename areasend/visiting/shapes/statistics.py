"""The government's website of statistics: a collection, a page for each release, its files."""

import re
from urllib.parse import urlsplit

from areasend.visiting.shapes.leads import ChangedShape, Lead, Leads, Page
from areasend.visiting.sources import Source


def collection_page(page: Page, source: Source) -> Leads:
    """Return the pages of releases that a collection leads to.

    :raises ChangedShape: if it leads to none
    """
    wanted = re.compile(source.expects["releases"])
    links = page.links(page.html.css("main a[href]"))
    found = [at for at, _ in links if wanted.search(urlsplit(at).path)]
    if not found:
        raise ChangedShape(f"{page.address} leads to no release of the statistics.")
    return Leads(pages=tuple(dict.fromkeys(found)))


def release_page(page: Page, source: Source) -> Leads:
    """Return the files of a release: none, if its page offers only words.

    :raises ChangedShape: if the page has no part for its contents
    """
    if not page.html.css_first("main"):
        raise ChangedShape(f"{page.address} is not built as pages of releases are.")
    wanted = re.compile(source.expects["files"])
    files: dict[str, str] = {}
    for address, said in page.links(page.html.css("main a[href]")):
        if wanted.search(address):
            files[address] = files.get(address) or said
    return Leads(documents=tuple(Lead(at, said) for at, said in files.items()))
