"""The question Parliament asked in April 2021, answered for any day.

How many areas, and which, were required to make a written statement of action, year by year;
which were re-visited; and what came of each re-visit (question 179416).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.official import OfficialRelease, official_release
from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.coverage import complete_to
from areasend.domain.events import Framework, Outcome, StepKind, Verdict
from areasend.domain.history import History, Inspection
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, Counting
from areasend.domain.measures.measure import Figure
from areasend.ledger import releases


@dataclass(frozen=True)
class Year:
    """A year in which reports were published: how many, and how many required a statement."""

    year: int
    inspected: int
    statement_required: int


@dataclass(frozen=True)
class Statement:
    """An area required to make a statement, and what came of a re-visit if there was one."""

    area: str
    name: str
    report_published: str
    weaknesses: int | None
    revisit_started: str
    revisit_published: str
    verdict: str
    sufficient: int | None
    of: int | None


@dataclass(frozen=True)
class Total:
    """A total of ours beside the one that was stated officially for the same day, if any."""

    says: str
    ours: int
    out_of: int
    stated: int | None


@dataclass(frozen=True)
class StatementsAnswer:
    """The answer: totals, years, every area by name, and how the counting was done.

    `perhaps` names the areas that may belong to a total too, by dates that do not settle it.
    """

    question: str
    as_at: date
    known_at: datetime
    rule: str
    totals: tuple[Total, ...]
    years: tuple[Year, ...]
    statements: tuple[Statement, ...]
    perhaps: tuple[str, ...]
    notes: tuple[str, ...]
    permalink: str


QUESTION = (
    "How many and which local areas have been required to produce a written statement of action, "
    "in each year; which have been re-visited; and what was the outcome for each?"
)

#: The measures of the framework that the question is about.
UNTIL_2022 = (
    "inspected",
    "statement-required",
    "revisited",
    "progress-on-all",
    "progress-on-some",
    "progress-on-none",
)
_NOT_REVISITED = "Statements whose area was not yet re-visited."
_NO_LETTER = "Statements of which we hold no re-visit letter."
VERDICTS = {
    Verdict.ALL: "enough progress on all weaknesses",
    Verdict.SOME: "enough progress on some weaknesses, not on all",
    Verdict.NONE: "enough progress on none of the weaknesses",
}


def statements(asked: Asked) -> StatementsAnswer:
    """Return the answer as at a day: reports and letters published by then, every area counted."""
    official = official_release(asked.as_at)
    counting = Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)
    known = releases.histories(known_at=asked.known_at)
    histories = {
        area: history.read(area, held.events, until=asked.as_at) for area, held in known.items()
    }
    figures = {name: one.of(histories.values(), counting) for name, one in MEASURES.items()}
    comparable = official if official and official.counting == counting else None
    return StatementsAnswer(
        question=QUESTION,
        as_at=asked.as_at,
        known_at=asked.known_at,
        rule=str(counting),
        totals=tuple(_totals(figures, comparable, asked.as_at)),
        years=_years(histories.values()),
        statements=_statements(figures["statement-required"], histories),
        perhaps=_perhaps(known.values(), counting),
        notes=tuple(_notes(official, comparable)),
        permalink=f"areasend answer statements {asked.options}",
    )


def _letters_are_held(as_at: date) -> bool:
    to = complete_to("revisited")
    return to is not None and as_at <= to


def _totals(figures: dict[str, Figure], stated: OfficialRelease | None, as_at: date) -> list[Total]:
    said = stated.stated if stated else {}
    asked = (name for name in figures if name in UNTIL_2022)
    totals = [
        Total(figures[name].measure.says, figures[name].count, figures[name].out_of, said.get(name))
        for name in asked
    ]
    inspected, required = figures["inspected"].count, figures["statement-required"].count
    return [
        *totals,
        Total(
            _NOT_REVISITED if _letters_are_held(as_at) else _NO_LETTER,
            required - figures["revisited"].count,
            required,
            said["statement-required"] - said["revisited"] if said else None,
        ),
        Total("Inspections that required no statement.", inspected - required, inspected, None),
    ]


def _perhaps(known: Iterable[History], counting: Counting) -> tuple[str, ...]:
    """Return the areas that may belong to a total: all that is known does not settle it."""
    figures = [MEASURES[name].of(known, counting) for name in UNTIL_2022]
    return tuple(sorted({AREAS[area].name for one in figures for area in one.perhaps}))


def _years(histories: Iterable[History]) -> tuple[Year, ...]:
    reports = [
        one.report
        for held in histories
        for one in held.inspections
        if one.report and one.framework is Framework.LASEND_2016
    ]
    inspected = Counter(report.on.latest.year for report in reports)
    required = Counter(
        report.on.latest.year for report in reports if report.outcome is Outcome.STATEMENT_REQUIRED
    )
    return tuple(Year(year, inspected[year], required[year]) for year in sorted(inspected))


def _statements(figure: Figure, histories: Mapping[str, History]) -> tuple[Statement, ...]:
    found = [
        _statement(one)
        for area in figure.counted
        for one in histories[area].inspections
        if one.report and one.report.outcome is Outcome.STATEMENT_REQUIRED
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def _statement(one: Inspection) -> Statement:
    letter, started = one.revisited, one.first(StepKind.REVISIT_STARTED)
    return Statement(
        area=one.area,
        name=AREAS[one.area].name,
        report_published=one.report.on.written if one.report else "",
        weaknesses=one.report.weaknesses if one.report else None,
        revisit_started=started.on.written if started and letter else "",
        revisit_published=letter.on.written if letter else "",
        verdict=VERDICTS[letter.verdict] if letter else "",
        sufficient=letter.sufficient if letter else None,
        of=letter.of if letter else None,
    )


def _notes(official: OfficialRelease | None, comparable: OfficialRelease | None) -> list[str]:
    notes = [
        "More weaknesses does not mean a worse area: some weigh more than others.",
        "Years are those in which the report was published.",
    ]
    if comparable:
        notes.append(f"{comparable.title}. {comparable.words}")
    elif official:
        notes.append(f"{official.title} counts otherwise: {official.counting}. {official.words}")
    return notes
