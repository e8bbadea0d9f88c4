"""What the inspections in the notes propose.

A note gives months, and no publication: the letter came out at some time between the visit and
the end of the period that the release covers, or the re-visit that followed from it.
"""

from collections.abc import Collection, Iterator
from datetime import timedelta

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
)
from areasend.domain.intervals import Interval, in_words
from areasend.reading.kinds.official_statistics_2022.notes import Told
from areasend.reading.kinds.official_statistics_2022.release import (
    CARRIED_OUT_BY,
    FIRST_DAY,
    PUBLISHED_BY,
    Release,
)
from areasend.reading.proposals import Doubt, Proposal

_ALONE = "Only a note tells of this inspection: the table leaves out areas that no longer exist."
_UNCOUNTED = "The note does not say how many weaknesses there were."


def area_of(told: Told) -> Area | None:
    """Return the area that a note means: the one of its name that ended when the note says."""
    try:
        area = resolve(told.name, on=told.started.latest)
    except (AmbiguousName, UnknownName):
        return None
    ended = told.replaced - timedelta(days=1)
    return area if area.ends == ended and area.exists(told.started.latest) else None


def propose(
    told: Told, release: Release, *, repeated: Collection[str]
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Return what a note proposes, and the doubts that leave nothing to propose.

    `repeated` are the areas that the release tells of more than once.
    """
    area = area_of(told)
    wrong = tuple(Doubt(told.place, says) for says in _wrong(told, area, repeated))
    if wrong or not area:
        return (), wrong
    return tuple(
        Proposal(event, told.place, tuple(Doubt(told.place, says) for says in doubts))
        for event, doubts in _events(told, release, area.slug)
    ), ()


def _wrong(told: Told, area: Area | None, repeated: Collection[str]) -> Iterator[str]:
    day = in_words(told.replaced)
    if area is None:
        yield f"We know no area “{told.name[:40]}” that was replaced on {day}."
    elif area.slug in repeated:
        yield f"The file tells more than once of {area.name}."
    visits = (told.started, *((told.returned,) if told.returned else ()))
    if any(not FIRST_DAY <= on.earliest <= on.latest <= CARRIED_OUT_BY for on in visits):
        period = f"{in_words(FIRST_DAY)} to {in_words(CARRIED_OUT_BY)}"
        yield f"The note tells of a visit that is not in the period covered, {period}."
    if told.returned and told.returned.latest < told.started.earliest:
        yield "The note has inspectors return before they came."
    if told.returned and not told.required:
        yield "A re-visit is told of, but no statement was required."


def _events(told: Told, release: Release, slug: str) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Return each event that a note tells of, with what is doubtful about it."""
    started = release.facts(slug, told.started, told.place)
    yield InspectionStarted(**started, framework=Framework.LASEND_2016), (_ALONE,)
    outcome = Outcome.STATEMENT_REQUIRED if told.required else Outcome.NO_STATEMENT_REQUIRED
    # A re-visit looks at the weaknesses that the report found, so the report came first.
    report = Interval(told.started.earliest, (told.returned or _RELEASE).latest)
    counted = (_UNCOUNTED,) if told.required else ()
    facts = release.facts(slug, report, told.place)
    yield ReportPublished(**facts, outcome=outcome), (_ALONE, _undated(report), *counted)
    if told.returned and told.verdict:
        returned = release.facts(slug, told.returned, told.place)
        yield Step(**returned, step=StepKind.REVISIT_STARTED), (_ALONE,)
        letter = Interval(told.returned.earliest, PUBLISHED_BY)
        facts = release.facts(slug, letter, told.place)
        yield Revisited(**facts, verdict=told.verdict), (_ALONE, _undated(letter), _UNCOUNTED)


def _undated(on: Interval) -> str:
    first, last = in_words(on.earliest), in_words(on.latest)
    return (
        f"The note gives no day of publication: we know only that it lies from {first} to {last}."
    )


_RELEASE = Interval(FIRST_DAY, PUBLISHED_BY)
