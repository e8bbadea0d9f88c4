"""The events that a report tells of: that inspectors came, that they left, and what they found."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Outcome,
    ReportPublished,
    Step,
    StepKind,
)
from areasend.domain.intervals import Interval
from areasend.reading.held import DAYS_OF_ONE, Held, named
from areasend.reading.kinds.area_send_report.cover import Cover
from areasend.reading.kinds.area_send_report.outcome import Found
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.proposals import Doubt, Field, Proposal

_COPYRIGHT = re.compile(r"© ?Crown copyright,? ?(20\d\d)")
OUTCOMES = {1: Outcome.POSITIVE, 2: Outcome.INCONSISTENT, 3: Outcome.WIDESPREAD_FAILINGS}


def copyright_year(lines: Sequence[Line]) -> Field:
    """Return the year of the copyright. It may be the one before the report came out."""
    found = "the line “© Crown copyright”"
    for line in reversed(lines):
        if printed := _COPYRIGHT.search(line.text):
            return Field("copyright_year", int(printed[1]), found, passages([line]))
    return Field("copyright_year", None, found, (), ("The line was not found.",))


def propose(
    front: Cover, found: Found, fields: Sequence[Field], held: Held, title: str
) -> tuple[Proposal, ...]:
    """Return what the report proposes; nothing without an area and the days on its cover."""
    if not front.area or not front.visited:
        return ()
    inspection, other = named(front.area.slug, front.visited.start, held)
    doubts = {field.name: [Doubt(_place(field), says) for says in field.doubts] for field in fields}
    both = [*doubts["area"], *doubts["cover_dates"], *doubts["header_dates"]]
    if other:
        says = f"The area was inspected {other.when} too: this is proposed as {inspection}."
        both.append(Doubt("the cover", says))
    about = (front.area.slug, inspection, title)
    place = _place(next(field for field in fields if field.name == "cover_dates"))
    came = InspectionStarted(
        **_facts(about, Interval.day(front.visited.start), place),
        framework=Framework.AREA_SEND_2023,
    )
    left = Step(
        **_facts(about, Interval.day(front.visited.end), place), step=StepKind.FIELDWORK_ENDED
    )
    report = _report(about, front.visited.end, found, fields)
    own = [one for name in _RESTS_ON for one in doubts[name]]
    return (
        *(Proposal(event, place, tuple(both)) for event in (came, left)),
        *(Proposal(event, where, (*both, *own)) for event, where in report),
    )


_RESTS_ON = ("outcome", "next_full_years", "priority_actions")


def _report(
    about: tuple[str, str, str], ended: date, found: Found, fields: Sequence[Field]
) -> Iterator[tuple[Event, str]]:
    """Return the report as an event, and where it says its outcome, if that was read."""
    by_name = {field.name: field for field in fields}
    if found.outcome:
        place = _place(by_name["outcome"])
        event = ReportPublished(
            **_facts(about, _published(ended), place),
            outcome=OUTCOMES[found.outcome],
            priority_actions=len(by_name["priority_actions"].value) or None,
            next_full_years=found.next_years,
        )
        yield event, place


def _published(ended: date) -> Interval:
    """Return the days on which the report may have come out; no report prints it.

    The year of its copyright is no help: of reports on visits late in a year, some bear the year
    of the visit and came out in the next.
    """
    return Interval(ended + timedelta(days=1), ended + timedelta(days=DAYS_OF_ONE))


def _place(field: Field) -> str:
    return f"page {field.passages[0].page}" if field.passages else "nowhere in the report"


def _facts(about: tuple[str, str, str], on: Interval, place: str) -> dict[str, Any]:
    area, inspection, title = about
    source = Source(title=title, publisher="Ofsted and CQC", kind=SourceKind.OFFICIAL, place=place)
    attested = (Attestation(source=source, on=on, confidence=Confidence.OFFICIAL),)
    return {"area": area, "inspection": inspection, "attested": attested}
