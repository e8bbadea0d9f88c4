"""What people do with a report or a reply: one person at a time, and whatever they do ends it.

The website's row, the public chain and what is kept here change in one transaction, or nothing
does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from areasend.answers.waiting import Kind, UnableToAnswer, Waiting
from areasend.answers.wording import day_of
from areasend.casework import claims
from areasend.casework.models import AnyClaim
from areasend.casework.reported.door import door
from areasend.casework.reported.models import Act, Ending, Matter
from areasend.ledger.rows import writing
from areasend.ledger.statements import Answered


class Why(StrEnum):
    """Why something must not be kept. Chosen, never typed: words could repeat what has to go."""

    CHILD = "child"
    PERSON = "person"
    ABUSE = "abuse"

    @property
    def words(self) -> str:
        """What people read."""
        return _WHY[self]


_WHY = {
    Why.CHILD: "It is about a child",
    Why.PERSON: "It names a person, or says how to find one",
    Why.ABUSE: "It is abuse or a threat",
}


@dataclass(frozen=True)
class Doing:
    """Who does something, and when."""

    by: int
    at: datetime


def ending(kind: Kind, number: int) -> Ending | None:
    """Return what somebody here did with it, if anybody did."""
    return Ending.objects.filter(matter__kind=kind, matter__of=number).first()


def last_claim(kind: Kind, number: int) -> AnyClaim | None:
    """Return the last claim on it, in force or not."""
    matter = Matter.objects.filter(kind=kind, of=number).first()
    return claims.last(matter) if matter else None


def claim(one: Waiting, doing: Doing, *, take_over: bool = False) -> None:
    """Let somebody have it for a while.

    :raises Taken: if somebody else has it, unless it is to be taken over
    :raises UnableToAnswer: if it is ended
    """
    with writing():
        claims.claim(_open(one), by=doing.by, now=doing.at, take_over=take_over)


def let_go(one: Waiting, doing: Doing) -> None:
    """End somebody's claim, if they have it."""
    with writing():
        claims.let_go(_matter(one), by=doing.by, now=doing.at)


def look(one: Waiting, said: Answered, doing: Doing) -> None:
    """Claim a report for whoever is about to answer it, if the words are fit for the public.

    :raises Taken: if somebody else has it
    :raises UnableToAnswer: if it is ended, or the words are not fit
    """
    claim(one, doing)
    door().check(said)


def answer(one: Waiting, said: Answered, doing: Doing) -> None:
    """Answer a report in public, at once.

    :raises Taken: if somebody else has it
    :raises UnableToAnswer: if it is ended, or the words are not fit for the public
    """

    def does() -> None:
        door().answer(one.number, said, by=doing.by, at=doing.at, today=day_of(doing.at))

    _end(one, doing, Act.ANSWER, does)


def release(one: Waiting, doing: Doing) -> None:
    """Make a reply public, at once.

    :raises Taken: if somebody else has it
    :raises UnableToAnswer: if it is ended, or not fit for the public
    """
    _end(one, doing, Act.RELEASE, lambda: door().release(one.number, by=doing.by, at=doing.at))


def decline(one: Waiting, reason: str, doing: Doing) -> None:
    """End it without a word in public, for a reason that is kept here.

    :raises Taken: if somebody else has it
    :raises UnableToAnswer: if it is ended, or the reason is none or not fit to be kept
    """
    if not reason.strip():
        raise UnableToAnswer("Say why: whoever asks later will want to know.")
    if seen := door().seen_in(reason):
        raise UnableToAnswer(f"The reason must not be kept: it may hold {', '.join(seen)}.")

    def does() -> None:
        door().decline(one.kind, one.number, today=day_of(doing.at))

    _end(one, doing, Act.DECLINE, does, reason.strip())


def delete(one: Waiting, why: Why, doing: Doing) -> None:
    """Delete what must not be kept, words and all, at once.

    :raises Taken: if somebody else has it
    :raises UnableToAnswer: if it is ended
    """
    _end(one, doing, Act.DELETE, lambda: door().delete(one.kind, one.number), why.words)


def _end(one: Waiting, doing: Doing, act: Act, does: Callable[[], None], reason: str = "") -> None:
    with writing():
        matter = _open(one)
        claims.claim(matter, by=doing.by, now=doing.at)
        does()
        claims.let_go(matter, by=doing.by, now=doing.at)
        Ending.objects.create(matter=matter, act=act, reason=reason, by=doing.by, at=doing.at)


def _open(one: Waiting) -> Matter:
    """Return what waits as it is known here. In a transaction.

    :raises UnableToAnswer: if it is ended, by whatever way
    """
    now = door().find(one.kind, one.number)
    if now is None or now.ended:
        raise UnableToAnswer("It was ended since you opened this page. Nothing more was done.")
    return _matter(one)


def _matter(one: Waiting) -> Matter:
    return Matter.objects.get_or_create(kind=one.kind, of=one.number)[0]
