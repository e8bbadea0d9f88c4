"""What we said in public and no longer say: before, after, since when and why."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.told_apart import told_apart
from areasend.answers.wording import day_of
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import Event
from areasend.domain.intervals import in_words
from areasend.ledger import published

ERASED = "It was erased, as the law required."
WITHDRAWN = "Nothing: it was withdrawn."


@dataclass(frozen=True)
class Corrected:
    """A correction: what we said before, what we say since, since when and why.

    `fact` is the fact's identifier, the same before and after. `area` is empty where what was
    erased named it. `adds_source` says that nothing changed but that another source bears it out;
    `adds_detail` that nothing said before was wrong, and something was added, such as a count;
    `sets_source_right` that only who told us, or where it stands, was written down wrongly.
    """

    name: str
    fact: str
    area: str
    area_name: str
    since: datetime
    day: str
    before: str
    now: str
    reason: str
    adds_source: bool
    adds_detail: bool
    sets_source_right: bool

    @property
    def is_of_a_source(self) -> bool:
        """Whether it changed nothing of the fact itself."""
        return self.adds_source or self.sets_source_right


@dataclass(frozen=True)
class CorrectionsAnswer:
    """The corrections as known at a moment, the newest first."""

    known_at: datetime
    corrections: tuple[Corrected, ...]

    @property
    def changes(self) -> tuple[Corrected, ...]:
        """Those that changed what we say of an area."""
        return tuple(one for one in self.corrections if not one.is_of_a_source)

    @property
    def mended(self) -> tuple[Corrected, ...]:
        """Those of the changes that took back what was wrong."""
        return tuple(one for one in self.changes if not one.adds_detail)

    @property
    def added(self) -> tuple[Corrected, ...]:
        """Those of the changes that only added to a fact."""
        return tuple(one for one in self.changes if one.adds_detail)

    @property
    def bearing_out(self) -> tuple[Corrected, ...]:
        """Those that changed nothing: another source bears out what we said."""
        return tuple(one for one in self.corrections if one.adds_source)

    @property
    def sources_set_right(self) -> tuple[Corrected, ...]:
        """Those that changed only what is said of a source: who it is of, its day, its place."""
        return tuple(one for one in self.corrections if one.sets_source_right)

    @property
    def sources_added(self) -> str:
        """How often only a source was added, in a sentence; empty where it never was."""
        count = len(self.bearing_out)
        times = "once" if count == 1 else f"{count} times"
        return (
            f"Another source was added to what we said {times}; nothing changed." if count else ""
        )


def corrections(asked: Asked, *, areas: tuple[str, ...] = ()) -> CorrectionsAnswer:
    """Return the corrections known at the moment, of all areas or of some, by their slugs.

    Those that speak only of what came after the as-at day are left out.
    """
    known = published.corrections(known_at=asked.known_at)
    wanted = [one for one in known if _tells(one, areas, asked.as_at)]
    return CorrectionsAnswer(asked.known_at, tuple(corrected(one) for one in wanted))


def fact_name(number: int) -> str:
    """Return the identifier of a fact, by the number of the release that first told of it."""
    return f"f{number}"


def _events(one: published.Correction) -> tuple[Event, ...]:
    return tuple(event for event in (one.after, one.before) if event)


def _tells(one: published.Correction, areas: tuple[str, ...], as_at: date) -> bool:
    told = _events(one)
    if not told:
        return not areas
    about = not areas or any(event.area in areas for event in told)
    return about and any(event.on.earliest <= as_at for event in told)


def corrected(one: published.Correction) -> Corrected:
    """Return a correction in words."""
    told = _events(one)
    area = told[0].area if told else ""
    gone = ERASED if one.erased or not (one.reason or one.after) else WITHDRAWN
    before, now = told_apart(one.before, one.after)
    return Corrected(
        name=f"r{one.number}",
        fact=fact_name(one.fact),
        area=area,
        area_name=AREAS[area].name if area else "",
        since=one.at,
        day=in_words(day_of(one.at)),
        before=before or ERASED,
        now=now or gone,
        reason=_reason(one),
        adds_source=_adds_source(one.before, one.after),
        adds_detail=_adds_detail(one.before, one.after),
        sets_source_right=_sets_source_right(one.before, one.after),
    )


def _adds_detail(before: Event | None, after: Event | None) -> bool:
    """Return whether all that was said still stands, from the same sources, and more is said."""
    if before is None or after is None or type(before) is not type(after):
        return False
    if before.on != after.on or not set(before.attested) <= set(after.attested):
        return False
    pairs = [
        (getattr(before, one.name), getattr(after, one.name))
        for one in fields(before)
        if one.name != "attested"
    ]
    return all(then in {None, "", ()} or then == now for then, now in pairs)


def _reason(one: published.Correction) -> str:
    """Return why it was corrected, and that a further source narrows the days where one does."""
    if one.before is None or one.after is None or not _more_sources(one.before, one.after):
        return one.reason
    narrower = one.after.on.within(one.before.on) == one.after.on != one.before.on
    return f"{one.reason.removesuffix('.')}, which narrows the days." if narrower else one.reason


def _more_sources(before: Event, after: Event) -> bool:
    return set(before.attested) < set(after.attested)


def _adds_source(before: Event | None, after: Event | None) -> bool:
    if before is None or after is None or not _more_sources(before, after):
        return False
    return (before.on, kinds.sentence(before)) == (after.on, kinds.sentence(after))


def _sets_source_right(before: Event | None, after: Event | None) -> bool:
    """Return whether all that the sources tell stands, and something of a source was mended."""
    if before is None or after is None or before.on != after.on or before == after:
        return False
    # Either is read with the other's sources: what then still differs is of the fact itself.
    sources = [one.source for one in after.attested]
    if len(sources) != len(before.attested):
        return False
    pairs = zip(before.attested, sources, strict=True)
    mended = tuple(replace(one, source=source) for one, source in pairs)
    return replace(before, attested=mended) == after
