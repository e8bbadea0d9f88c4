"""Each inspection under the framework of 2023, what came before it and what is held since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from areasend.answers.questions.holding import Held, by_name
from areasend.answers.questions.shape import Cell, Table, columns
from areasend.answers.questions.telling import after_report, told_by
from areasend.answers.until_2022 import revisit
from areasend.domain import kinds
from areasend.domain.areas import AREAS, ancestors
from areasend.domain.events import Framework, InspectionStarted, Outcome, ReportPublished
from areasend.domain.history import History, Inspection

OUTCOMES = (Outcome.POSITIVE, Outcome.INCONSISTENT, Outcome.WIDESPREAD_FAILINGS)
UNSETTLED = "year not settled"


@dataclass(frozen=True)
class Visit:
    """A full inspection whose report is held, and the one day or days on which it began."""

    area: str
    whole: Inspection
    started: InspectionStarted
    report: ReportPublished

    @property
    def year(self) -> str:
        """The year of the visit, as far as the dates we hold settle it."""
        first, last = self.started.on.earliest.year, self.started.on.latest.year
        return str(last) if first == last else UNSETTLED


def visits(all_held: Held, as_at: date) -> Iterator[Visit]:
    """Yield the inspections surely begun by a day whose report is held, whenever it came out."""
    for area in by_name(all_held.known):
        for one in all_held.known[area].inspections:
            started, report = one.started, one.report
            since_2023 = one.framework is Framework.AREA_SEND_2023
            if since_2023 and started and report and started.on.surely_by(as_at):
                yield Visit(area, one, started, report)


def by_outcome(found: list[Visit]) -> Table:
    """Return the areas by the year of the visit and the outcome."""
    groups: dict[tuple[str, Outcome], list[str]] = {}
    for one in found:
        groups.setdefault((one.year, one.report.outcome), []).append(AREAS[one.area].name)
    years = sorted({year for year, _ in groups})
    return Table(
        name="outcomes",
        title="Each outcome by name",
        columns=columns(year="Year", outcome="Outcome", count="Areas", areas="Which"),
        rows=tuple(
            (year, kinds.OUTCOMES[outcome], len(areas), tuple(areas))
            for year in years
            for outcome in OUTCOMES
            if (areas := groups.get((year, outcome), []))
        ),
    )


def one_by_one(found: list[Visit], all_held: Held, as_at: date) -> Table:
    """Return a row for each visit."""
    return Table(
        name="inspections",
        title="Each inspection, what came before and what we hold since",
        columns=columns(
            lines=("before", "since"),
            area="Area",
            visit="Visit",
            report="Report",
            outcome="Outcome",
            before="Before",
            since="Held since",
        ),
        rows=tuple(_inspection(one, all_held, as_at) for one in found),
        words="The outcomes of the two frameworks are of different questions: neither is better "
        "or worse than one of the other.",
    )


def _inspection(one: Visit, all_held: Held, as_at: date) -> tuple[Cell, ...]:
    followed = told_by(after_report(one.whole), since=one.report.on, as_at=as_at)
    return (
        AREAS[one.area].name,
        one.started.on.written,
        one.report.on.written,
        kinds.outcome(one.report),
        tuple(_before(one, all_held.known)),
        followed or "nothing held",
    )


def _before(visit: Visit, known: Mapping[str, History]) -> Iterator[str]:
    own = known[visit.area].inspections
    for one in own[: own.index(visit.whole)]:
        yield _found(one)
    if not any(one.framework is Framework.LASEND_2016 for one in own):
        yield "no report of 2016 to 2022 in its present form"
        for area in ancestors(AREAS[visit.area]):
            for one in known[area.slug].inspections:
                yield f"as {area.name}: {_found(one)}"


def _found(one: Inspection) -> str:
    outcome = kinds.outcome(one.report) if one.report else "no report held"
    when = f"in {one.started.on.latest:%Y}, " if one.started else ""
    back = f"; {revisit(one, one.revisited)}" if one.revisited else ""
    return f"{when}{outcome}{back}"
