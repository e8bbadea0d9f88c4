"""The only writer of events: records, corrects and withdraws, and says why it will not."""

from datetime import datetime
from zoneinfo import ZoneInfo

from areasend.domain import history
from areasend.domain.events import Event
from areasend.domain.joining import joined, same_event
from areasend.domain.objections import objections
from areasend.ledger import chain
from areasend.ledger.models import Entry, EntryText
from areasend.ledger.rows import ENTRIES, Row, append, last, standing, writing
from areasend.ledger.statements import Spoken, Statement, Told, Withdrawn, area_of, read

_LONDON = ZoneInfo("Europe/London")
_END_OF_TIME = "9999"


class UnableToRecord(ValueError):
    """The ledger will not take this, for the reason it gives."""


def record(
    event: Event, *, by: int, at: datetime, corrects: int | None = None, reason: str = ""
) -> int:
    """Add an event, in place of the entry it corrects if any, and return the entry's number.

    :raises UnableToRecord: if the event does not fit what is held before and after it, if the
        entry to correct is not held or is corrected already, or if a correction gives no reason
    """
    with writing():
        _check_correction(corrects, reason)
        if corrects and isinstance(entry_says(corrects), Spoken):
            raise UnableToRecord(f"Entry {corrects} tells of no event: withdraw it instead.")
        held = [row for row in _rows(event.area) if row.number != corrects]
        known = history.read(event.area, told(held))
        today = at.astimezone(_LONDON).date()
        if words := objections(known, event, today=today):
            raise UnableToRecord(" ".join(words))
        return _append(Told(event=event, reason=reason), by=by, at=at, corrects=corrects)


def withdraw(number: int, *, by: int, at: datetime, reason: str) -> int:
    """Take back what an entry says, and return the number of the entry that does so.

    :raises UnableToRecord: if the entry is not held, corrected already, or no reason is given
    """
    with writing():
        _check_correction(number, reason)
        said = next((row for row in _rows() if row.number == number), None)
        if said is None or not isinstance(said.says, Told | Spoken):
            raise UnableToRecord(f"Entry {number} tells of no event that could be withdrawn.")
        says = Withdrawn(area=area_of(said.says), reason=reason)
        return _append(says, by=by, at=at, corrects=number)


def say(words: Spoken, *, by: int, at: datetime) -> int:
    """Add an answer to a reported error or a body's reply, and return the entry's number.

    There is nothing to object to: it tells of no event.

    :raises UnableToRecord: if this machine's clock is behind the ledger
    """
    with writing():
        return _append(words, by=by, at=at, corrects=None)


def told(rows: list[Row]) -> list[Event]:
    """Return the events that rows tell of, in their order."""
    return [row.says.event for row in rows if isinstance(row.says, Told)]


def entry_says(number: int) -> Statement | None:
    """Return what a standing entry says, or None if none of that number stands."""
    return next((row.says for row in _rows() if row.number == number), None)


def _rows(area: str | None = None) -> list[Row]:
    return standing(ENTRIES, known_at=_END_OF_TIME, area=area)


def moment_of(at: datetime) -> str:
    """Return the moment to write: `at`, or the last entry's if that was written while we waited.

    :raises UnableToRecord: if this machine's clock is behind the ledger
    """
    return _in_line(at, last(ENTRIES).moment)


def _in_line(at: datetime, last_written: str) -> str:
    moment = chain.moment(at)
    if moment >= last_written:
        return moment
    if chain.read_moment(last_written) - at > chain.IN_LINE:
        raise UnableToRecord(
            f"This machine's clock says {moment}, before the ledger's last entry "
            f"({last_written}). Set the clock right and try again."
        )
    return last_written


def _append(says: Statement, *, by: int, at: datetime, corrects: int | None) -> int:
    after = last(ENTRIES)
    moment = _in_line(at, after.moment)
    return append(ENTRIES, says, corrects=corrects, after=after, recorded_at=moment, by=by)


def _check_correction(corrects: int | None, reason: str) -> None:
    if corrects is None:
        return
    if not reason.strip():
        raise UnableToRecord("A correction needs a reason, which the public will read.")
    if not Entry.objects.filter(number=corrects).exists():
        raise UnableToRecord(f"There is no entry {corrects} to correct.")
    if ENTRIES.expunged.filter(account=corrects).exists():
        raise UnableToRecord(f"Entry {corrects} accounts for an erasure, which nothing corrects.")
    later = Entry.objects.filter(corrects=corrects).first()
    if later is not None:
        raise UnableToRecord(
            f"Entry {corrects} is corrected already, by entry {later.number}: correct that one."
        )


def standing_of(area: str) -> list[tuple[int, Event]]:
    """Return the standing entries of an area that tell of an event, in the order of events."""
    found = [(row.number, row.says.event) for row in _rows(area) if isinstance(row.says, Told)]
    return sorted(found, key=lambda one: (one[1].on.latest, one[1].on.earliest))


def ever_told_of(area: str) -> list[Event]:
    """Return every event that was ever told of an area: those corrected and withdrawn too."""
    asked = EntryText.objects.filter(area=area).exclude(text="").order_by("number")
    says = (read(one.text) for one in asked)
    return [one.event for one in says if isinstance(one, Told)]


def attest(event: Event, *, by: int, at: datetime) -> tuple[int, bool]:
    """Record an event, or join its sources to the entry that tells of it already.

    Return the number of the new entry and whether there is one: nothing is recorded where the
    entry held says it all.

    :raises UnableToRecord: as `record` does
    """
    with writing():
        found = same_event(event, standing_of(event.area))
        if found is None:
            return record(event, by=by, at=at), True
        number, held = found
        more = joined(held, event)
        if more == held:
            return number, False
        return record(more, by=by, at=at, corrects=number, reason=_ANOTHER_SOURCE), True


_ANOTHER_SOURCE = "Another source tells of it."
