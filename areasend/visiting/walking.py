"""Walks a source's pages and returns the documents that they lead to: all of them, or none."""

from collections.abc import Callable
from typing import Protocol

from areasend.visiting.shapes import reports, statistics
from areasend.visiting.shapes.leads import ChangedShape, Lead, Leads, Page
from areasend.visiting.sources import Source

Reader = Callable[[Page, Source], Leads]


class Look(Protocol):
    """Looks at a page, which is asked for or remembered."""

    def __call__(self, address: str, reader: Reader, *, needed: bool = True) -> Leads:
        """Return what a page leads to as a reader sees it; nothing if it is not to be had.

        :raises ChangedShape: if the page does not look as it should
        :raises UnableToVisit: if it is not to be had, though it is needed
        """


def walk(source: Source, look: Look) -> tuple[Lead, ...]:
    """Return the documents that a source leads to, each address once.

    :raises ChangedShape: if any page does not look as it should, or they do not agree
    """
    found = _WALKS[source.kind](source, look)
    return tuple({lead.address: lead for lead in reversed(found)}.values())[::-1]


def _reports(source: Source, look: Look) -> list[Lead]:
    areas = _areas(source, look)
    return [
        lead for area in areas for lead in look(area, reports.area_page, needed=False).documents
    ]


def _areas(source: Source, look: Look) -> list[str]:
    """Return the areas' pages; what the search counts and what it lists must be the same.

    A search that counts more than there can be, or goes on with nothing new, is not followed on.
    """
    rows, most = source.expects["rows"], source.expects["most"]
    first = look(source.at.format(start=0), reports.search_page)
    counted, areas = first.counted or 0, dict.fromkeys(first.pages)
    if counted > most:
        raise ChangedShape(f"The search counts {counted} results, where there are {most} at most.")
    for start in range(rows, counted, rows):
        more = look(source.at.format(start=start), reports.search_page)
        if more.counted != counted:
            raise ChangedShape(f"The search counts {counted} results, then {more.counted}.")
        before = len(areas)
        areas |= dict.fromkeys(more.pages)
        if len(areas) == before:
            break
    if not counted or len(areas) != counted:
        raise ChangedShape(f"The search counts {counted} results and lists {len(areas)} areas.")
    return list(areas)


def _statistics(source: Source, look: Look) -> list[Lead]:
    releases = look(source.at, statistics.collection_page).pages
    pages = [look(at, statistics.release_page, needed=False) for at in releases]
    return [lead for page in pages for lead in page.documents]


def _alone(source: Source, _look: Look) -> list[Lead]:
    return [Lead(source.at, source.says)]


_WALKS: dict[str, Callable[[Source, Look], list[Lead]]] = {
    "reports": _reports,
    "statistics": _statistics,
    "page-table": _alone,
    "csv-file": _alone,
}
