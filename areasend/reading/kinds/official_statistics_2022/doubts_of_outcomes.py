"""Whether a row's outcome, weaknesses and re-visit fit together."""

from collections.abc import Iterator

from areasend.domain.objections_to_counts import verdict_of
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.kinds.official_statistics_2022.row import REQUIRED, VERDICTS, Row
from areasend.reading.kinds.official_statistics_2022.table import Column

_WORDS = {Column.REQUIRED: REQUIRED, Column.VERDICT: VERDICTS}
_COUNTS = (Column.WEAKNESSES, Column.SUFFICIENT, Column.LACKING)
_LETTER = (Column.LETTER, Column.VERDICT, Column.SUFFICIENT, Column.LACKING)


def readable(row: Row) -> Iterator[Finding]:
    """Doubt an outcome in other words than its own, and a count that is none."""
    for column, words in _WORDS.items():
        if row.held(column) and row.line.cell(column) not in words:
            listed = ", ".join(map(shown, words))
            yield wrong(f"{shown(row.line.cell(column))} is none of {listed}.", column)
    counts = (row.weaknesses, row.sufficient, row.lacking)
    for column, count in zip(_COUNTS, counts, strict=True):
        if row.held(column) and count is None:
            yield wrong(f"{shown(row.line.cell(column))} is not a count of weaknesses.", column)


def weaknesses(row: Row) -> Iterator[Finding]:
    """Doubt weaknesses counted where no statement was required, and the other way round."""
    both = (Column.REQUIRED, Column.WEAKNESSES)
    if row.required and not row.held(Column.WEAKNESSES):
        says = "A statement was required, but the number of weaknesses is missing."
        yield odd(says, Column.WEAKNESSES)
    if row.required and row.weaknesses == 0:
        yield wrong("A statement was required, but no weakness is counted.", *both)
    if row.required is False and row.weaknesses:
        yield wrong("Weaknesses are counted, but no statement was required.", *both)


def returned(row: Row) -> Iterator[Finding]:
    """Doubt a re-visit where no statement was required, a letter without re-visit, and silence."""
    letter = row.held(*_LETTER)
    both = (*row.held(Column.RETURNED), *letter)
    if row.required is False and both:
        says = "A re-visit is told of, but no statement was required."
        yield wrong(says, Column.REQUIRED, *both)
    elif row.awaited and letter:
        yield wrong("A letter is told of, but no re-visit has been made yet.", *both)
    elif letter and not row.held(Column.RETURNED):
        yield wrong("A letter is told of, but not when inspectors returned.", *letter)
    elif row.required and not both:
        says = "A statement was required, but nothing is said of a re-visit."
        yield odd(says, Column.REQUIRED, Column.RETURNED)


def letter(row: Row) -> Iterator[Finding]:
    """Doubt a letter that lacks its day, its verdict or a count, and a re-visit without one."""
    held = row.held(*_LETTER)
    missing = [column for column in _LETTER if column not in held]
    if held and missing:
        listed = ", ".join(f"“{column}”" for column in missing)
        yield wrong(f"Of the letter on the re-visit, {listed} is missing.", *missing)
    if row.returned and not held:
        yield odd("Inspectors returned, but no letter is told of.", Column.RETURNED)


def counts(row: Row) -> Iterator[Finding]:
    """Doubt counts at a re-visit that are not those of the inspection, or not the verdict."""
    if row.sufficient is None or row.lacking is None:
        return
    of = row.sufficient + row.lacking
    if row.weaknesses not in {None, of}:
        says = f"{row.sufficient} and {row.lacking} do not make {row.weaknesses} weaknesses."
        yield wrong(says, *_COUNTS)
    if row.verdict and (not of or verdict_of(row.sufficient, of) is not row.verdict):
        word = shown(row.line.cell(Column.VERDICT))
        says = f"{row.sufficient} of {of} weaknesses is not the verdict {word}."
        yield wrong(says, Column.VERDICT, Column.SUFFICIENT, Column.LACKING)
