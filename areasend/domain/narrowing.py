"""Narrows a date of which only bounds are held by what came later and cannot have come first."""

from collections.abc import Iterable
from dataclasses import dataclass

from areasend.domain.events import Event
from areasend.domain.intervals import Interval
from areasend.domain.objections import NEVER_BEFORE, of_different_rounds, place

_ASKED_FOR = "accelerated-plan-required"
#: Nobody submits, judges, publishes, reviews or ends a plan that was not asked for; one that is
#: published or judged was submitted; inspectors come back to a statement that was judged; and
#: what comes of a re-visit comes after the letter on it.
_PROVES = NEVER_BEFORE | {
    (_ASKED_FOR, "accelerated-plan-submitted"),
    (_ASKED_FOR, "accelerated-progress-plan-judged"),
    (_ASKED_FOR, "accelerated-plan-published"),
    (_ASKED_FOR, "accelerated-plan-reviewed"),
    (_ASKED_FOR, "accelerated-plan-ended"),
    ("accelerated-plan-submitted", "accelerated-progress-plan-judged"),
    ("priority-plan-submitted", "priority-plan-published"),
    ("revisited", "accelerated-progress-plan-judged"),
    ("revisited", "accelerated-plan-reviewed"),
    ("revisited", "accelerated-plan-ended"),
    ("revisited", "monitoring-ceased"),
    ("statement-judged", "revisit-started"),
}


@dataclass(frozen=True)
class Narrowed:
    """The days on which an event can have happened, and the event that set the last, if one did."""

    on: Interval
    by: Event | None = None


def narrowed(event: Event, beside: Iterable[Event]) -> Narrowed:
    """Return when an event happened, as far as what came later in its inspection tells.

    Nothing is stored of this: it is worked out from the events beside it each time. A date that a
    source gives stands as it is, and so does one that has a later event in contradiction.
    """
    if event.on.is_dated or not event.inspection:
        return Narrowed(event.on)
    after = [one for one in beside if _comes_after(event, one)]
    first = min(after, key=lambda one: one.on.latest, default=None)
    if first is None or not event.on.earliest <= first.on.latest < event.on.latest:
        return Narrowed(event.on)
    return Narrowed(Interval(event.on.earliest, first.on.latest), first)


def _comes_after(event: Event, later: Event) -> bool:
    pair = (place(event), place(later))
    same = later.inspection == event.inspection
    return same and pair in _PROVES and not of_different_rounds(pair, later)
