"""How many areas there were from day to day, and which number was used by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.answers.official import OfficialRelease
from areasend.domain.areas import Area, areas_on, changes


@dataclass(frozen=True)
class AreaList:
    """The areas that stood from a day to a day: how many, and who came and went with its first.

    The first list has no first day, and one that no known change ends has no last.
    """

    since: date | None
    until: date | None
    areas: int
    came: tuple[str, ...]
    went: tuple[str, ...]
    used_by: tuple[str, ...]


def area_lists(*, announced_by: date, used: Iterable[OfficialRelease]) -> tuple[AreaList, ...]:
    """Return the lists of areas in order, those to come by what was announced by a day.

    A release is named with the list that has as many areas as it states.
    """
    lists = tuple(_lists(announced_by))
    by_list: dict[AreaList, list[str]] = {one: [] for one in lists}
    for release in used:
        if found := _list_of(release, lists):
            by_list[found].append(_use(release))
    return tuple(
        AreaList(one.since, one.until, one.areas, one.came, one.went, tuple(users))
        for one, users in by_list.items()
    )


def _lists(announced_by: date) -> Iterator[AreaList]:
    known = changes(announced_by=announced_by)
    days = sorted({one.on for one in known if one.created or one.abolished})
    before: tuple[Area, ...] = ()
    for since, then in zip((None, *days), (*days, None), strict=True):
        # Any day before the first change shows the list that it ended.
        day = since or (then - timedelta(days=1) if then else announced_by)
        areas = areas_on(day, announced_by=announced_by)
        yield AreaList(
            since=since,
            until=then - timedelta(days=1) if then else None,
            areas=len(areas),
            came=_names(areas, beside=before) if since else (),
            went=_names(before, beside=areas),
            used_by=(),
        )
        before = areas


def _names(areas: tuple[Area, ...], *, beside: tuple[Area, ...]) -> tuple[str, ...]:
    slugs = {area.slug for area in beside}
    return tuple(area.name for area in areas if area.slug not in slugs)


def _list_of(release: OfficialRelease, lists: tuple[AreaList, ...]) -> AreaList | None:
    """Return the newest list of its day or before that has as many areas as a release states."""
    day, number = release.counting.as_at, release.denominator
    same = (one for one in reversed(lists) if one.areas == number)
    return next((one for one in same if (one.since or date.min) <= day), None)


def _use(release: OfficialRelease) -> str:
    stood = len(areas_on(release.counting.as_at))
    beside = "" if stood == release.denominator else f", though {stood} stood on its day"
    return f"{release.title}{beside}"
