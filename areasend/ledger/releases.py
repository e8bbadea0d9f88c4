"""Makes entries public, and reads what is public: the only thing that the faces may show."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.events import Event
from areasend.domain.history import History
from areasend.ledger import chain, statements
from areasend.ledger.models import Entry, EntryText, Publication, Release
from areasend.ledger.rows import RELEASES, Row, append, standing, writing
from areasend.ledger.statements import Erased, Statement, Told


class UnableToRelease(ValueError):
    """The entry cannot be made public, for the reason given."""


def release(entry: int, *, takes_effect_at: datetime, now: datetime) -> int:
    """Make an entry public from a moment on, and return the release's number.

    An entry that corrects another is public only if that one is.

    :raises UnableToRelease: if the entry is not held, is released already, corrects an entry
        that is not, accounts for an erasure, or would take effect before it is written
    """
    if takes_effect_at < now:
        raise UnableToRelease("A release cannot take effect before it is written.")
    with writing():
        row, says = _releasable(entry)
        number = append(
            RELEASES,
            says,
            corrects=_released(row.corrects) if row.corrects else None,
            # An entry may be recorded a little after its writer looked at the clock.
            takes_effect_at=max(chain.moment(takes_effect_at), row.recorded_at),
        )
        Publication.objects.create(entry=entry, release=number)
        return number


class _ByArea(Mapping[str, list[Event]]):
    """Events by area, an area's read from their texts only when it is asked for."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        self._rows = rows

    def __getitem__(self, area: str) -> list[Event]:
        said = (row.says for row in self._rows[area])
        return [says.event for says in said if isinstance(says, Told)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def events(*, known_at: datetime) -> Mapping[str, list[Event]]:
    """Return every public event by area, as the releases in effect at a moment tell them.

    :raises UnableToReadStatement: when an area is asked for, if a text of it cannot be read
    """
    found: dict[str, list[Row]] = {area: [] for area in AREAS}
    for row in standing(RELEASES, known_at=chain.moment(known_at)):
        if row.area:
            found.setdefault(row.area, []).append(row)
    return _ByArea(found)


def histories(*, known_at: datetime, until: date | None = None) -> dict[str, History]:
    """Return every area's public history to the end of a day, as known at a moment.

    Areas of which nothing is held are there, with an empty history.
    """
    held = events(known_at=known_at).items()
    return {area: history.read(area, told, until=until) for area, told in held}


def last_in_effect(*, known_at: datetime) -> int:
    """Return the number of the release that last took effect by a moment; 0 if none did.

    One that was scheduled may take effect after others written later.
    """
    in_effect = Release.objects.filter(takes_effect_at__lte=chain.moment(known_at))
    last = in_effect.order_by("takes_effect_at", "number").last()
    return last.number if last else 0


def _releasable(entry: int) -> tuple[Entry, Statement]:
    row, text = Entry.objects.filter(number=entry).first(), _text(entry)
    if row is None or not text:
        raise UnableToRelease(f"There is no entry {entry} to release.")
    if Publication.objects.filter(entry=entry).exists():
        raise UnableToRelease(f"Entry {entry} is released already.")
    says = statements.read(text)
    if isinstance(says, Erased):
        raise UnableToRelease(f"Entry {entry} accounts for an erasure and stays private.")
    return row, says


def _text(entry: int) -> str:
    row = EntryText.objects.filter(number=entry).first()
    return row.text if row else ""


def _released(entry: int) -> int:
    row = Publication.objects.filter(entry=entry).first()
    if row is None:
        raise UnableToRelease(f"Release entry {entry} first, which this one corrects.")
    return row.release
