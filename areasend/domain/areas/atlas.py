"""Which areas there are: all of them, those of a day, those behind a code, and their lineage.

What was announced counts as well as what has happened. `announced_by` asks for the world as it
was known on an earlier day: Surrey has no last day for anyone asking before 28 October 2025.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from areasend.domain.areas.area import Area, Change, Code, Scheme
from areasend.domain.areas.loading import read


class _WhenFirstAsked(Mapping[str, Area]):
    """Every area that the record knows, read when it is first asked for."""

    def __getitem__(self, slug: str) -> Area:
        return _all()[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(_all())

    def __len__(self) -> int:
        return len(_all())


AREAS: Mapping[str, Area] = _WhenFirstAsked()


def as_announced(by: date | None = None) -> Mapping[str, Area]:
    """Return the areas by slug, past, present and announced, as known by the day or today.

    :raises UnableToReadAreas: if the tables are damaged
    """
    return _after(changes(announced_by=by))


def changes(*, announced_by: date | None = None) -> tuple[Change, ...]:
    """Return the changes of areas known by the day, or all, in the order they take effect."""
    return tuple(
        change for change in read().changes if change.announced <= (announced_by or date.max)
    )


def areas_on(day: date, *, announced_by: date | None = None) -> tuple[Area, ...]:
    """Return the areas that stood on the day, or were to by what was announced, by name."""
    standing = (area for area in as_announced(announced_by).values() if area.exists(day))
    return tuple(sorted(standing, key=attrgetter("name")))


def by_code(code: str, *, scheme: Scheme | None = None, on: date | None = None) -> Area | None:
    """Return the area that bore the code on the day or, without a day, bore it last."""
    code = code.strip().upper()
    bearers = [
        area
        for area, held in _bearers().get(code, ())
        if scheme in {None, held.scheme} and (on is None or area.code(held.scheme, on=on) == code)
    ]
    return bearers[-1] if bearers else None


def ancestors(area: Area, *, announced_by: date | None = None) -> tuple[Area, ...]:
    """Return the areas it came from, and those they came from, nearest first, each once."""
    return _line(area, "predecessors", as_announced(announced_by))


def descendants(area: Area, *, announced_by: date | None = None) -> tuple[Area, ...]:
    """Return the areas that followed it, and those that followed them, nearest first, each once."""
    return _line(area, "successors", as_announced(announced_by))


def _line(area: Area, direction: str, areas: Mapping[str, Area]) -> tuple[Area, ...]:
    line = [area.slug]
    for slug in line:  # the line grows as it is walked
        nearest = getattr(areas[slug], direction) if slug in areas else ()
        line += [relative for relative in nearest if relative not in line]
    return tuple(areas[slug] for slug in line[1:])


@cache
def _all() -> Mapping[str, Area]:
    return as_announced()


@cache
def _after(known: tuple[Change, ...]) -> Mapping[str, Area]:
    """Return the areas once the known changes have been told; no other change leaves a trace."""
    areas = dict(read().areas)
    for change in read().changes:
        if change not in known:
            for slug in change.created:
                del areas[slug]
            continue
        areas |= {slug: areas[slug].ended_by(change) for slug in change.abolished}
        areas |= {slug: areas[slug].begun_by(change) for slug in change.created}
    return MappingProxyType(areas)


@cache
def _bearers() -> Mapping[str, list[tuple[Area, Code]]]:
    bearers = defaultdict(list)
    for area in sorted(AREAS.values(), key=lambda area: area.starts or date.min):
        for held in area.codes:
            bearers[held.code].append((area, held))
    return bearers
