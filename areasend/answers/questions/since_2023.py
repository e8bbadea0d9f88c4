"""What the inspections under the framework of 2023 found, year by year and by name."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.context import context
from areasend.answers.official import stated_for
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, held, names
from areasend.answers.questions.shape import Cell, Findings, Question, Table, Total, columns
from areasend.answers.questions.visits_since_2023 import (
    OUTCOMES,
    UNSETTLED,
    Visit,
    by_outcome,
    one_by_one,
    visits,
)
from areasend.answers.reconciling.notes import inspected_twice
from areasend.domain.coverage import coverage
from areasend.domain.events import Outcome
from areasend.domain.measures.counting import By, Counting

_ALL = "inspected-since-2023"
_NO_SAMPLE = "Of the areas inspected so far, which were not drawn at random: not of England."


def find(asked: Asked) -> Findings:
    """Return the inspections begun by a day, whenever published, as official releases count."""
    all_held = held(asked)
    found = list(visits(all_held, asked.as_at))
    return Findings(
        rule=str(_counting(asked.as_at)),
        totals=tuple(_totals(all_held, asked.as_at)),
        tables=(
            _years(all_held, found, asked.as_at),
            by_outcome(found),
            one_by_one(found, all_held, asked.as_at),
        ),
        main="inspections",
        claims=claims("since-2023", asked, all_held, _ours(all_held, asked)),
        notes=tuple(_notes(all_held, asked.as_at)),
    )


QUESTION = Question(
    name="since-2023",
    title="What inspections have found since 2023",
    asks=(
        "How have areas fared under the framework of 2023, year by year; which had significant "
        "concerns, what followed for them, and what had each been found before?"
    ),
    source="Special Needs Jungle, one year on, 2024",
    href="",
    find=find,
)


def _counting(as_at: date, since: date | None = None) -> Counting:
    return Counting(as_at=as_at, since=since, by=By.STARTED)


def _totals(all_held: Held, as_at: date) -> Iterator[Total]:
    counting = _counting(as_at)
    yield all_held.total(_ALL, counting)
    for outcome in OUTCOMES:
        yield all_held.total(outcome.value, counting)
    found = {one: all_held.figure(one.value, counting) for one in OUTCOMES}
    every = found[Outcome.POSITIVE].out_of
    readings = (
        ("One reading: typically positive.", found[Outcome.POSITIVE].count),
        (
            "Another: inconsistent, or failings, so that the next inspection comes sooner.",
            every - found[Outcome.POSITIVE].count,
        ),
    )
    for says, count in readings:
        yield Total(says=says, ours=count, out_of=every, words=_NO_SAMPLE)


def _years(all_held: Held, found: list[Visit], as_at: date) -> Table:
    first = min((one.started.on.latest.year for one in found), default=as_at.year)
    reaches = coverage()["inspection-started"].to
    filling = f" to {reaches}" if reaches else ", as far as found"
    return Table(
        name="years",
        title="By the year of the visit",
        columns=columns(
            year="Year",
            inspections="Inspections",
            positive="Positive",
            inconsistent="Inconsistent",
            failings="Failings",
            stated="Stated",
        ),
        rows=(
            *(
                _year(all_held, year, as_at, is_first=year == first)
                for year in range(first, as_at.year + 1)
                if found
            ),
            *_unsettled(found),
        ),
        words=f"Our list of visits is complete only{filling}: later ones may be missing.",
    )


def _year(all_held: Held, year: int, as_at: date, *, is_first: bool) -> tuple[Cell, ...]:
    since, until = date(year, 1, 1), min(date(year, 12, 31), as_at)
    counting = _counting(until, since)
    counts = [all_held.figure(one.value, counting) for one in OUTCOMES]
    # Of the first year, what was stated of all that there was by its end says the same.
    stated, _ = stated_for(_ALL, _counting(until) if is_first else counting)
    return (str(year), counts[0].out_of, *(one.count for one in counts), stated)


def _unsettled(found: list[Visit]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for the visits of which we cannot tell the year, if there are any."""
    outcomes = Counter(one.report.outcome for one in found if one.year == UNSETTLED)
    if outcomes:
        yield (UNSETTLED, outcomes.total(), *(outcomes[one] for one in OUTCOMES), None)


def _ours(all_held: Held, asked: Asked) -> dict[str, str]:
    counting = _counting(date(2023, 12, 31))
    positive = all_held.figure(Outcome.POSITIVE.value, counting)
    return {
        "snj-2024-hopeful": f"{positive.count} of {positive.out_of}",
        "snj-2024-doubtful": f"{positive.out_of - positive.count} of {positive.out_of}",
        "snj-2024-west-sussex": _in_20_weeks("west-sussex", 2023, asked.as_at),
    }


def _in_20_weeks(area: str, year: int, as_at: date) -> str:
    """Return what the department published of an area's new plans, as the context shows it."""
    for measure in context(area, as_at=as_at).measures:
        if measure.measure.key == "plans-in-20-weeks":
            for one in measure.series:
                if one.figure.period == year:
                    figure = one.figure
                    return f"{figure.rate} ({figure.count} of {figure.out_of}), by the department"
    return "the department had not published its own figure by that day"


def _notes(all_held: Held, as_at: date) -> Iterator[str]:
    yield (
        "After widespread or systemic failings a priority action plan is owed, and a monitoring "
        "inspection usually follows after about 18 months. What we hold of either is incomplete."
    )
    yield (
        "No percentage of England follows from this: the areas inspected so far were not drawn at "
        "random."
    )
    yield from inspected_twice(all_held.known, as_at)
    if perhaps := all_held.figure(_ALL, _counting(as_at)).perhaps:
        areas = "; ".join(names(perhaps))
        yield f"The dates we hold do not settle whether these were visited by then: {areas}."
