"""Why the numbers that an event carries cannot be, in words for the person who records it."""

from collections.abc import Iterator

from areasend.domain import points
from areasend.domain.events import (
    Event,
    MonitoringInspected,
    Outcome,
    ReportPublished,
    Revisited,
    Verdict,
)


def objections_to_counts(event: Event) -> Iterator[str]:
    """Yield why what an event counts, or says point by point, does not fit together."""
    for rule in (_outcome_counts, _counts_cannot_be, _verdict_counts):
        if words := rule(event):
            yield words
    match event:
        case ReportPublished():
            yield from points.cannot_be(event.points, _counted(event))
        case Revisited() | MonitoringInspected():
            yield from points.progress_cannot_be(
                event.judged, sufficient=event.sufficient, of=event.of
            )


def _counted(event: ReportPublished) -> points.Counted:
    if event.outcome is Outcome.STATEMENT_REQUIRED:
        return points.Counted(points.WEAKNESS, event.weaknesses)
    if event.outcome is Outcome.WIDESPREAD_FAILINGS:
        return points.Counted(points.ACTION, event.priority_actions)
    return points.Counted(points.IMPROVEMENT, None)


def _outcome_counts(event: Event) -> str | None:
    if not isinstance(event, ReportPublished):
        return None
    if event.weaknesses is not None and event.outcome is not Outcome.STATEMENT_REQUIRED:
        return "Weaknesses are counted only where a statement was required."
    if event.priority_actions and event.outcome is not Outcome.WIDESPREAD_FAILINGS:
        return "Priority actions are counted only where there were widespread failings."
    if event.weaknesses is not None and event.weaknesses < 1:
        return "A statement answers at least one weakness."
    failings = event.outcome is Outcome.WIDESPREAD_FAILINGS
    if failings and event.priority_actions is not None and event.priority_actions < 1:
        return "A priority action plan answers at least one area for priority action."
    return None


def _counts_cannot_be(event: Event) -> str | None:
    if not isinstance(event, Revisited | MonitoringInspected):
        return None
    if event.sufficient is None or event.of is None or 0 <= event.sufficient <= event.of > 0:
        return None
    what = "weaknesses" if isinstance(event, Revisited) else "priority actions"
    return f"{event.sufficient} of {event.of} {what} cannot be."


def _verdict_counts(event: Event) -> str | None:
    if not isinstance(event, Revisited) or event.sufficient is None or event.of is None:
        return None
    if _counts_cannot_be(event):
        return None
    if verdict_of(event.sufficient, event.of) is not event.verdict:
        return f"{event.sufficient} of {event.of} weaknesses is not the verdict “{event.verdict}”."
    return None


def verdict_of(sufficient: int, of: int) -> Verdict:
    """Return the verdict that a count of weaknesses amounts to."""
    if sufficient == of:
        return Verdict.ALL
    return Verdict.SOME if sufficient else Verdict.NONE
