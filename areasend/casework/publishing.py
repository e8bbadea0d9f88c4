"""Passing on what is checked, and the second look, with which it is recorded and released."""

import json
from collections.abc import Collection

from areasend.casework import acts, claims
from areasend.casework.acts import Doing, UnableToDo
from areasend.casework.checking import checking
from areasend.casework.course import Course, Stage
from areasend.casework.models import Act, Decision, Document
from areasend.casework.planning import REASON, Plan, Planned, plan
from areasend.ledger import entries, releases
from areasend.ledger.rows import writing
from areasend.papers import keeping


def forward(document: Document, doing: Doing) -> Decision:
    """Pass a checked document on to another person's second look.

    :raises UnableToDo: if something doubtful is left, or the ledger would object
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage is not Stage.WAITING:
            raise UnableToDo(f"{now.stage.words}: it cannot be passed on now.")
        _whole(now, doing)

    return acts.add(document, doing, allowed, {"act": Act.FORWARD}, ends=True)


def publish(document: Document, doing: Doing, said: Collection[str] = ()) -> Decision:
    """Record and release what a checked document tells, all of it or nothing.

    The entries are those of whoever checked; who took the second look is kept in this room, with
    what they `said` of addresses.

    :raises UnableToDo: if it has not been checked, by another person, something is left to be said
        (`second_look.py`), or the ledger objects
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage is not Stage.SECOND_LOOK:
            raise UnableToDo(f"{now.stage.words}: there is nothing to publish.")
        if doing.by in now.checkers:
            raise UnableToDo("You checked it yourself: another person must take the second look.")

    with writing():
        now = acts.begin(document, doing, allowed)
        planned = _whole(now, doing)
        if left := [one for one in planned.to_be_said if one not in said]:
            raise UnableToDo(f"Look, and tick it if it is so: {' '.join(left)}")
        forwarded = now.of_the_whole
        by = forwarded.by if forwarded else doing.by
        numbers = [_record(one, by, doing) for one in planned.events]
        _seen_where_it_stands(now, doing)
        claims.let_go(document, by=doing.by, now=doing.at)
        return document.decisions.create(
            act=Act.PUBLISH,
            by=doing.by,
            at=doing.at,
            entries=json.dumps(numbers),
            reason=" ".join(planned.to_be_said),
        )


def _seen_where_it_stands(now: Course, doing: Doing) -> None:
    """Note that the document was at the address that two people checked, unless that is noted.

    The self-audit finds a fact's document by its address.
    """
    paper, address = now.document.paper, str(checking(now).values.get("address") or "")
    if address and not paper.sightings.filter(address=address).exists():
        keeping.seen(paper, address, at=doing.at)


def _whole(now: Course, doing: Doing) -> Plan:
    """Return what would be recorded, if nothing stands in the way.

    :raises UnableToDo: if something doubtful is left, or the ledger would object
    """
    held = checking(now)
    if held.waiting:
        left = ", ".join(one.title for one in held.waiting)
        raise UnableToDo(f"Doubtful, and not decided yet: {left}.")
    planned = plan(held, at=doing.at)
    if planned.troubles:
        raise UnableToDo(" ".join(planned.troubles))
    return planned


def _record(one: Planned, by: int, doing: Doing) -> int:
    """Record and release an event, in the place of the entry it corrects if there is one."""
    reason = REASON if one.number else ""
    try:
        number = entries.record(one.event, by=by, at=doing.at, corrects=one.number, reason=reason)
        releases.release(number, takes_effect_at=doing.at, now=doing.at)
    except (entries.UnableToRecord, releases.UnableToRelease) as trouble:
        raise UnableToDo(str(trouble)) from None
    return number
