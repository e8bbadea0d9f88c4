"""How far the inspectors had come: what they had begun by a day, and what was published."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, held, names
from areasend.answers.questions.shape import Cell, Findings, Question, Table, Total, columns
from areasend.answers.reconciling.rules import MEASURES
from areasend.domain.areas import areas_on
from areasend.domain.events import Framework
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES as EVERY
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Figure

_SLIDES = date(2019, 2, 28)


def find(asked: Asked) -> Findings:
    """Return what was begun and what was published by a day, and which lie between."""
    all_held = held(asked)
    return Findings(
        rule=f"{_by(By.STARTED, asked.as_at)}; beside it, {_by(By.PUBLISHED, asked.as_at)}",
        totals=tuple(_totals(all_held, asked.as_at)),
        tables=(_table(all_held, asked.as_at),),
        main="begun-and-published",
        claims=claims("progress-of-the-programme", asked, all_held, _ours(all_held)),
        notes=tuple(_notes(asked.as_at)),
    )


QUESTION = Question(
    name="progress-of-the-programme",
    title="How far the inspections had come",
    asks=(
        "How many inspections and re-visits had been carried out by a day, how many were "
        "published, and how many areas were left?"
    ),
    source="Ofsted and the Care Quality Commission, slides on local area inspections, March 2019",
    href="",
    find=find,
)


def _by(by: By, as_at: date) -> Counting:
    return Counting(as_at=as_at, by=by, areas=Areas.ABOLISHED_TOO)


def _totals(all_held: Held, as_at: date) -> Iterator[Total]:
    """Yield the areas of the day that no visit, or no report, had reached in their own form."""
    for by, says in (
        (By.STARTED, "Areas of the day where no full inspection of 2016 to 2022 had begun."),
        (By.PUBLISHED, "Areas of the day without a published report of 2016 to 2022."),
    ):
        figure = all_held.figure("inspected", Counting(as_at=as_at, by=by))
        yield Total(says=says, ours=figure.out_of - figure.count, out_of=figure.out_of)


def _table(all_held: Held, as_at: date) -> Table:
    rows = (
        _row(
            all_held.figure(name, _by(By.STARTED, as_at)),
            all_held.figure(name, _by(By.PUBLISHED, as_at)),
        )
        for framework in Framework
        for name in MEASURES[framework]
    )
    return Table(
        name="begun-and-published",
        title="Begun by that day, and published by that day",
        columns=columns(
            what="What",
            begun="Begun",
            published="Published",
            between="Begun by then and published later",
        ),
        rows=tuple(row for row in rows if row[1] or row[2]),
        words="What was begun is told by what was found, whenever that was published.",
    )


def _row(begun: Figure, published: Figure) -> tuple[Cell, ...]:
    between = Counter(begun.counted) - Counter(published.counted)
    return (
        EVERY[begun.measure.name].says,
        begun.count,
        published.count,
        names(tuple(between.elements())),
    )


def _ours(all_held: Held) -> dict[str, str]:
    begun, published = (_by(by, _SLIDES) for by in (By.STARTED, By.PUBLISHED))
    inspected = [all_held.figure("inspected", one).count for one in (begun, published)]
    required = [all_held.figure("statement-required", one) for one in (begun, published)]
    halves = [f"{one.count} of {one.out_of}" for one in required]
    return {
        "slides-2019-areas": f"{len(areas_on(_SLIDES, announced_by=_SLIDES))} areas on that day",
        "slides-2019-completed": f"{inspected[0]} begun and {inspected[1]} published",
        "slides-2019-half": f"{halves[0]} of those begun, {halves[1]} of those published",
    }


def _notes(as_at: date) -> Iterator[str]:
    count = len(areas_on(as_at, announced_by=as_at))
    yield f"There were {count} local areas on {in_words(as_at)}."
    yield (
        "Neither column is the right one: visits tell what inspectors had done, and reports what "
        "was known of areas."
    )
