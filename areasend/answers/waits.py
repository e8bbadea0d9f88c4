"""How long things took: those that ended, those that wait, and those of which we hold no end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from areasend.answers.asked import Asked
from areasend.answers.curves import Step, curve, median
from areasend.answers.figures import Held
from areasend.answers.limits import limits
from areasend.answers.wording import names
from areasend.domain.areas import AREAS
from areasend.domain.coverage import complete_to, day_in_words
from areasend.domain.measures import WAITS
from areasend.domain.measures.amounts import Amounts
from areasend.domain.measures.breakdown import Division, breakdown_of_waits
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.waits import OPEN, Ending, Waits
from areasend.ledger import releases


@dataclass(frozen=True)
class WaitOf:
    """How long one area waited, at least and at most, and how its wait stands."""

    area: str
    inspection: str
    ending: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Took:
    """How long those took that ended, and the middle of all of which it is known how they stand.

    A vague date gives a shortest and a longest wait: `median` and `mean` take each at its shortest,
    `median_most` and `mean_most` at its longest. Where it is known of every wait how it stands,
    those still waiting are in the median, which is then `estimated` and None where too few waited
    so long, and `curve` gives the share still waiting after so many days, vague dates at their
    latest; elsewhere the median is of what ended alone and there is no
    curve. The rest is of what ended: `least` and `most` of the waits that are held to the day, and
    `vague` is how many are not.
    """

    median: Fraction | None
    median_most: Fraction | None
    estimated: bool
    median_is_of: str
    mean: Fraction | None
    mean_most: Fraction | None
    least: int | None
    most: int | None
    vague: int
    curve: tuple[Step, ...]


@dataclass(frozen=True)
class WaitAnswer:
    """A measure of time: what it took, and how every wait stands, by name.

    Days are working days where the `unit` says so. It is `partial` where of some we hold no end
    and cannot tell that they wait. The newest are `filling_up` where short waits are held before
    long ones. `part` names the part of a whole that it is.
    """

    measure: str
    says: str
    unit: str
    out_of_what: str
    ended: int
    out_of: int
    rule: str
    as_at: date
    known_at: datetime
    took: Took
    endings: dict[str, int]
    each: tuple[WaitOf, ...]
    perhaps: tuple[str, ...]
    partial: bool
    filling_up: bool
    caveat: str
    limits: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True)
class WaitBreakdownAnswer:
    """A measure of time and its parts: each wait is in one of them."""

    measure: str
    says: str
    by: str
    whole: WaitAnswer
    parts: tuple[WaitAnswer, ...]


def wait(name: str, counting: Counting, asked: Asked, held: Held = None) -> WaitAnswer:
    """Return how long something took, by a counting rule.

    :raises KeyError: if there is no such measure of time
    """
    return _answer(_found(name, counting, asked, held), asked)


def wait_by(
    name: str, division: Division, counting: Counting, asked: Asked, held: Held = None
) -> WaitBreakdownAnswer:
    """Return how long something took, by a counting rule, and its parts.

    :raises KeyError: if there is no such measure of time
    """
    found = _found(name, counting, asked, held)
    parts = breakdown_of_waits(found, division).items()
    return WaitBreakdownAnswer(
        measure=name,
        says=found.wait.says,
        by=division.value,
        whole=_answer(found, asked),
        parts=tuple(_answer(one, asked, part=part) for part, one in parts),
    )


def _found(name: str, counting: Counting, asked: Asked, held: Held) -> Waits:
    histories = held or releases.histories(known_at=asked.known_at)
    return WAITS[name].of(histories.values(), counting)


def _answer(found: Waits, asked: Asked, *, part: str = "") -> WaitAnswer:
    return WaitAnswer(
        measure=found.wait.name,
        says=found.wait.says,
        unit=found.wait.unit.value,
        out_of_what=found.wait.out_of,
        ended=len(found.of(Ending.ENDED)),
        out_of=len(found.each),
        rule=str(found.counting),
        as_at=found.counting.as_at,
        known_at=asked.known_at,
        took=_took(found),
        endings={one.value: count for one in Ending if (count := len(found.of(one)))},
        each=_each(found),
        perhaps=names(case.area for case in found.doubtful),
        partial=not found.whole,
        filling_up=_filling_up(found),
        caveat=found.wait.caveat,
        limits=tuple(_limits(found)),
        part=part,
    )


def _took(found: Waits) -> Took:
    least, most = found.least(Ending.ENDED), found.most(Ending.ENDED)
    waiting = OPEN if found.whole else ()
    shortest = curve(least.values, found.least(*waiting).values)
    longest = curve(most.values, found.most(*waiting).values)
    estimated = bool(found.of(*waiting))
    ended = found.of(Ending.ENDED)
    exact = Amounts(tuple(one.least for one in ended if one.least is not None and one.is_exact))
    return Took(
        median=median(shortest, estimated=estimated),
        median_most=median(longest, estimated=estimated),
        estimated=estimated,
        median_is_of=_median_is_of(found),
        mean=least.mean,
        mean_most=most.mean,
        least=exact.least,
        most=exact.most,
        vague=len(ended) - len(exact.values),
        curve=longest if found.whole else (),
    )


def _median_is_of(found: Waits) -> str:
    if not found.whole:
        return "those that we hold to have ended"
    waiting = ", those still waiting included" if found.of(*OPEN) else ""
    return f"all that we hold{waiting}"


def _each(found: Waits) -> tuple[WaitOf, ...]:
    each = (
        WaitOf(AREAS[one.case.area].name, one.case.inspection, one.ending, one.least, one.most)
        for one in found.each
    )
    return tuple(sorted(each, key=lambda one: (one.area, one.inspection)))


def _limits(found: Waits) -> Iterable[str]:
    rule, last = found.wait, found.wait.last_day(found.counting)
    if none := len(found.of(Ending.NOT_HELD)):
        yield (
            f"Of {none} we hold no event that ended the wait. It may have ended all the same: the "
            "middle is of those that we hold to have ended, not of all, and there is no curve."
        )
        yield from limits(rule.ends, last)
        if rule.complete_to:
            day = day_in_words(rule.complete_to)
            yield (
                f"As at {day} those that had begun by then and of which we hold no end are known "
                "to have been waiting."
            )
    if _filling_up(found):
        yield from limits([rule.begins], last)
        yield "Short waits are held before long ones: the newest look shorter than they will be."
    if bounded := len(found.of(Ending.BOUNDED)):
        yield f"{bounded} could not be measured: a day is not held, or only its bounds are."
    if found.least(Ending.ENDED) != found.most(Ending.ENDED):
        yield (
            "Where only a month or a year is held, the first number takes its shortest wait and "
            "the second its longest."
        )


def _filling_up(found: Waits) -> bool:
    """Return whether some began later than our list of beginnings is whole."""
    to = complete_to(found.wait.begins)
    if to is None or not found.wait.to_publication:
        return False
    return any(one.case.started and one.case.started.latest > to for one in found.each)
