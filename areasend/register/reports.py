"""Reports of errors: stored once, answered in public through a release, deleted by rule."""

from datetime import date, datetime
from typing import assert_never

from django.db import transaction
from django.urls import Resolver404, resolve

from areasend.answers.waiting import UnableToAnswer
from areasend.domain.areas import AREAS
from areasend.ledger import entries, releases
from areasend.ledger.rows import writing
from areasend.ledger.statements import Answered, Replied
from areasend.register.models import Reply, Report
from areasend.register.screening import seen_in

_NOT_OPEN = "There is no open report {number}."


def store(*, about: str, words: str, right: str, today: date) -> None:
    """Keep a report that was screened; one that was sent twice is kept once."""
    with transaction.atomic():
        sweep(today=today)
        Report.objects.get_or_create(about=about, words=words, right=right, received=today)


def sweep(*, today: date) -> int:
    """Delete the reports and replies whose time is over, and return how many there were."""
    due = Report.objects.due_to_go(today=today), Reply.objects.due_to_go(today=today)
    return sum(held.delete()[0] for held in due)


def decline(number: int, *, today: date) -> None:
    """End a report without a word in public, so that it is deleted in its time.

    :raises UnableToAnswer: if it is not open
    """
    # One statement, so that of two who end it at once one is told that it is ended.
    if not Report.objects.open().filter(number=number).update(ended=today):
        raise UnableToAnswer(_NOT_OPEN.format(number=number))


def answer(number: int, said: Answered, *, by: int, at: datetime, today: date) -> None:
    """Answer a report in public, at once, and end it: all of it or nothing.

    :raises UnableToAnswer: if it is not open, or the words are not fit for the public
    """
    # The ledger's lock first, as the rooms take it: in another order two could wait for each other.
    with writing():
        decline(number, today=today)
        release(said, by=by, at=at)


def release(said: Answered | Replied, *, by: int, at: datetime) -> None:
    """Record an answer or a reply and make it public at once.

    :raises UnableToAnswer: if it has no words, or they point to a child or a person
    """
    check(said)
    with transaction.atomic():
        number = entries.say(said, by=by, at=at)
        releases.release(number, takes_effect_at=at, now=at)


def check(said: Answered | Replied) -> None:
    """Do nothing if an answer or a reply is fit for the public.

    :raises UnableToAnswer: if it has no words, or they point to a child or a person
    """
    if not said.words.strip():
        raise UnableToAnswer("An answer or a reply needs words.")
    if seen := seen_in(" ; ".join(_words_of(said))):
        raise UnableToAnswer(f"The words must not go public: they may hold {', '.join(seen)}.")


def _words_of(said: Answered | Replied) -> tuple[str, ...]:
    match said:
        case Answered():
            return (said.words,)
        case Replied():
            return (said.words, said.body, said.seen)
        case _:
            assert_never(said)


def about(number: int) -> str:
    """Return the address that an open report is about.

    :raises UnableToAnswer: if it is not open
    """
    report = Report.objects.open().filter(number=number).first()
    if report is None:
        raise UnableToAnswer(_NOT_OPEN.format(number=number))
    return report.about


def area_of(address: str) -> str:
    """Return the slug of the area that an address of ours is about; empty if it is about none."""
    try:
        found = resolve(address.partition("#")[0], urlconf="areasend.register.urls")
    except Resolver404:
        return ""
    slug = str(found.kwargs.get("slug", ""))
    return slug if found.url_name == "area" and slug in AREAS else ""
