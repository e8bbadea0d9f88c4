"""A figure of a place for a year, and how a line of the record becomes one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from areasend.domain.context.numbers import Hidden, Number, Shown, Why
from areasend.domain.context.small import is_small

_HUNDREDS = 100
_TENTH_OF_A_PERCENT = Fraction(1, 1000)


class Kind(StrEnum):
    """What a measure gives: a count, a count out of a count, or a rate alone."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"


class Marker(StrEnum):
    """What the record says of a line beside its numbers. `z` and `x` are the department's own."""

    NONE = ""
    FEW = "few"
    ALL_BUT_FEW = "all-but-few"
    FEW_IN_ALL = "few-in-all"
    TOO_SMALL = "too-small"
    NOTHING_TO_COUNT = "z"
    NOT_AVAILABLE = "x"
    SUPPRESSED = "suppressed"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"
    DOUBTFUL = "doubtful"
    HUNDREDS = "hundreds"
    RATE_ONLY = "rate-only"
    OURS = "ours"


_SMALL = {Marker.FEW, Marker.ALL_BUT_FEW, Marker.FEW_IN_ALL}
_WITHOUT_RATE = {*_SMALL, Marker.DOUBTFUL}

# Why a count that a line leaves blank is not there, and then why its rate is not.
_REASONS = {
    Marker.NONE: (Why.NOT_HELD, Why.NOTHING_TO_COUNT),
    Marker.FEW: (Why.FEWER_THAN_FIVE, Why.BESIDE_A_SMALL_COUNT),
    Marker.ALL_BUT_FEW: (Why.ALL_BUT_FEWER_THAN_FIVE, Why.BESIDE_A_SMALL_COUNT),
    Marker.FEW_IN_ALL: (Why.FEWER_THAN_FIVE, Why.BESIDE_A_SMALL_COUNT),
    Marker.TOO_SMALL: (Why.TOO_SMALL, Why.TOO_SMALL),
    Marker.NOTHING_TO_COUNT: (Why.NOTHING_TO_COUNT, Why.NOTHING_TO_COUNT),
    Marker.NOT_AVAILABLE: (Why.NOT_AVAILABLE, Why.NOT_AVAILABLE),
    Marker.SUPPRESSED: (Why.SUPPRESSED, Why.SUPPRESSED),
    Marker.WITHDRAWN: (Why.WITHDRAWN, Why.WITHDRAWN),
    Marker.MISSING: (Why.MISSING, Why.MISSING),
    Marker.DOUBTFUL: (Why.NOT_HELD, Why.DOUBTFUL),
    Marker.HUNDREDS: (Why.GIVES_AWAY, Why.GIVES_AWAY),
    Marker.RATE_ONLY: (Why.GIVES_AWAY, Why.GIVES_AWAY),
    Marker.OURS: (Why.GIVES_AWAY, Why.GIVES_AWAY),
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A place's figure for a year: what may be shown of it, and the release it is from.

    `out_of` and `rate` are None where the measure has none. A rate is exact where both counts
    are shown. `ours` says that it was added up by us and not published as it stands.
    """

    period: int
    count: Number | None
    out_of: Number | None
    rate: Number | None
    release: str
    ours: bool


def read_figure(row: Mapping[str, str], kind: Kind) -> Figure:
    """Return the figure that a line of the record gives, the small numbers in it hidden.

    The record holds none of them; this is the second lock, against a line added in error.

    :raises ValueError: if the line has an unknown marker or something that is no number
    """
    marker = _rule(_whole(row["count"]), _whole(row["out_of"])) or Marker(row["marker"])
    count = None if marker in _SMALL else _whole(row["count"])
    out_of = None if marker is Marker.FEW_IN_ALL else _whole(row["out_of"])
    why, why_no_rate = _REASONS[marker]
    rate = None if marker in _WITHOUT_RATE else _rate(row["rate"], count, out_of, marker)
    return Figure(
        period=int(row["period"]),
        count=_number(count, why, marker) if kind is not Kind.RATE else None,
        out_of=_number(out_of, why, marker) if kind is Kind.SHARE else None,
        rate=(rate or Hidden(why_no_rate)) if kind is not Kind.COUNT else None,
        release=row["release"],
        ours=marker is Marker.OURS,
    )


def _rule(count: int | None, out_of: int | None) -> Marker | None:
    if is_small(out_of):
        return Marker.FEW_IN_ALL
    if is_small(count):
        return Marker.FEW
    if count is not None and out_of is not None and is_small(out_of - count):
        return Marker.ALL_BUT_FEW
    return None


def _rate(written: str, count: int | None, out_of: int | None, marker: Marker) -> Shown | None:
    if count is not None and out_of:
        return Shown(Fraction(count, out_of))
    # Beside one exact count a rate would give the other away.
    alone = out_of is None and (count is None or marker is Marker.HUNDREDS)
    return Shown(Fraction(written) / 100, to=_TENTH_OF_A_PERCENT) if written and alone else None


def _number(count: int | None, why: Why, marker: Marker) -> Number:
    to = _HUNDREDS if marker is Marker.HUNDREDS else None
    return Hidden(why) if count is None else Shown(count, to)


def _whole(text: str) -> int | None:
    return int(text) if text else None
