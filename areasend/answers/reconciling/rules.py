"""The counting rules that one may meet for a day: the official releases' own and those beside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from areasend.answers.official import OfficialRelease, official_releases
from areasend.answers.statements import UNTIL_2022
from areasend.domain.areas import areas_on
from areasend.domain.events import Framework
from areasend.domain.measures.counting import Areas, By, Counting

#: What official releases state of inspections under each framework.
MEASURES = {
    Framework.LASEND_2016: UNTIL_2022,
    Framework.AREA_SEND_2023: (
        "inspected-since-2023",
        "positive",
        "inconsistent",
        "widespread-failings",
    ),
}
#: The measures in a word or two, for the heads of columns.
HEADINGS = {
    "inspected": "Inspected",
    "statement-required": "Statement required",
    "revisited": "Re-visited",
    "progress-on-all": "Progress on all",
    "progress-on-some": "On some",
    "progress-on-none": "On none",
    "inspected-since-2023": "Inspected",
    "positive": "Positive",
    "inconsistent": "Inconsistent",
    "widespread-failings": "Failings",
}
#: Who asks about a day soon finds what was stated a few weeks before or after it.
_NEAR = timedelta(days=31)


def countings(framework: Framework, as_at: date) -> tuple[Counting, ...]:
    """Return the rules for a day, each next to one that differs from it in little.

    Releases as at other days stand first or last: those of a month around it or, if none is as
    at the day itself, the last before it.
    """
    stating = [one.counting for one in releases_on(framework)]
    near = [one for one in stating if one.as_at != as_at and abs(one.as_at - as_at) <= _NEAR]
    ours = Counting(as_at=as_at)
    later = tuple(_by_later_areas(ours, stating))
    rules = (
        *(one for one in near or _last_before(as_at, stating) if one.as_at < as_at),
        *(one for one in later if areas_on(one.areas_on or as_at) != areas_on(as_at)),
        ours,
        *later,
        replace(ours, areas=Areas.ABOLISHED_TOO),
        replace(ours, by=By.STARTED, areas=Areas.ABOLISHED_TOO),
        replace(ours, by=By.STARTED),
        *(one for one in stating if one.as_at == as_at),
        *(one for one in near if one.as_at > as_at),
    )
    return tuple(dict.fromkeys(rules))


def releases_on(framework: Framework) -> tuple[OfficialRelease, ...]:
    """Return the official releases that state something of a framework, oldest first."""
    return tuple(one for one in official_releases() if set(one.stated) & set(MEASURES[framework]))


def _last_before(as_at: date, stating: list[Counting]) -> list[Counting]:
    days = [one.as_at for one in stating if one.as_at <= as_at]
    last = max(days, default=None)
    return [one for one in stating if one.as_at == last]


def _by_later_areas(ours: Counting, stating: list[Counting]) -> Iterator[Counting]:
    """Yield our rule by the areas of each later release, where releases differ in their areas."""
    days = sorted({one.as_at for one in stating if one.areas is Areas.CURRENT})
    first_with = {areas_on(day): day for day in reversed(days)}
    if len(first_with) > 1:
        for day in sorted(first_with.values()):
            if day > ours.as_at:
                yield replace(ours, areas_on=day)
