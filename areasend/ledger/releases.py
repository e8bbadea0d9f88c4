"""Makes entries public, and reads what is public: the only thing that the faces may show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.db.models import Max

from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.events import Event
from areasend.domain.history import History
from areasend.ledger import chain, statements
from areasend.ledger.by_area import ByArea
from areasend.ledger.following import Following
from areasend.ledger.following import State as _State
from areasend.ledger.models import Entry, EntryText, Publication, Release
from areasend.ledger.rows import RELEASES, Row, append, standing, writing
from areasend.ledger.statements import Erased, Spoken, Statement

#: How far the chain has come, for every answer of this process.
_FOLLOWED = Following()
#: How many states of the public chain are kept decoded in memory, the newest asked first.
_KEPT = 4


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
            takes_effect_at=_in_turn(takes_effect_at, row.recorded_at, now=now),
        )
        Publication.objects.create(entry=entry, release=number)
        return number


def _in_turn(asked: datetime, recorded_at: str, *, now: datetime) -> str:
    """Return the moment to write: as asked, but after whatever somebody may have read by then.

    An entry may be recorded, and another release may have taken effect, while we waited for the
    lock: a page that was read meanwhile must not change behind its permalink.
    """
    moment = max(chain.moment(asked), recorded_at)
    until = chain.moment(now + chain.IN_LINE)
    last = Release.objects.filter(takes_effect_at__lte=until).aggregate(Max("takes_effect_at"))
    latest: str | None = last["takes_effect_at__max"]
    if latest is None or moment > latest:
        return moment
    return chain.moment(chain.read_moment(latest) + timedelta(microseconds=1))


def events(*, known_at: datetime) -> Mapping[str, tuple[Event, ...]]:
    """Return every public event by area, as the releases in effect at a moment tell them.

    :raises UnableToReadStatement: when an area is asked for, if a text of it cannot be read
    """
    return _events(_state(known_at))


def numbered(*, known_at: datetime) -> Mapping[str, Mapping[int, Event]]:
    """Return the same by the number of the release that tells each, of areas that have any.

    :raises UnableToReadStatement: if a text cannot be read
    """
    held = _events(_state(known_at))
    return {area: told for area in held if (told := held.numbered(area))}


class Histories(dict[str, History]):
    """Every area's history. It never changes once made, so that it stands for itself in a cache."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def histories(*, known_at: datetime, until: date | None = None) -> Histories:
    """Return every area's public history to the end of a day, as known at a moment.

    Areas of which nothing is held are there, with an empty history.
    """
    return _histories(_state(known_at), until)


def spoken(*, known_at: datetime) -> tuple[tuple[datetime, Spoken], ...]:
    """Return the answers and replies in effect at a moment, each with when it became public."""
    return _spoken(_state(known_at))


def state(*, known_at: datetime) -> _State:
    """Return what tells the public chain as it stands at a moment from any other."""
    return _state(known_at)


def in_effect_since(*, known_at: datetime) -> datetime | None:
    """Return the moment at which the last release in effect took it; None if there is none.

    From it to the next release the public knows the same.
    """
    since = _state(known_at).since
    return chain.read_moment(since) if since else None


def changes(*, after: datetime, known_at: datetime) -> list[Row]:
    """Return what was released after a moment and stood at a later one, in order.

    Rows that correct others say which; the rest tell of something new.
    """
    since = chain.moment(after)
    standing_rows = standing(RELEASES, known_at=chain.moment(known_at))
    return [row for row in standing_rows if row.moment > since]


@dataclass(frozen=True)
class Seen:
    """A state in which the public chain was seen: its last release then, and the moment.

    The moment alone does not say it: a release that takes effect at a moment may come to this
    installation after it, with the record that ships.
    """

    number: int
    at: datetime

    def holds(self, number: int, moment: datetime) -> bool:
        """Return whether a release was there and in effect."""
        return number <= self.number and moment <= self.at


def seen_now(*, at: datetime) -> Seen:
    """Return the state of the public chain at the present moment."""
    return Seen(Release.objects.aggregate(last=Max("number"))["last"] or 0, at)


def rows_seen(state: Seen) -> list[Row]:
    """Return the rows that stood in a state, in order."""
    return standing(RELEASES, known_at=chain.moment(state.at), up_to=state.number)


def last_in_effect(*, known_at: datetime) -> int:
    """Return the number of the release that last took effect by a moment; 0 if none did.

    One that was scheduled may take effect after others written later.
    """
    return _FOLLOWED(known_at=known_at).number


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


def _state(known_at: datetime) -> _State:
    return _FOLLOWED(known_at=known_at).state


@lru_cache(maxsize=_KEPT)
def _events(state: _State) -> ByArea:
    found: dict[str, list[Row]] = {area: [] for area in AREAS}
    for row in standing(RELEASES, known_at=state.since):
        if row.area:
            found.setdefault(row.area, []).append(row)
    return ByArea(found)


@lru_cache(maxsize=_KEPT)
def _spoken(state: _State) -> tuple[tuple[datetime, Spoken], ...]:
    return tuple(
        (chain.read_moment(row.moment), row.says)
        for row in standing(RELEASES, known_at=state.since)
        if isinstance(row.says, Spoken)
    )


@lru_cache(maxsize=4 * _KEPT)
def _histories(state: _State, until: date | None) -> Histories:
    held = _events(state).items()
    return Histories((area, history.read(area, told, until=until)) for area, told in held)


def entry_of(release: int) -> int | None:
    """Return the number of the entry that a release made public. It never leaves the building."""
    row = Publication.objects.filter(release=release).first()
    return row.entry if row else None


def correcting(entry: int, *, known_at: datetime) -> int:
    """Return the number of the release in effect by which an entry corrects another.

    :raises UnableToRelease: if the entry corrects nothing, or the public cannot see it yet
    """
    published = Publication.objects.filter(entry=entry).values("release")
    in_effect = Release.objects.filter(takes_effect_at__lte=chain.moment(known_at))
    row = in_effect.filter(number__in=published, corrects__isnull=False).first()
    if row is None:
        raise UnableToRelease(f"Entry {entry} is no correction that the public can see.")
    return row.number
