"""An inspection under the framework of 2023, what it asked for and what comes next."""

from collections.abc import Iterator

from areasend.answers.until_2022 import revisit
from areasend.answers.wording import as_reported, began, month, published
from areasend.domain import kinds
from areasend.domain.clocks import Deadline, State
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.domain.history import Inspection

_NEXT = ("next_inspection_after_positive", "next_inspection_after_other")


def sentences(
    one: Inspection, earlier: tuple[Inspection, ...], duties: list[Deadline]
) -> Iterator[str]:
    """Yield what an inspection found, after what, what followed and what is expected next."""
    yield found(one, earlier)
    yield from _before(earlier)
    due = {duty.key: duty for duty in duties}
    yield from _monitoring(one, due.get("monitoring_inspection_started"))
    yield from _next(next((due[key] for key in _NEXT if key in due), None))
    yield from _plan(one)


def found(one: Inspection, earlier: tuple[Inspection, ...] = ()) -> str:
    """Return what an inspection found, and whether an earlier one under 2023 found the same."""
    again = [held for held in earlier if held.framework is Framework.AREA_SEND_2023]
    first = f"{began(again[-1])} and again in" if again else ""
    opening = began(one).replace("Inspected in", first) if first else began(one)
    if one.report is None:
        return f"{opening}; we hold no report yet."
    report = again[-1].report if again else None
    same = report is not None and report.outcome is one.report.outcome
    ending = " both times" if same else ""
    return f"{opening}{published(one.report)}: {kinds.outcome(one.report)}{ending}."


def _before(earlier: tuple[Inspection, ...]) -> Iterator[str]:
    for one in earlier:
        if one.framework is Framework.LASEND_2016 and one.report:
            if one.revisited:
                yield f"Before that, {revisit(one, one.revisited)}."
            elif one.report.outcome is Outcome.STATEMENT_REQUIRED:
                yield f"Before that, in {one.report.on.latest:%Y}, {kinds.outcome(one.report)}."


def _monitoring(one: Inspection, duty: Deadline | None) -> Iterator[str]:
    if duty is None:
        return
    if one.monitored:
        last = one.monitored[-1]
        started = one.first(StepKind.MONITORING_INSPECTION_STARTED)
        when = f" in {month(started.on)}" if started and month(started.on) else ""
        yield f"A monitoring inspection{when} found {kinds.action(last)}{as_reported(last)}."
    elif duty.state is State.RUNNING:
        yield f"A monitoring inspection is expected around {duty.due.latest:%B %Y}."
    elif duty.beyond:
        yield (
            f"A monitoring inspection was expected around {duty.due.latest:%B %Y}, "
            "later than our record reaches."
        )
    else:
        yield (
            "A monitoring inspection usually follows after about 18 months "
            f"({duty.due.latest:%B %Y}); we hold none, but our list is incomplete."
        )


def _next(duty: Deadline | None) -> Iterator[str]:
    if duty is None or duty.fulfilment:
        return
    month = f"{duty.due.latest:%B %Y}"
    if duty.state is State.RUNNING:
        yield f"The next full inspection is expected around {month}."
    elif duty.covered:
        yield f"The next full inspection was expected around {month}; we hold none."
    else:
        yield (
            f"The next full inspection was expected around {month}, later than our record reaches."
        )


def _plan(one: Inspection) -> Iterator[str]:
    if one.report is None or one.report.outcome is Outcome.WIDESPREAD_FAILINGS:
        return
    published_plan = one.first(StepKind.STRATEGIC_PLAN_PUBLISHED)
    if published_plan:
        yield f"The updated strategic plan was published {published_plan.on.when}."
    else:
        yield ("An updated strategic plan was asked for; we do not know whether it is published.")
