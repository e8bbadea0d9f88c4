"""A list of what followed inspections, with the table of which of its rows tell of one event.

A row is what one source says. Which rows belong to one event, and which of them dates it, was
decided by a person who read them all: `record/merges.csv` holds each decision and why.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind, best
from areasend.domain.events import (
    Act,
    Event,
    Framework,
    InspectionStarted,
    Instrument,
    Intervened,
    MonitoringInspected,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.domain.objections_to_counts import verdict_of
from areasend.reading.citing import day_of_source
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.proposals import Proposal, Reading, UnableToReadDocument
from areasend.reading.speakers import speaker
from areasend.reading.tables import Workbook

KIND = "known-events"
SAYS = "our list of what followed inspections (.csv)"
TITLE = "What followed inspections, by area"
COLUMNS = (
    "area_id",
    "event",
    "date",
    "precision",
    "detail",
    "source_title",
    "source_url",
    "other_sources",
    "source_kind",
    "confidence",
)

#: The newest page in the list is of this month: whatever it tells of had happened by its end.
CLOSED = date(2026, 2, 28)

Row = Mapping[str, str]


@cache
def merges() -> tuple[dict[str, str], ...]:
    """Return the table of which rows tell of one event, in the order of the rows."""
    with (files("areasend") / "record" / "merges.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def recognises(workbook: Workbook) -> bool:
    """Return whether the document has the headings of the list."""
    return bool(workbook.sheets) and set(COLUMNS) <= set(_headings(workbook))


def propose(workbook: Workbook, _held: Held = NOTHING_HELD, /) -> Reading:
    """Return the events that the rows tell of, each with every source that tells of it.

    :raises UnableToReadDocument: if a row cannot be read, or the table of merges is for another
        list
    """
    headings = _headings(workbook)
    cells = workbook.sheets[0].rows[1:]
    rows: list[Row] = [
        dict(zip(headings, map(str, row), strict=False)) for row in cells if any(row)
    ]
    decided = merges()
    if len(rows) != len(decided):
        raise UnableToReadDocument(
            f"The list has {len(rows)} rows and the table of merges {len(decided)}."
        )
    used = [one for one in decided if one["use"] != "unused"]
    keys = dict.fromkeys(one["event"] for one in used)
    told = [[one for one in used if one["event"] == key] for key in keys]
    proposals = [_proposal(group, rows) for group in told]
    proposals += [_letter(group, rows) for group in told if _counted(group)]
    return Reading(KIND, TITLE, tuple(proposals))


def _headings(workbook: Workbook) -> list[str]:
    rows = workbook.sheets[0].rows
    return [str(cell) for cell in rows[0]] if rows else []


def _proposal(told: list[dict[str, str]], rows: list[Row]) -> Proposal:
    place = ", ".join(f"row {one['row']}" for one in told)
    leading = sorted(told, key=lambda one: one["use"] != "date")
    attested = tuple(_attestation(rows[int(one["row"]) - 1], one) for one in leading)
    if leading[0]["use"] == "date":
        attested = tuple(_decided(attested, leading))
    return Proposal(_event(told[0], _facts(told), attested), place)


def _counted(told: list[dict[str, str]]) -> bool:
    """Whether rows on the visit itself already give what its letter found."""
    visit = told[0]["kind"] in {"revisit-started", "revisit-ended"}
    return visit and any("sufficient" in one["facts"] for one in told)


def _letter(told: list[dict[str, str]], rows: list[Row]) -> Proposal:
    """Propose the letter on a re-visit, published on a day that its rows do not give."""
    counted = [one for one in told if "sufficient" in one["facts"]]
    place = ", ".join(f"row {one['row']}" for one in counted)
    attested = tuple(
        _some_time_after(_attestation(rows[int(one["row"]) - 1], one)) for one in counted
    )
    facts = _facts(counted)
    verdict = verdict_of(int(facts["sufficient"]), int(facts["of"]))
    merge = counted[0] | {"kind": "revisited"}
    return Proposal(_event(merge, facts | {"verdict": verdict}, attested), place)


def _some_time_after(one: Attestation) -> Attestation:
    return replace(one, on=Interval(one.on.earliest, max(CLOSED, one.on.latest)))


def _facts(told: list[dict[str, str]]) -> dict[str, str]:
    return dict(fact.split("=") for one in told for fact in one["facts"].split(";") if fact)


def _decided(
    attested: tuple[Attestation, ...], told: Iterable[dict[str, str]]
) -> Iterator[Attestation]:
    """Set aside each date that would come before the one that a person chose."""
    chosen = attested[0]
    for one, row in zip(attested, told, strict=True):
        outranks = one is not chosen and best((chosen, one)) is not chosen
        yield replace(one, set_aside=row["why"]) if outranks else one


def _attestation(row: Row, merge: Row) -> Attestation:
    place = f"row {merge['row']} of our list"
    try:
        kind, on = SourceKind(row["source_kind"]), _interval(row)
        confidence = Confidence(row["confidence"])
    except (KeyError, ValueError) as fault:
        raise UnableToReadDocument(f"{place} cannot be read: {fault}.") from None
    title, href = row["source_title"], row["source_url"]
    others = row["other_sources"].split()
    if kind is SourceKind.PARTISAN and others:
        # A personal or party page is never the cited source where another says the same.
        kind, href = SourceKind.PRESS, others[0].strip(";,")
        title = "Report of the same"
    source = Source(
        title=title,
        publisher=urlsplit(href).hostname or title,
        kind=kind,
        href=href,
        dated=day_of_source(title=title, href=href, tells_of=on),
        place=place,
    )
    source = replace(source, kind=speaker(source), href=source.address)
    return Attestation(source=source, on=on, confidence=confidence, words=row["detail"])


def _interval(row: Row) -> Interval:
    written = Interval.read(row["date"])
    match row["precision"]:
        case "by":
            return Interval.by(written.latest)
        case "after":
            return Interval(written.earliest, max(CLOSED, written.latest))
        case _:
            return written


def _event(merge: Row, facts: Mapping[str, str], attested: tuple[Attestation, ...]) -> Event:
    base: dict[str, Any] = {
        "area": merge["area"],
        "inspection": merge["inspection"],
        "attested": attested,
    }
    counts: dict[str, Any] = {key: int(facts[key]) for key in ("sufficient", "of") if key in facts}
    match merge["kind"]:
        case "inspection-started":
            return InspectionStarted(**base, framework=_framework(merge["inspection"]))
        case "report-published":
            return ReportPublished(**base, outcome=Outcome(facts["outcome"]))
        case "plan-judged":
            plan, fit = Plan(facts["plan"]), facts["fit"] == "yes"
            return PlanJudged(**base, plan=plan, fit=fit)
        case "revisited":
            return Revisited(**base, verdict=Verdict(facts["verdict"]), **counts)
        case "monitoring-inspected":
            return MonitoringInspected(**base, effective=facts["effective"] == "yes", **counts)
        case "intervened":
            return Intervened(
                **base,
                instrument=Instrument(facts["instrument"]),
                act=Act(facts["act"]),
                about_send=facts["about"] == "send",
            )
        case step:
            return Step(**base, step=StepKind(step))


def _framework(inspection: str) -> Framework:
    return Framework.LASEND_2016 if "/2016/" in inspection else Framework.AREA_SEND_2023
