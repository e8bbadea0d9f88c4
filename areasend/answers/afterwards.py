"""What followed the last inspection: plan, return, reviews, notices, and what is not held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers import interventions
from areasend.answers.families import Family
from areasend.answers.lines import Line
from areasend.answers.standing import limits
from areasend.answers.timeline import Timeline, TimelineLine
from areasend.answers.wording import began, published
from areasend.domain.areas import AREAS
from areasend.domain.clocks import State
from areasend.domain.coverage import coverage
from areasend.domain.events import Outcome, ReportPublished
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval, in_words

PLAN = (
    "statement-submitted",
    "plan-judged",
    "statement-published",
    "board-established",
    "accelerated-plan-required",
    "accelerated-plan-submitted",
    "accelerated-plan-published",
    "accelerated-plan-ended",
    "strategic-plan-published",
    "priority-plan-submitted",
    "priority-plan-published",
)
RETURN = (
    "revisit-notified",
    "revisit-started",
    "revisit-ended",
    "revisited",
    "monitoring-inspection-notified",
    "monitoring-inspection-started",
    "monitoring-inspected",
)
REVIEWS = (
    "minister-wrote",
    "monitoring-visit",
    "accelerated-plan-reviewed",
    "engagement-meeting",
    "stocktake",
    "deep-dive",
    "peer-review",
    "ombudsman-report",
    "monitoring-ceased",
)
NOTICES = ("intervened",)
#: What led to the report, and so did not follow it.
BEFORE = (
    "inspection-notified",
    "inspection-started",
    "fieldwork-ended",
    "report-received",
    "report-published",
)
#: What would show that a plan was made, and that inspectors came back, after each outcome.
_PLANS = {
    Outcome.STATEMENT_REQUIRED: "statement-submitted",
    Outcome.WIDESPREAD_FAILINGS: "priority-plan-submitted",
    Outcome.POSITIVE: "strategic-plan-published",
    Outcome.INCONSISTENT: "strategic-plan-published",
}
_RETURNS = {
    Outcome.STATEMENT_REQUIRED: "revisited",
    Outcome.WIDESPREAD_FAILINGS: "monitoring-inspected",
}
_NO_PLAN = "No plan was asked for."
_NO_RETURN = {
    Outcome.NO_STATEMENT_REQUIRED: "Re-visits were made only where a statement was required.",
    Outcome.POSITIVE: "After this outcome there is no monitoring inspection.",
    Outcome.INCONSISTENT: "After this outcome there is no monitoring inspection.",
}
CONDITIONS = "What a notice asks for, and by when, stands in the notice; we do not hold it."


@dataclass(frozen=True)
class Part:
    """What is held of one kind of sequel, the newest first, and what else is to be said of it."""

    heading: str
    lines: tuple[TimelineLine, ...]
    says: tuple[str, ...]


@dataclass(frozen=True)
class Afterwards:
    """What followed an inspection. `under` is the name it was made under, if another.

    `silence` says since when nothing is held, and how far our record reaches.
    """

    inspection: str
    under: str
    parts: tuple[Part, ...]
    silence: str


def afterwards(known: Family, told: Timeline) -> Afterwards | None:
    """Return what followed the last inspection with a report, or None where none is held."""
    last = _last(known)
    if last is None or last.report is None:
        return None
    return Afterwards(
        inspection=f"{began(last)}{published(last.report)}",
        under="" if last.area == known.area.slug else AREAS[last.area].name,
        parts=tuple(_parts(known, told, last, last.report)),
        silence=_silence(known, told),
    )


def _last(known: Family) -> Inspection | None:
    """Return the area's last inspection with a report, or that of the nearest predecessor."""
    for area in (known.area, *known.before):
        held = [one for one in known.known[area.slug].inspections if one.report]
        if held:
            return held[-1]
    return None


def _parts(
    known: Family, told: Timeline, last: Inspection, report: ReportPublished
) -> Iterator[Part]:
    outcome = report.outcome
    after = [one for one in told.happened if one.line.inspection in {last.name, ""}]
    no_plan = _none(_PLANS.get(outcome)) or (_NO_PLAN,)
    yield _part("The plan", after, PLAN, no_plan)
    no_return = _none(_RETURNS.get(outcome)) or (_NO_RETURN[outcome],)
    yield _part("Inspectors’ return", after, RETURN, no_return)
    yield _part("Reviews, visits and letters", after, REVIEWS, _none("monitoring-visit"))
    yield _notices(known, told)


def _part(
    heading: str, after: list[TimelineLine], among: tuple[str, ...], otherwise: tuple[str, ...]
) -> Part:
    held = tuple(one for one in after if one.line.kind in among)
    return Part(heading, held, () if held else otherwise)


def _none(kind: str | None) -> tuple[str, ...]:
    if kind is None:
        return ()
    covered = coverage()[kind]
    partial = "" if covered.complete_to else ", and our list is incomplete"
    return (f"We hold none{partial}.", covered.words)


def _notices(known: Family, told: Timeline) -> Part:
    """Return every notice and direction, whichever inspection it followed: one may still apply."""
    held = tuple(one for one in told.happened if one.line.kind in NOTICES)
    heading = "Notices and directions, after any inspection"
    if not held:
        return Part(heading, (), _none("intervened"))
    says = [
        words if one is known.area else f"As {one.name}: {words}"
        for one in (known.area, *known.before)
        for words in interventions.sentences(known.known[one.slug])
    ]
    return Part(heading, held, (*says, CONDITIONS))


def _silence(known: Family, told: Timeline) -> str:
    """Say since when nothing is held; in days only where the day of an open duty has passed."""
    as_at = known.asked.as_at
    dated = [one.line for one in told.happened if _is_dated(one.line, as_at)]
    if not dated:
        return ""
    newest = max(dated, key=lambda line: line.latest)
    since = f"The newest thing that we can date is of {newest.on}."
    passed = sum(one.state is State.PASSED for one in known.due)
    if not passed:
        return f"{since} {limits(known.asked)}"
    one_or_more = "one duty is" if passed == 1 else f"{passed} duties are"
    days = f"In the {(as_at - newest.latest).days:,} days to {in_words(as_at)} we can date nothing"
    return f"{since} {days}, and {one_or_more} open whose day has passed. {limits(known.asked)}"


def _is_dated(line: Line, as_at: date) -> bool:
    return line.latest <= as_at and Interval(line.earliest, line.latest).is_dated
