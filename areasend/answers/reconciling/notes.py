"""What official releases say of their counts, and what they make of them by subtraction."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from areasend.answers.official import OfficialRelease
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Figure


def notes(
    used: Iterable[OfficialRelease],
    rules: Collection[Counting],
    known: Mapping[str, History],
    as_at: date,
) -> Iterator[str]:
    """Yield what is to be said of each release, oldest first, and of areas inspected twice.

    :param rules: those that give a row; of a release that gives only its areas less is said
    """
    for release in used:
        of_its_figures = _of(release, known) if release.counting in rules else ()
        yield " ".join([f"{release.title}. {release.words}", *of_its_figures])
    yield from inspected_twice(known, as_at)


def inspected_twice(known: Mapping[str, History], as_at: date) -> Iterator[str]:
    """Yield why the outcomes since 2023 add up to more than the areas, once they do."""
    reports = Counter(
        one.area
        for held in known.values()
        for one in held.inspections
        if one.framework is Framework.AREA_SEND_2023
        and one.report
        and one.report.on.surely_by(as_at)
    )
    again = [AREAS[area].name for area, times in reports.items() if times > 1]
    if again:
        yield (
            f"{', '.join(again)}: inspected more than once under the framework of 2023, so that "
            f"{reports.total()} published inspections are of {len(reports)} areas."
        )


def _of(release: OfficialRelease, known: Mapping[str, History]) -> Iterator[str]:
    if "inspected" in release.stated:
        yield from _outstanding(release, known)
    if "revisited" in release.stated:
        required, back = release.stated["statement-required"], release.stated["revisited"]
        left = required - back
        yield f"Its {required} statements less {back} re-visits leave {left} re-visits to come."


def _outstanding(release: OfficialRelease, known: Mapping[str, History]) -> Iterator[str]:
    """Yield why areas less inspections are not the areas still to be inspected, if they are not."""
    of, stated, day = release.denominator, release.stated["inspected"], release.counting.as_at
    here = _figure(Counting(as_at=day), known)
    left = here.out_of - here.count
    if of - stated == left:
        return
    counted = _figure(release.counting, known).counted
    gone = [AREAS[area].name for area in counted if not AREAS[area].exists(day)]
    yield (
        f"Its {of} areas less {stated} inspected leave {of - stated} outstanding. "
        f"{len(gone)} of the {stated} had been abolished by {in_words(day)}: {', '.join(gone)}. "
        f"Of the {here.out_of} areas of that day, {left} had no report in their present form."
    )


def _figure(counting: Counting, known: Mapping[str, History]) -> Figure:
    return MEASURES["inspected"].of(known.values(), counting)
