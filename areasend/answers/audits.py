"""How often the record was found wrong, when facts of it were keyed again from their documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.wording import day_of
from areasend.domain.keyable import BY_KEY
from areasend.ledger import releases
from areasend.ledger.statements import Audited, Tally


@dataclass(frozen=True)
class ErrorRate:
    """So many facts were wrong in the record, of those that their documents could be asked of.

    `low` and `high` are the bounds of the exact 95 per cent interval (Clopper and Pearson), as
    shares of one: both None where nothing could be compared. `unclear` are facts that the document
    lets one read in two ways: they are among those compared and counted neither way. `unsaid` are
    the wrong ones that their document does not say at all, and `unreadable` could not be compared.
    """

    says: str
    drawn: int
    compared: int
    wrong: int
    unclear: int
    unsaid: int
    unreadable: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class AuditOutcome:
    """What came of a sample: of all of it and by field, when it was drawn, and from how many.

    `not_covered` is how many facts had no document that is kept, and so could not be drawn.
    `published_on` is None as long as it is not.
    """

    published_on: date | None
    drawn_on: date
    seed: str
    frame: int
    not_covered: int
    whole: ErrorRate
    by_field: tuple[ErrorRate, ...]
    how: str


@dataclass(frozen=True)
class Audits:
    """Every sample whose result was public by then, the newest first."""

    as_at: date
    samples: tuple[AuditOutcome, ...]


def audits(asked: Asked) -> Audits:
    """Return what came of each sample, as the public knew it."""
    public = [
        (on, said)
        for at, said in reversed(releases.spoken(known_at=asked.known_at))
        if isinstance(said, Audited) and (on := day_of(at)) <= asked.as_at
    ]
    return Audits(asked.as_at, tuple(outcome(said, published_on=on) for on, said in public))


def outcome(said: Audited, *, published_on: date | None = None) -> AuditOutcome:
    """Return what came of a sample, with its rates."""
    return AuditOutcome(
        published_on=published_on,
        drawn_on=said.drawn_on,
        seed=said.seed,
        frame=said.frame,
        not_covered=said.record - said.frame,
        whole=_rate("All", said.tallies),
        by_field=tuple(_rate(_name(one.field), [one]) for one in said.tallies),
        how=said.words,
    )


def in_a_sentence(one: ErrorRate) -> str:
    """Return a rate as people read it: a count out of a count, and its interval."""
    counted = f"{one.wrong} wrong of {one.compared} compared"
    left = "".join(f"; {count} {words}" for count, words in _asides(one) if count)
    if one.low is None or one.high is None:
        return f"nothing could be compared ({one.drawn} drawn)"
    return f"{counted} (95% interval {one.low:.1%} to {one.high:.1%}; {one.drawn} drawn{left})"


def _asides(one: ErrorRate) -> tuple[tuple[int, str], ...]:
    return (
        (one.unsaid, "of the wrong not said by the document"),
        (one.unclear, "can be read in two ways"),
        (one.unreadable, "could not be read"),
    )


def exact_interval(count: int, of: int) -> tuple[float, float]:
    """Return the exact 95 per cent interval of a share (Clopper and Pearson 1934).

    It is meant for draws that are put back, and so is a little wide for ours.
    """
    # Only now: it takes half a second to import, and few ask for it.
    from scipy.stats import binomtest

    found = binomtest(count, of).proportion_ci(0.95, method="exact")
    return float(found.low), float(found.high)


def _rate(says: str, tallies: Sequence[Tally]) -> ErrorRate:
    compared = sum(one.compared for one in tallies)
    wrong = sum(one.wrong for one in tallies)
    drawn = sum(one.drawn for one in tallies)
    low, high = exact_interval(wrong, compared) if compared else (None, None)
    return ErrorRate(
        says=says,
        drawn=drawn,
        compared=compared,
        wrong=wrong,
        unclear=sum(one.unclear for one in tallies),
        unsaid=sum(one.unsaid for one in tallies),
        unreadable=drawn - compared,
        low=low,
        high=high,
    )


def _name(field: str) -> str:
    return BY_KEY[field].says if field in BY_KEY else field
