"""Reports and replies as the signed-in rooms see them and deal with them.

The rooms import nothing of the website: `config/rooms_reported.py` hands them this module, and
casework/reported/door.py says what they ask of it. Whatever is done goes by the same functions as
by the commands of `areasend reports`.
"""

from datetime import date, datetime

from areasend.answers.answered import page_name
from areasend.answers.bodies import UnknownBody, body
from areasend.answers.waiting import Kind, UnableToAnswer, Waiting
from areasend.ledger.statements import Replied
from areasend.register import reports
from areasend.register.models import AT_MOST, Reply, Report
from areasend.register.replying import keeping
from areasend.register.reports import answer, check
from areasend.register.screening import seen_in, seen_in_address

__all__ = [
    "answer",
    "as_reply",
    "check",
    "decline",
    "delete",
    "find",
    "release",
    "seen_in",
    "waiting",
    "without_address",
]


def waiting(kind: Kind) -> tuple[Waiting, ...]:
    """Return what waits, the oldest first."""
    if kind is Kind.REPORT:
        return tuple(_report(one) for one in Report.objects.open())
    return tuple(_reply(one) for one in Reply.objects.waiting())


def find(kind: Kind, number: int) -> Waiting | None:
    """Return what has a number, ended or not; None where there is none, or no longer."""
    if kind is Kind.REPORT:
        report = Report.objects.filter(number=number).first()
        return _report(report) if report else None
    reply = Reply.objects.filter(number=number).exclude(received=None).first()
    return _reply(reply) if reply else None


def without_address() -> int:
    """Return how many bodies ask for a link to reply by whose published address is not held."""
    return Reply.objects.without_address().count()


def as_reply(number: int, *, on: date) -> Replied:
    """Return what a reply that waits would say in public.

    :raises UnableToAnswer: if it is not waiting, or its body is no more
    """
    held = Reply.objects.waiting().filter(number=number).first()
    if held is None:
        raise UnableToAnswer(f"No reply {number} is waiting.")
    try:
        return keeping.said(held, on=on)
    except UnknownBody as trouble:
        raise UnableToAnswer(str(trouble)) from None


def release(number: int, *, by: int, at: datetime) -> None:
    """Make a reply public, at once, and end it: all of it or nothing.

    :raises UnableToAnswer: if it is not waiting, or not fit for the public
    """
    try:
        keeping.release(number, by=by, at=at)
    except UnknownBody as trouble:
        raise UnableToAnswer(str(trouble)) from None


def decline(kind: Kind, number: int, *, today: date) -> None:
    """End it without a word in public, so that it is deleted in its time.

    :raises UnableToAnswer: if it is not waiting
    """
    if kind is Kind.REPORT:
        reports.decline(number, today=today)
    else:
        keeping.decline(number, today=today)


def delete(kind: Kind, number: int) -> None:
    """Delete what must not be kept: its words are gone at once.

    :raises UnableToAnswer: if it is not waiting
    """
    if kind is Kind.REPORT:
        gone, _ = Report.objects.open().filter(number=number).delete()
    else:
        gone, _ = Reply.objects.waiting().filter(number=number).delete()
    if not gone:
        raise UnableToAnswer(f"No {kind} {number} is waiting.")


def _report(held: Report) -> Waiting:
    area = reports.area_of(held.about)
    return Waiting(
        kind=Kind.REPORT,
        number=held.number,
        about=held.about,
        page=page_name(held.about, area=area),
        area=area,
        words=held.words,
        right=held.right,
        received=held.received,
        ended=held.ended,
        deleted_on=held.received + AT_MOST,
        screened=(*seen_in(held.words), *seen_in_address(held.right)),
    )


def _reply(held: Reply) -> Waiting:
    return Waiting(
        kind=Kind.REPLY,
        number=held.number,
        about=held.about,
        page=page_name(held.about, area=held.area),
        area=held.area,
        words=held.words,
        body=_name(held),
        seen=held.seen,
        received=held.received or held.asked,
        ended=held.ended,
        deleted_on=held.asked + AT_MOST,
        screened=seen_in(held.words),
    )


def _name(held: Reply) -> str:
    """Return who replies by name; by its key where the body is no more."""
    try:
        return body(held.body, on=held.received or held.asked).name
    except UnknownBody:
        return held.body
