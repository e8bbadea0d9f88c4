"""What each row of the table proposes, and what is doubtful about it."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial

from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.reading.findings import Finding, wrong
from areasend.reading.kinds.official_statistics_2022 import (
    doubts_of_days,
    doubts_of_outcomes,
    doubts_of_place,
)
from areasend.reading.kinds.official_statistics_2022.findings import Part, touched
from areasend.reading.kinds.official_statistics_2022.release import Facts, Release
from areasend.reading.kinds.official_statistics_2022.row import Row
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.proposals import Doubt, Proposal

RULES: tuple[Callable[[Row], Iterator[Finding]], ...] = (
    doubts_of_place.named_and_coded_alike,
    doubts_of_place.code_in_force,
    doubts_of_place.region,
    doubts_of_place.link,
    doubts_of_days.readable,
    doubts_of_days.in_order,
    doubts_of_days.in_period,
    doubts_of_days.on_working_days,
    doubts_of_outcomes.readable,
    doubts_of_outcomes.weaknesses,
    doubts_of_outcomes.returned,
    doubts_of_outcomes.letter,
    doubts_of_outcomes.counts,
)


def propose(
    row: Row, release: Release, *, repeated: Collection[str]
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Return what a row proposes, and the doubts that go with none of its proposals.

    `repeated` are the areas that the release tells of more than once.
    """
    findings = (*(one for rule in RULES for one in rule(row)), *_repeated(row, repeated))
    lost = {part for one in findings if one.takes_away for part in touched(one)}
    # Whatever follows names its inspection, so without a start there is nothing to follow.
    told = {} if Part.START in lost else dict(_events(row, release))
    kept = {part: event for part, event in told.items() if part not in lost}
    proposals = (
        Proposal(event, event.attestation.source.place, _doubts(row, findings, part))
        for part, event in kept.items()
    )
    left = tuple(_doubt(row, one) for one in findings if not touched(one) & kept.keys())
    return tuple(proposals), left


def _repeated(row: Row, repeated: Collection[str]) -> Iterator[Finding]:
    if row.area and row.area.slug in repeated:
        yield wrong(f"The file tells more than once of {row.area.name}.", Column.NAME)


def _doubts(row: Row, findings: tuple[Finding, ...], part: Part) -> tuple[Doubt, ...]:
    return tuple(_doubt(row, one) for one in findings if part in touched(one))


def _doubt(row: Row, finding: Finding) -> Doubt:
    return Doubt(row.line.place(*map(Column, finding.columns)), finding.says)


def _events(row: Row, release: Release) -> Iterator[tuple[Part, Event]]:
    """Return the events for which the row has what it takes."""
    if not row.area or not row.started:
        return
    facts = partial(_facts, row, release, row.area.slug)
    started = facts(Column.STARTED, row.started)
    yield Part.START, InspectionStarted(**started, framework=Framework.LASEND_2016)
    if row.published and row.required is not None:
        report = facts(Column.PUBLISHED, row.published)
        yield Part.REPORT, _report(row, report, required=row.required)
    if row.returned:
        returned = facts(Column.RETURNED, row.returned)
        yield Part.RETURN, Step(**returned, step=StepKind.REVISIT_STARTED)
    if row.letter and row.verdict:
        yield Part.LETTER, _letter(row, facts(Column.LETTER, row.letter), verdict=row.verdict)


def _facts(row: Row, release: Release, slug: str, column: Column, day: date) -> Facts:
    return release.facts(slug, Interval.day(day), row.line.place(column))


def _report(row: Row, facts: Facts, *, required: bool) -> ReportPublished:
    if not required:
        return ReportPublished(**facts, outcome=Outcome.NO_STATEMENT_REQUIRED)
    return ReportPublished(**facts, outcome=Outcome.STATEMENT_REQUIRED, weaknesses=row.weaknesses)


def _letter(row: Row, facts: Facts, *, verdict: Verdict) -> Revisited:
    # The rules let no letter through with one count alone.
    of = None if row.sufficient is None or row.lacking is None else row.sufficient + row.lacking
    return Revisited(**facts, verdict=verdict, sufficient=row.sufficient, of=of)
