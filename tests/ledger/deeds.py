"""What people do at a ledger, with a person and a moment filled in, and how to look at it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from areasend.domain.events import Event
from areasend.ledger import entries, expunge, releases
from areasend.ledger.refusals import TABLES
from areasend.ledger.verifying import verify
from tests.builders import build_step

CLERK, REGISTRAR = 1, 2
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
END_OF_TIME = datetime(9998, 1, 1, tzinfo=UTC)


def record(event: Event, *, at: datetime = NOW, **correction: Any) -> int:
    return entries.record(event, by=CLERK, at=at, **correction)


def withdraw(number: int, *, at: datetime = NOW, reason: str = "It was another area.") -> int:
    return entries.withdraw(number, by=CLERK, at=at, reason=reason)


def release(number: int, *, at: datetime = NOW, now: datetime | None = None) -> int:
    return releases.release(number, takes_effect_at=at, now=now or at)


def tell(event: Event, *, at: datetime = NOW, **correction: Any) -> int:
    """Record an event and make it public at once."""
    number = record(event, at=at, **correction)
    release(number, at=at)
    return number


def erase(number: int, *, at: datetime = NOW, reason: str = "Ordered by a court.") -> int:
    return expunge.expunge(number, reason=reason, by=(CLERK, REGISTRAR), at=at)


def tell_everything() -> None:
    """Fill every table: three released events, of which one is corrected and one erased."""
    told = tell(build_step(words="As told first."))
    tell(build_step(words="As told of Bury.", area="bury"))
    tell(build_step(words="As corrected."), corrects=told, reason="It was misread.")
    named = tell(build_step(words="Somebody is named here.", area="kent"))
    erase(named)


def said(known_at: datetime = END_OF_TIME) -> list[Event]:
    """Return every public event, as known at a moment."""
    return [event for told in releases.events(known_at=known_at).values() for event in told]


def faults() -> list[str]:
    return [str(fault) for fault in verify().faults]


def run(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Run a statement as somebody with a database prompt would."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []


def every_row() -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the ledger's tables hold."""
    return {table: run(f'SELECT * FROM "{table}" ORDER BY 1') for table in TABLES}
