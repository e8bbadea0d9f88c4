"""Which health bodies served an area on a day, and which areas a body served."""

from collections.abc import Iterator, Mapping
from datetime import date

from areasend.domain.areas import AREAS
from areasend.domain.health.body import Body, Footprint
from areasend.domain.health.loading import read

# The spans for which no list of bodies is held: the first day, and the day on which one is again.
_NOT_HELD = (
    (date.min, date(2016, 4, 1), "We hold no list of health bodies before 1 April 2016."),
    (
        date(2021, 4, 1),
        date(2022, 7, 1),
        "We hold no list of clinical commissioning groups from 1 April 2021 to 30 June 2022.",
    ),
)


class _WhenFirstAsked(Mapping[str, Body]):
    """Every health body that the record knows, read when it is first asked for."""

    def __getitem__(self, slug: str) -> Body:
        return read().bodies[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(read().bodies)

    def __len__(self) -> int:
        return len(read().bodies)


BODIES: Mapping[str, Body] = _WhenFirstAsked()


def bodies_of(area_slug: str, *, on: date) -> tuple[Footprint, ...]:
    """Return the bodies that served an area on a day, the one with the largest share first.

    There is none where `not_held` says so, and none for an area that did not stand on the day.

    :raises KeyError: if there is no such area
    :raises UnableToReadHealthBodies: if the tables are damaged
    """
    if not AREAS[area_slug].exists(on):
        return ()
    return _by_share(one for one in read().footprints if one.area == area_slug and one.held(on))


def areas_of(body_slug: str, *, on: date) -> tuple[Footprint, ...]:
    """Return the areas that a body served on a day, those it had the most of first.

    :raises KeyError: if there is no such body
    :raises UnableToReadHealthBodies: if the tables are damaged
    """
    body = BODIES[body_slug].slug
    return _by_share(
        one
        for one in read().footprints
        if one.body == body and one.held(on) and AREAS[one.area].exists(on)
    )


def not_held(on: date) -> str:
    """Return a sentence saying that the bodies of a day are not held, or nothing if they are."""
    return next((words for first, after, words in _NOT_HELD if first <= on < after), "")


def _by_share(footprints: Iterator[Footprint]) -> tuple[Footprint, ...]:
    return tuple(sorted(footprints, key=lambda one: (-one.share, one.area, one.body)))
