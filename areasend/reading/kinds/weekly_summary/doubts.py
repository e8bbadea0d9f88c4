"""What is doubtful in a row of the summary, beside its days."""

from collections.abc import Callable, Iterator

from areasend.domain.areas import Area, Scheme, by_code
from areasend.domain.intervals import in_words
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.inspections import Row, day_of
from areasend.reading.kinds.weekly_summary.columns import (
    GRADES,
    Column,
    next_full_years,
    report_href,
)
from areasend.reading.lines import Line

_UNREAD = "01/01/1900"
_SCHEMES: tuple[tuple[Column, Scheme], ...] = ((Column.URN, "urn"), (Column.COUNCIL, "dfe"))


def of_codes(line: Line, area: Area) -> Iterator[Finding]:
    """Doubt a number of Ofsted's or a council's code that is not that of the area named."""
    for column, scheme in _SCHEMES:
        coded = by_code(line.cell(column), scheme=scheme)
        if coded != area:
            bearer = f"that of {coded.name}" if coded else "no area's"
            says = f"The code {shown(line.cell(column))} is {bearer}, the name that of {area.name}."
            yield wrong(says, column, Column.NAME)


def _of_official_code(row: Row) -> Iterator[Finding]:
    if not row.area or not row.on:
        return
    code, borne = row.line.cell(Column.GSS), row.area.code("gss", on=row.on)
    if code != borne:
        day = in_words(row.on)
        says = f"{row.area.name} did not bear the code {shown(code)} on {day}, but {borne}."
        yield odd(says, Column.GSS)


def _of_previous(row: Row) -> Iterator[Finding]:
    before = row.line.cell(Column.BEFORE)
    if before == _UNREAD:
        says = "1 January 1900 stands for a previous inspection whose day could not be read."
        yield odd(says, Column.BEFORE)
    elif before and not day_of(before):
        yield odd(f"{shown(before)} is not a date.", Column.BEFORE)


def _of_outcome(row: Row) -> Iterator[Finding]:
    grade, text = row.line.cell(Column.GRADE), row.line.cell(Column.TEXT)
    told = [one for one, graded in GRADES.items() if graded.words in text]
    if not grade and not told:
        yield wrong("The outcome is missing.", Column.GRADE, Column.TEXT)
    elif grade not in GRADES:
        yield wrong(f"{shown(grade)} is no grade from 1.0 to 3.0.", Column.GRADE)
    elif told != [grade]:
        says = f"The text does not tell of the outcome that has the grade {grade}."
        yield wrong(says, Column.GRADE, Column.TEXT)


def _of_next(row: Row) -> Iterator[Finding]:
    grade = GRADES.get(row.line.cell(Column.GRADE))
    following, years = row.line.cell(Column.NEXT), next_full_years(row.line)
    if grade and following not in {"", grade.next}:
        says = f"The next inspection is given as {shown(following)}, after another outcome's rule."
        yield odd(says, Column.GRADE, Column.NEXT)
    if grade and years is None:
        yield odd("The text does not say in how many years inspectors will come.", Column.TEXT)
    elif grade and years != grade.full_years:
        says = f"The text has inspectors come in {years} years, after another outcome's rule."
        yield odd(says, Column.GRADE, Column.TEXT)


def _of_link(row: Row) -> Iterator[Finding]:
    if not report_href(row.line):
        says = f"{shown(row.line.cell(Column.LINK))} does not lead to a report of Ofsted's."
        yield odd(says, Column.LINK)


RULES: tuple[Callable[[Row], Iterator[Finding]], ...] = (
    _of_official_code,
    _of_previous,
    _of_outcome,
    _of_next,
    _of_link,
)
