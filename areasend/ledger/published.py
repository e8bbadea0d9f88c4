"""What has been told in public, release by release: since when each fact, and what of it changed.

A fact is known by the number of the release that first told of it. Its number stays whatever is
corrected, so that a link to a fact goes on leading to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from areasend.domain.events import Event
from areasend.ledger import chain, releases, statements
from areasend.ledger.models import Release, ReleaseText
from areasend.ledger.statements import Erased, Statement, Told

#: How many states of the public chain are kept in memory.
_KEPT = 4


@dataclass(frozen=True)
class Fact:
    """An event as the public is told of it.

    `first` is when the public was first told of it, and `since` when in the form that stands.
    """

    number: int
    first: datetime
    since: datetime
    event: Event


@dataclass(frozen=True)
class Correction:
    """A release that took the place of an earlier one, or erased it.

    `fact` is the number of the fact, and `first` when the public was first told of it. `before`
    and `after` are what was said and what is said instead: None where it was erased by law or,
    after, withdrawn.
    """

    number: int
    fact: int
    first: datetime
    at: datetime
    before: Event | None
    after: Event | None
    reason: str
    erased: bool = False


@dataclass(frozen=True)
class Chained:
    """A release as it stands in the public chain.

    `says` is None where the text was erased by law. `fact` is the first release that told of what
    this one tells, `corrects` and `corrected_by` the ones before and after it, if any.
    """

    number: int
    at: datetime
    fact: int
    corrects: int | None
    corrected_by: int | None
    says: Statement | None
    digest: str
    previous: str
    hash: str


def facts(*, known_at: datetime) -> Mapping[str, tuple[Fact, ...]]:
    """Return the facts that stood in public at a moment, by area, in the order of the chain."""
    state = releases.state(known_at=known_at)
    return _facts(state.head, state.since) if state.since else {}


def corrections(*, known_at: datetime) -> tuple[Correction, ...]:
    """Return every correction and erasure that was public at a moment, the newest first."""
    state = releases.state(known_at=known_at)
    return _corrections(state.head, state.since) if state.since else ()


def chained(*, known_at: datetime) -> tuple[Chained, ...]:
    """Return every release in effect at a moment, in the order of the chain."""
    state = releases.state(known_at=known_at)
    return _chained(state.head, state.since) if state.since else ()


def first_in_effect() -> datetime | None:
    """Return the moment at which the first release of all took effect; None if there is none."""
    first = Release.objects.order_by("takes_effect_at").values_list("takes_effect_at", flat=True)
    moment = first.first()
    return chain.read_moment(moment) if moment else None


# The hash of the chain's last row stands for every row before it, in whichever database it is.
@lru_cache(maxsize=_KEPT)
def _facts(_head: str, known_at: str) -> Mapping[str, tuple[Fact, ...]]:
    links = _Links(known_at)
    # Events that were read already, of which many take much room.
    held = releases.numbered(known_at=chain.read_moment(known_at))
    return {
        area: tuple(_fact(links, number, event) for number, event in told.items())
        for area, told in held.items()
    }


def _fact(links: "_Links", number: int, event: Event) -> Fact:
    first = links.first(number)
    return Fact(first, links.at(first), links.at(number), event)


@lru_cache(maxsize=_KEPT)
def _corrections(_head: str, known_at: str) -> tuple[Correction, ...]:
    return tuple(sorted(_all(_Links(known_at)), key=lambda one: (one.at, one.number)))[::-1]


@lru_cache(maxsize=_KEPT)
def _chained(_head: str, known_at: str) -> tuple[Chained, ...]:
    links = _Links(known_at)
    texts = dict(ReleaseText.objects.values_list("number", "text"))
    after = {before: number for number, before in links.corrects.items()}
    return tuple(
        Chained(
            number=one.number,
            at=links.at(one.number),
            fact=links.first(one.number),
            corrects=one.corrects,
            corrected_by=after.get(one.number),
            says=statements.read(texts[one.number]) if texts.get(one.number) else None,
            digest=one.digest,
            previous=one.previous,
            hash=one.hash,
        )
        for one in links.known
    )


def _all(links: "_Links") -> Iterator[Correction]:
    said = links.said()
    for number, before in links.corrects.items():
        yield Correction(
            number=number,
            fact=links.first(number),
            first=links.first_at(number),
            at=links.at(number),
            before=_event(said.get(before)),
            after=_event(said.get(number)),
            reason=getattr(said.get(number), "reason", ""),
        )
    for number, says in said.items():
        if isinstance(says, Erased):
            fact, first = links.first(says.number), links.first_at(says.number)
            at = links.at(number)
            yield Correction(number, fact, first, at, None, None, says.reason, erased=True)


def _event(says: Statement | None) -> Event | None:
    return says.event if isinstance(says, Told) else None


class _Links:
    """The releases in effect at a moment: when each took it, and which one each corrects."""

    def __init__(self, known_at: str) -> None:
        self.known = Release.objects.filter(takes_effect_at__lte=known_at).order_by("number")
        told = list(self.known.values_list("number", "takes_effect_at", "corrects"))
        self._moments = {number: at for number, at, _ in told}
        self.corrects = {number: before for number, _, before in told if before}

    def first(self, number: int) -> int:
        """Return the number of the release that first told of what a release tells."""
        while number in self.corrects:
            number = self.corrects[number]
        return number

    def first_at(self, number: int) -> datetime:
        """Return when the public was first told of what a release tells."""
        # What was scheduled and corrected before its moment came was never told in its first form.
        at = self._moments.get(self.first(number), self._moments[number])
        return chain.read_moment(at)

    def at(self, number: int) -> datetime:
        """Return when a release took effect."""
        return chain.read_moment(self._moments[number])

    def said(self) -> dict[int, Statement]:
        """Return what was said by every release that corrects, was corrected or erases."""
        changes = self.known.order_by().filter(corrects__isnull=False)
        texts = ReleaseText.objects.exclude(text="")
        named = [changes.values("number"), changes.values("corrects")]
        told = texts.filter(number__in=named[0]) | texts.filter(number__in=named[1])
        # Only what accounts for an erasure is about no area.
        both = (told | texts.filter(area="")).values_list("number", "text")
        return {number: statements.read(text) for number, text in both if number in self._moments}
