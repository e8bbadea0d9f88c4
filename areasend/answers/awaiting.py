"""What an area is waiting for, stage by stage: a plan, a return, the next inspection, a review."""

from collections.abc import Iterable, Iterator

from areasend.answers import interventions
from areasend.domain.clocks import OPEN, Deadline, State
from areasend.domain.history import History

#: What is awaited, by the rules that set a time for it.
_STAGES = {
    "a plan": {
        "statement_submitted",
        "strategic_plan_published",
        "priority_plan_submitted",
        "priority_plan_published",
    },
    "a re-visit or monitoring inspection": {"revisit_started", "monitoring_inspection_started"},
    "the next full inspection": {
        "next_inspection_after_positive",
        "next_inspection_after_other",
        "never_revisited_inspected",
    },
    "a review or a minister's letter": {"progress_reviewed", "minister_wrote_again"},
}
_COMING, _PASSED = "still to come", "the time has passed"
#: We do not know whether it still applies, so that no more than this is said.
NOTICE = "a notice or direction: issued, and no end of it held"
#: Everything that can be awaited, in the order in which it follows an inspection.
AWAITED = (*(f"{stage}: {when}" for stage in _STAGES for when in (_COMING, _PASSED)), NOTICE)


def awaited(held: History, due: Iterable[Deadline]) -> tuple[str, ...]:
    """Return what is open of an area, each stage once for what is to come and for what passed."""
    found = set(_awaited(held, due))
    return tuple(one for one in AWAITED if one in found)


def _awaited(held: History, due: Iterable[Deadline]) -> Iterator[str]:
    for one in due:
        if one.state in OPEN:
            when = _COMING if one.state is State.RUNNING else _PASSED
            yield from (f"{stage}: {when}" for stage, keys in _STAGES.items() if one.key in keys)
    if interventions.no_end_held(held):
        yield NOTICE
