"""Who was required to make a statement, year by year, and what came of each re-visit."""

from collections.abc import Iterator
from datetime import date

from areasend.answers import statements as worked_out
from areasend.answers.asked import Asked
from areasend.answers.official import stated_for
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, held, names
from areasend.answers.questions.shape import Findings, Question, Table, Total, columns
from areasend.answers.statements import Statement, StatementsAnswer
from areasend.domain.areas import areas_on
from areasend.domain.intervals import in_words
from areasend.domain.measures.counting import Areas, Counting

#: The day of which the written answer speaks.
_ANSWERED = date(2021, 4, 13)


def find(asked: Asked) -> Findings:
    """Return the statements required by a day, with the totals that were stated for it."""
    found, all_held = worked_out.statements(asked), held(asked)
    _, stated_by = stated_for("inspected", _every(asked.as_at))
    return Findings(
        rule=found.rule,
        totals=tuple(
            Total(
                says=one.says,
                ours=one.ours,
                out_of=one.out_of,
                stated=one.stated,
                stated_by=stated_by if one.stated is not None else "",
            )
            for one in found.totals
        ),
        tables=(_years(found), _areas(found)),
        main="statements",
        claims=claims("statements", asked, all_held, _ours(all_held)),
        notes=(*found.notes, _every_area(asked), *_perhaps(all_held, asked)),
    )


QUESTION = Question(
    name="statements",
    title="Statements required, and re-visits",
    asks=worked_out.QUESTION,
    source="Question 179416, answered on 15 April 2021",
    href="https://www.parallelparliament.co.uk/question/179416",
    find=find,
)


def _years(found: StatementsAnswer) -> Table:
    return Table(
        name="years",
        title="By the year of the report",
        columns=columns(
            year="Year", inspected="Inspections", statement_required="Statements required"
        ),
        rows=tuple((one.year, one.inspected, one.statement_required) for one in found.years),
    )


def _areas(found: StatementsAnswer) -> Table:
    return Table(
        name="statements",
        title="Each area that had to make a statement",
        columns=columns(
            name="Area",
            report_published="Report",
            weaknesses="Weaknesses",
            revisit_published="Re-visit letter",
            outcome="Outcome",
        ),
        rows=tuple(
            (one.name, one.report_published, one.weaknesses, one.revisit_published, _outcome(one))
            for one in found.statements
        ),
    )


def _outcome(one: Statement) -> str:
    numbers = f" ({one.sufficient} of {one.of})" if one.of else ""
    return f"{one.verdict}{numbers}"


def _ours(all_held: Held) -> dict[str, str]:
    """Return what we count of what the written answer says is outstanding."""
    current = all_held.figure("inspected", Counting(as_at=_ANSWERED))
    every = _every(_ANSWERED)
    required = all_held.figure("statement-required", every).count
    revisited = all_held.figure("revisited", every).count
    left = current.out_of - current.count
    return {
        "minister-2021-outstanding": f"{left} of {current.out_of}, in their present form",
        "minister-2021-revisits": f"{required - revisited} of {required}",
    }


def _every(as_at: date) -> Counting:
    return Counting(as_at=as_at, areas=Areas.ABOLISHED_TOO)


def _every_area(asked: Asked) -> str:
    stood = len(areas_on(asked.as_at, announced_by=asked.as_at))
    return (
        "Inspections are out of every area that there was until then, abolished ones too; "
        f"{stood} stood on {in_words(asked.as_at)}."
    )


def _perhaps(all_held: Held, asked: Asked) -> Iterator[str]:
    perhaps = all_held.figure("revisited", _every(asked.as_at)).perhaps
    if perhaps:
        areas = "; ".join(names(perhaps))
        yield f"The dates we hold do not settle whether these letters were out by then: {areas}."
