"""What changed from one release of the data to the next: in words, and cell by cell."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from areasend.answers.asked import Asked
from areasend.answers.corrections import Corrected, corrections
from areasend.answers.data_releases import DataRelease
from areasend.domain.areas import AREAS
from areasend.domain.intervals import in_words
from areasend.ledger.published import facts
from areasend.opendata.columns import Table
from areasend.opendata.forms.parquet import LONGEST_LINE, connect
from areasend.opendata.state import State

#: The columns of the file of changes.
COLUMNS = ("table", "id", "change", "column", "before", "after")
_AT_ONCE = 1000
_FIRST = "The first release here: there is none before it to compare it with."
_SAME = "Nothing was released between the two: what differs follows from the day alone."


@dataclass(frozen=True)
class Changes:
    """What changed since a release: its name, sentences, and each correction in a sentence."""

    before: str
    words: tuple[str, ...]
    corrections: tuple[str, ...]


def changes(state: State, before: DataRelease | None) -> Changes:
    """Return what was released between an earlier release of the data and a state."""
    if before is None:
        return Changes("", (_FIRST,), ())
    # As at the later day: what is said of a time to come is part of neither.
    answer = corrections(Asked(state.as_at, state.known_at))
    told = [one for one in answer.corrections if not one.adds_source]
    since = [one for one in told if one.since > before.known_at]
    words = tuple(_words(state, before, since))
    return Changes(before.name, words, tuple(_corrected(one) for one in reversed(since)))


def _words(state: State, before: DataRelease, since: list[Corrected]) -> Iterator[str]:
    yield (
        f"Since {before.name}, which was as at {in_words(before.as_at)} and release "
        f"{before.number} of the chain."
    )
    new = list(_new(state, before.known_at))
    if not new and not since:
        yield _SAME
    if new:
        areas = sorted({AREAS[area].name for area in new})
        yield f"{_many(len(new), 'fact')} told for the first time: {', '.join(areas)}."
    sources = [one for one in since if one.sets_source_right]
    if len(sources) < len(since):
        yield f"{_many(len(since) - len(sources), 'correction')} of what we had said."
    if sources:
        yield f"{_many(len(sources), 'source')} set right, with the same facts."


def _new(state: State, known_at: datetime) -> Iterator[str]:
    """Yield the area of each fact first told since a moment."""
    for area, told in facts(known_at=state.known_at).items():
        for one in told:
            if one.first > known_at and one.event.on.earliest <= state.as_at:
                yield area


def _many(count: int, noun: str) -> str:
    return f"One {noun}" if count == 1 else f"{count} {noun}s"


def _corrected(one: Corrected) -> str:
    reason = f" Why: {one.reason}" if one.reason else ""
    return f"{one.day}, {one.fact}: we said “{one.before}” and now say “{one.now}”.{reason}"


def write_diff(tables: tuple[Table, ...], before: Path | None, after: Path, path: Path) -> None:
    """Write every cell that differs between the CSV files of two releases, as CSV.

    A row that is new or gone has one line; a table or column that one of them lacks has none.
    """
    with connect(after) as database, path.open("w", encoding="utf-8", newline="") as file:
        parts = [
            _difference(table.name, before / file, after / file)
            for table in tables
            for file in (f"{table.name}.csv",)
            if before and (before / file).is_file()
        ]
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for part in parts:
            found = database.execute(f"{part} ORDER BY ALL")
            while rows := found.fetchmany(_AT_ONCE):
                writer.writerows(rows)


def _difference(name: str, before: Path, after: Path) -> str:
    was, now = (_cells(path) for path in (before, after))
    return f"""
        WITH was AS ({was}), now AS ({now})
        SELECT '{name}', id, 'removed', NULL, NULL, NULL
        FROM (SELECT id FROM was EXCEPT SELECT id FROM now)
        UNION ALL
        SELECT '{name}', id, 'added', NULL, NULL, NULL
        FROM (SELECT id FROM now EXCEPT SELECT id FROM was)
        UNION ALL
        SELECT '{name}', id, 'changed', cell, was.held, now.held
        FROM was JOIN now USING (id, cell) WHERE was.held <> now.held"""  # noqa: S608  ours alone


def _cells(path: Path) -> str:
    """Return what asks a CSV file for its cells: the row's identifier, the column, the text."""
    quoted = str(path).replace("'", "''")
    rows = (
        f"read_csv('{quoted}', header=true, all_varchar=true, delim=',', quote='\"', escape='\"', "
        f"max_line_size={LONGEST_LINE})"
    )
    filled = f"SELECT id, coalesce(COLUMNS(* EXCLUDE id), '') FROM {rows}"  # noqa: S608  ours
    return f"UNPIVOT ({filled}) ON COLUMNS(* EXCLUDE id) INTO NAME cell VALUE held"
