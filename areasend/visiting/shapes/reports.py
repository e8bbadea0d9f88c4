"""The inspectorate's website of reports: a search in pages, a page for each area, its reports."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from areasend.visiting.shapes.leads import ChangedShape, Lead, Leads, Page, words
from areasend.visiting.sources import Source

#: What stands, for those who do not see, in the link to a report: its kind, the format, the day.
_HIDDEN = re.compile(r"(?P<said>.+), pdf - (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})")


def search_page(page: Page, source: Source) -> Leads:
    """Return the areas' pages that a page of the search leads to, and how many results it counts.

    :raises ChangedShape: if it leads to none or says no count, or two
    """
    links = page.html.css("a[href]")
    areas = [
        at for at, _ in page.links(links) if urlsplit(at).path.startswith(source.expects["areas"])
    ]
    said = re.findall(source.expects["counted"], words(page.html.body), re.IGNORECASE)
    counts = {int(one.replace(",", "")) for one in said}
    if len(counts) != 1:
        raise ChangedShape(f"{page.address} says no count of its results, or more than one.")
    return Leads(pages=tuple(dict.fromkeys(areas)), counted=counts.pop())


def area_page(page: Page, source: Source) -> Leads:
    """Return the area SEND reports and letters that an area's page leads to.

    :raises ChangedShape: if it lists no report of any kind, or one in another form
    """
    listed = page.html.css("a.publication-link")
    if not listed:
        raise ChangedShape(f"{page.address} lists no reports where an area's page does.")
    leads = [_lead(page, at, source) for at in listed]
    wanted = re.compile(source.expects["titled"], re.IGNORECASE)
    return Leads(documents=tuple(one for one in leads if wanted.search(one.said)))


def _lead(page: Page, link: object, source: Source) -> Lead:
    node = link  # a link of the list
    hidden = _HIDDEN.fullmatch(words(node.css_first("span.nonvisual")))  # type: ignore[attr-defined]
    ((address, shown),) = list(page.links([node])) or [("", "")]  # type: ignore[list-item]
    if not hidden or not re.search(source.expects["files"], address):
        raise ChangedShape(
            f"{page.address} lists “{shown}” in another form than a kind, the format and a day, "
            "or leads to no report's file with it."
        )
    return Lead(address, hidden["said"], _day(hidden["day"], page))


def _day(said: str, page: Page) -> date:
    try:
        return datetime.strptime(said, "%d %B %Y").date()  # noqa: DTZ007  a day, not a moment
    except ValueError:
        raise ChangedShape(f"{page.address} gives {said}, which is no day.") from None
