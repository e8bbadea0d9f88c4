"""What the inspections in the notes propose.

A note gives months, and no publication: the letter came out at some time between the visit and
the end of the period that the release covers, or the re-visit that followed from it.
"""

from collections.abc import Collection, Iterator
from datetime import timedelta

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.domain.attestations import Confidence
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
from areasend.reading.findings import shown
from areasend.reading.kinds.official_statistics_2022.notes import Note
from areasend.reading.kinds.official_statistics_2022.release import (
    CARRIED_OUT_BY,
    FIRST_DAY,
    PUBLISHED_BY,
    Release,
)
from areasend.reading.proposals import Doubt, Proposal

_ALONE = "Only a note tells of this inspection: the table leaves out areas that no longer exist."

#: What the release does not say but what follows from it. A day that a council gives is better.
_WORKED_OUT = Confidence.HIGH

_UNCOUNTED = "The note does not say how many weaknesses there were."


def area_of(note: Note) -> Area | None:
    """Return the area that a note means: the one of its name that ended when the note says."""
    try:
        area = resolve(note.name, on=note.started.latest)
    except (AmbiguousName, UnknownName):
        return None
    ended = note.replaced - timedelta(days=1)
    return area if area.ends == ended and area.exists(note.started.latest) else None


def propose(
    note: Note, release: Release, *, repeated: Collection[str]
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Return what a note proposes, and the doubts that leave nothing to propose.

    `repeated` are the areas that the release tells of more than once.
    """
    area = area_of(note)
    wrong = tuple(Doubt(note.place, says) for says in _wrong(note, area, repeated))
    if wrong or not area:
        return (), wrong
    return tuple(
        Proposal(event, note.place, tuple(Doubt(note.place, says) for says in doubts))
        for event, doubts in _events(note, release, area.slug)
    ), ()


def _wrong(note: Note, area: Area | None, repeated: Collection[str]) -> Iterator[str]:
    day = in_words(note.replaced)
    if area is None:
        yield f"We know no area {shown(note.name)} that was replaced on {day}."
    elif area.slug in repeated:
        yield f"The file tells more than once of {area.name}."
    visits = (note.started, *((note.returned,) if note.returned else ()))
    if any(not FIRST_DAY <= on.earliest <= on.latest <= CARRIED_OUT_BY for on in visits):
        period = f"{in_words(FIRST_DAY)} to {in_words(CARRIED_OUT_BY)}"
        yield f"The note tells of a visit that is not in the period covered, {period}."
    if note.returned and note.returned.latest < note.started.earliest:
        yield "The note has inspectors return before they came."
    if note.returned and not note.required:
        yield "A re-visit is told of, but no statement was required."


def _events(note: Note, release: Release, slug: str) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Return each event that a note tells of, with what is doubtful about it."""
    started = release.facts(slug, note.started, note.place)
    yield InspectionStarted(**started, framework=Framework.LASEND_2016), (_ALONE,)
    outcome = Outcome.STATEMENT_REQUIRED if note.required else Outcome.NO_STATEMENT_REQUIRED
    # A re-visit looks at the weaknesses that the report found, so the report came first.
    last = note.returned.latest if note.returned else PUBLISHED_BY
    report = Interval(note.started.earliest, last)
    counted = (_UNCOUNTED,) if note.required else ()
    facts = release.facts(slug, report, note.place, trust=_WORKED_OUT)
    yield ReportPublished(**facts, outcome=outcome), (_ALONE, _undated(report), *counted)
    if note.returned and note.verdict:
        returned = release.facts(slug, note.returned, note.place)
        yield Step(**returned, step=StepKind.REVISIT_STARTED), (_ALONE,)
        letter = Interval(note.returned.earliest, PUBLISHED_BY)
        facts = release.facts(slug, letter, note.place, trust=_WORKED_OUT)
        yield Revisited(**facts, verdict=note.verdict), (_ALONE, _undated(letter), _UNCOUNTED)


def _undated(on: Interval) -> str:
    first, last = in_words(on.earliest), in_words(on.latest)
    return (
        f"The note gives no day of publication: we know only that it lies from {first} to {last}."
    )
