"""Why an event looks out of place, in words for the person who is recording it.

Each rule is a function; `objections` asks them all. A rule on two events is asked both ways
round, so it looks at what the record holds after the new event as well as before it. Reading a
history never asks them: what is stored is accepted.
"""

from collections.abc import Callable, Iterator
from datetime import date

from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import (
    Event,
    InspectionStarted,
    Outcome,
    PlanJudged,
    ReportPublished,
    Revisited,
    Verdict,
)
from areasend.domain.history import History, Inspection

#: Pairs of kinds of one inspection, of which the second never comes first.
NEVER_BEFORE = (
    ("inspection-notified", "inspection-started"),
    *(("inspection-started", kind.key) for kind in kinds.KINDS[2:]),
    ("report-received", "report-published"),
    *(
        ("report-published", later)
        for later in ("statement-submitted", "plan-judged", "statement-published")
    ),
    *(("report-published", kind.key) for kind in kinds.KINDS if kind.key.startswith("revisit")),
    ("statement-submitted", "plan-judged"),
    ("revisit-notified", "revisit-started"),
    ("revisit-started", "revisit-ended"),
    ("revisit-started", "revisited"),
)

#: Kinds that an inspection has only once; another is a correction.
ONCE = frozenset({"inspection-started", "report-published", "report-received", "fieldwork-ended"})

#: Kinds that follow a report only if it required a statement: so far, all that follow one.
_FOLLOWS_A_STATEMENT = frozenset(
    later for first, later in NEVER_BEFORE if first == "report-published"
)


def objections(history: History, event: Event, *, today: date) -> tuple[str, ...]:
    """Return why an event looks out of place beside an area's whole history, if it does."""
    return tuple(_found(history, event, today))


def _found(history: History, event: Event, today: date) -> Iterator[str]:
    if event.on.earliest > today:
        yield f"It is dated {event.on}, which has not come yet."
    if event.area not in AREAS:
        yield f"We know no area {event.area!r}."
        return
    inspection = history.inspection(event.inspection)
    if inspection is None:
        yield from _without_inspection(event)
        inspection = Inspection(event.inspection, event.area)
    for rule in (_exists, _once, _outcome_counts, _verdict_counts):
        if words := rule(inspection, event):
            yield words
    for rule_of_two in (_out_of_order, _no_statement_was_required, _counts_differ):
        if words := _beside_each(rule_of_two, inspection, event):
            yield words


def _without_inspection(event: Event) -> Iterator[str]:
    if event.inspection and not isinstance(event, InspectionStarted):
        yield f"No inspection {event.inspection} of this area is held."


def _exists(_inspection: Inspection, event: Event) -> str | None:
    area = AREAS[event.area]
    ends = (event.on.earliest, event.on.latest)
    if isinstance(event, InspectionStarted) and not any(area.exists(day) for day in ends):
        return f"{area.name} did not exist {event.on.when}."
    return None


def _once(inspection: Inspection, event: Event) -> str | None:
    kind = kinds.key(event)
    if kind in ONCE and any(kinds.key(held) == kind for held in held_by(inspection)):
        return f"{inspection.name} already has this event: correct that one instead."
    return None


def _beside_each(
    rule: Callable[[Event, Event], str | None], inspection: Inspection, event: Event
) -> str | None:
    for held in held_by(inspection):
        if words := rule(held, event) or rule(event, held):
            return words
    return None


def _out_of_order(first: Event, second: Event) -> str | None:
    """Return words if the first surely came after the second though it must come before."""
    pair = (kinds.key(first), kinds.key(second))
    if pair not in NEVER_BEFORE or _of_different_rounds(pair, second):
        return None
    if second.on.latest < first.on.earliest:
        return (
            f"“{kinds.sentence(second)}” is dated {second.on}, "
            f"but “{kinds.sentence(first)}” only {first.on}."
        )
    return None


def _of_different_rounds(pair: tuple[str, str], second: Event) -> bool:
    # A statement that was judged not fit is submitted again.
    judged_not_fit = isinstance(second, PlanJudged) and not second.fit
    return judged_not_fit and pair == ("statement-submitted", "plan-judged")


def _outcome_counts(_inspection: Inspection, event: Event) -> str | None:
    if not isinstance(event, ReportPublished) or event.weaknesses is None:
        return None
    if event.outcome is not Outcome.STATEMENT_REQUIRED:
        return "Weaknesses are counted only where a statement was required."
    return None if event.weaknesses > 0 else "A statement answers at least one weakness."


def _verdict_counts(_inspection: Inspection, event: Event) -> str | None:
    if not isinstance(event, Revisited) or event.sufficient is None or event.of is None:
        return None
    if not 0 <= event.sufficient <= event.of or event.of == 0:
        return f"{event.sufficient} of {event.of} weaknesses cannot be."
    if verdict_of(event.sufficient, event.of) is not event.verdict:
        return f"{event.sufficient} of {event.of} weaknesses is not the verdict “{event.verdict}”."
    return None


def _counts_differ(report: Event, revisit: Event) -> str | None:
    if not isinstance(report, ReportPublished) or not isinstance(revisit, Revisited):
        return None
    if None in {report.weaknesses, revisit.of} or report.weaknesses == revisit.of:
        return None
    return f"The report had {report.weaknesses} weaknesses, the re-visit counts {revisit.of}."


def _no_statement_was_required(report: Event, later: Event) -> str | None:
    if not isinstance(report, ReportPublished) or kinds.key(later) not in _FOLLOWS_A_STATEMENT:
        return None
    if report.outcome is not Outcome.NO_STATEMENT_REQUIRED:
        return None
    return f"{report.inspection} required no statement."


def verdict_of(sufficient: int, of: int) -> Verdict:
    """Return the verdict that a count of weaknesses amounts to."""
    if sufficient == of:
        return Verdict.ALL
    return Verdict.SOME if sufficient else Verdict.NONE


def held_by(inspection: Inspection) -> tuple[Event, ...]:
    """Return every event of an inspection."""
    singles: tuple[Event | None, ...] = (inspection.started, inspection.report)
    held = tuple(event for event in singles if event)
    return (*held, *inspection.judgements, *inspection.revisits, *inspection.steps)
