"""Ministers' letters after an inspection, and what followed where no statement was required."""

from collections.abc import Iterator
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, Reported, by_name, held
from areasend.answers.questions.shape import Cell, Findings, Question, Table, Total, columns
from areasend.answers.questions.telling import after_report, told, told_by
from areasend.domain import kinds
from areasend.domain.areas import AREAS, descendants
from areasend.domain.events import Outcome, Step, StepKind
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import in_words
from areasend.domain.rulebooks import government
from areasend.domain.working_days import calendar_known_on

_CONCERNS = {Outcome.STATEMENT_REQUIRED, Outcome.WIDESPREAD_FAILINGS}
_RULE = government.RULES["minister_wrote_again"]
_CLOCK = next(
    clock for every in government.CLOCKS.values() for clock in every if clock.rule is _RULE
)
#: The day of which the written answer speaks.
_ANSWERED = date(2018, 4, 20)
_SENT_OR_NOT = (
    "Ministers said that they would not publish these letters: one that we do not hold may well "
    "have been sent."
)


def find(asked: Asked) -> Findings:
    """Return whom the stated policy promised a letter by a day, and the letters we hold."""
    all_held = held(asked)
    reported = list(all_held.reported())
    concerns = [one for one in reported if one.report.outcome in _CONCERNS]
    none = [one for one in reported if one.report.outcome is Outcome.NO_STATEMENT_REQUIRED]
    return Findings(
        rule=f"reports published by {in_words(asked.as_at)}; with areas abolished by then",
        totals=tuple(_totals(asked, reported, concerns, len(none))),
        tables=(_concerns(concerns, asked), _without_statement(none, all_held, asked)),
        main="concerns",
        claims=claims("letters", asked, all_held, _ours(all_held)),
        notes=tuple(_notes()),
    )


QUESTION = Question(
    name="letters",
    title="Ministers' letters, and areas without a statement",
    asks=(
        "Will ministers publish their letters to areas with significant weaknesses; and how are "
        "areas followed that were not required to make a statement?"
    ),
    source="Question 135027, answered on 20 April 2018",
    href="https://www.parallelparliament.co.uk/question/135027",
    find=find,
)


def _totals(
    asked: Asked, reported: list[Reported], concerns: list[Reported], none: int
) -> Iterator[Total]:
    letters = sum(len(_letters(one.inspection)) for one in reported)
    a_year_on = sum(_a_year_on(one, asked) <= asked.as_at for one in concerns)
    second = sum(bool(_CLOCK.stops(one.inspection, None)) for one in concerns)
    for says, ours, out_of in (
        (
            "Inspections reported, each followed by a minister's letter if the policy held.",
            len(reported),
            None,
        ),
        ("With significant weaknesses, or since 2023 failings.", len(concerns), len(reported)),
        (
            "Of those, reported a year before: a second letter, if it held.",
            a_year_on,
            len(concerns),
        ),
        ("Of those, a letter held of about a year after the report.", second, len(concerns)),
        ("Inspections that required no statement.", none, len(reported)),
    ):
        yield Total(says=says, ours=ours, out_of=out_of)
    yield Total(says="Letters of which we hold a trace.", ours=letters, words=_SENT_OR_NOT)


def _letters(one: Inspection) -> list[Step]:
    return [step for step in one.steps if step.step is StepKind.MINISTER_WROTE]


def _a_year_on(one: Reported, asked: Asked) -> date:
    """Return when a second letter was to be expected, by the policy as it was stated."""
    calendar = calendar_known_on(asked.as_at)
    return _RULE.values[-1].period.after(one.report.on.latest, calendar)


def _concerns(concerns: list[Reported], asked: Asked) -> Table:
    return Table(
        name="concerns",
        title="Areas with significant weaknesses or failings",
        columns=columns(
            lines=("held",),
            area="Area",
            report="Report",
            second_letter="Second letter about",
            held="Letters of which we hold a trace",
        ),
        rows=tuple(
            (
                one.name,
                one.report.on.written,
                f"{_a_year_on(one, asked):%B %Y}",
                tuple(told(step) for step in _letters(one.inspection)) or "none held",
            )
            for one in concerns
        ),
        words=_SENT_OR_NOT,
    )


def _without_statement(none: list[Reported], all_held: Held, asked: Asked) -> Table:
    return Table(
        name="without-statement",
        title="Areas of which no statement was required, and what we hold of them since",
        columns=columns(lines=("held",), area="Area", report="Report", held="Held since"),
        rows=tuple(_row(one, all_held, asked) for one in none),
        words="The department said that it follows these areas in its routine monitoring, which "
        "leaves no public trace. What we hold is of other kinds, and incomplete.",
    )


def _row(one: Reported, all_held: Held, asked: Asked) -> tuple[Cell, ...]:
    heirs = descendants(AREAS[one.area], announced_by=asked.as_at)
    since = (
        *told_by(after_report(one.inspection), since=one.report.on, as_at=asked.as_at),
        *_later(all_held.until[one.area], after=one.inspection),
        *(words for heir in heirs for words in _later(all_held.until[heir.slug], after=None)),
    )
    return (one.name, one.report.on.written, since or "nothing held")


def _later(of: History, *, after: Inspection | None) -> Iterator[str]:
    """Yield the later full inspections of an area, or all those of one that came from it."""
    elsewhere = "" if after else f"as {AREAS[of.area].name}: "
    inspected = "inspected again" if after else "inspected"
    for one in of.inspections[of.inspections.index(after) + 1 if after else 0 :]:
        if one.report:
            outcome = kinds.outcome(one.report)
            yield f"{elsewhere}{inspected}, {outcome} (report {one.report.on})"
            yield from (f"{elsewhere}{told(event)}" for event in one.interventions)


def _ours(all_held: Held) -> dict[str, str]:
    dated = [
        f"{AREAS[area].name} {step.on.when}"
        for area in by_name(all_held.known)
        for one in all_held.known[area].inspections
        for step in _letters(one)
        if step.on.surely_by(_ANSWERED)
    ]
    return {"minister-2018-published": f"we hold traces of letters to {'; '.join(dated)}"}


def _notes() -> Iterator[str]:
    value = _RULE.values[-1]
    yield (
        "The policy as stated: a minister writes to the council and the health body shortly after "
        f"each report and, where there are significant concerns, again after {value.period}. "
        f"{value.reference}. It is practice, not law; since when and until when it was kept, we "
        "do not know."
    )
    yield (
        "These letters went to members of Parliament and council leaders too, and ministers "
        "encouraged areas to share them."
    )
