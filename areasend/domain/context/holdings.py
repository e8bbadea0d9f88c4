"""Builds all that may be shown from the lines of the record, which the caller reads.

This is where the rule of small numbers is kept. What it says may not be shown goes no further:
neither a page nor a file nor a neighbour's list can ask for it, for it is not there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from areasend.domain.areas import AREAS
from areasend.domain.context.figures import Figure, Kind, read_figure
from areasend.domain.context.measures import Break, Measure, Note, Release
from areasend.domain.context.numbers import Hidden, Number
from areasend.domain.context.small import withheld
from areasend.domain.intervals import Interval

Row = Mapping[str, str]
Table = Callable[[str], Iterable[Row]]

#: The measures by which an area is too small for any figure: of plans, and of people.
_DECIDING = ("plans", "people-0-25")


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """The measures, their releases and notes, and the figures by measure and place.

    Figures run from the oldest year. A place is an area's slug, a region's name or England.
    `withheld` says of each area without any figure why it has none.
    """

    measures: tuple[Measure, ...]
    releases: Mapping[str, Release]
    notes: tuple[Note, ...]
    withheld: Mapping[str, Hidden]
    figures: Mapping[tuple[str, str], tuple[Figure, ...]]

    def notes_on(self, measure: str, place: str, year: int) -> tuple[str, ...]:
        """Return what a reader should be told of a place's figure for a year."""
        asked = (measure, place, year)
        return tuple(
            note.words for note in self.notes if (note.measure, note.place, note.period) == asked
        )


def hold(table: Table) -> Holdings:
    """Return all that may be shown of the tables of the record, which are asked for by name.

    :raises KeyError: if a table lacks a column
    :raises ValueError: if a line cannot be read
    """
    notes = tuple(_note(row) for row in table("notes"))
    measures = tuple(_measure(row, notes) for row in table("measures"))
    read = {key: found for one in measures for key, found in _places(table, one.key, one.kind)}
    nothing = dict(_withheld(read))
    return Holdings(
        measures=measures,
        releases={row["key"]: _release(row) for row in table("releases")},
        notes=notes,
        withheld=nothing,
        figures={key: found for key, found in read.items() if key[1] not in nothing},
    )


def _places(
    table: Table, measure: str, kind: Kind
) -> Iterator[tuple[tuple[str, str], tuple[Figure, ...]]]:
    places: dict[str, list[Figure]] = {}
    for row in table(measure):
        places.setdefault(row["place"], []).append(read_figure(row, kind))
    for place, figures in places.items():
        yield (measure, place), tuple(sorted(figures, key=lambda one: one.period))


def why_withheld(area: str, table: Table) -> Hidden | None:
    """Return why an area has no figures at all, or None where it has some.

    Only its own lines of the two tables that decide are looked at.

    :raises KeyError: if a table lacks a column
    :raises ValueError: if a line cannot be read
    """
    plans, people = (
        [read_figure(row, Kind.COUNT) for row in table(name) if row["place"] == area]
        for name in _DECIDING
    )
    return withheld(plans=_counts(plans), people=_counts(people))


def _withheld(
    read: Mapping[tuple[str, str], tuple[Figure, ...]],
) -> Iterator[tuple[str, Hidden]]:
    for area in AREAS:
        plans, people = (_counts(read.get((name, area), ())) for name in _DECIDING)
        if why := withheld(plans=plans, people=people):
            yield area, why


def _counts(figures: Iterable[Figure]) -> list[Number]:
    return [one.count for one in figures if one.count is not None]


def _measure(row: Row, notes: tuple[Note, ...]) -> Measure:
    about = (note for note in notes if note.measure == row["key"] and not note.place)
    return Measure(
        key=row["key"],
        title=row["title"],
        kind=Kind(row["kind"]),
        says=row["says"],
        confidence=row["confidence"],
        words=row["words"],
        period=row["when"],
        breaks=tuple(Break(since=note.period, words=note.words) for note in about),
    )


def _note(row: Row) -> Note:
    return Note(
        measure=row["measure"],
        place=row["place"],
        period=int(row["period"]),
        words=row["words"],
    )


def _release(row: Row) -> Release:
    return Release(
        key=row["key"],
        title=row["title"],
        publisher=row["publisher"],
        published=Interval.read(row["published"]),
        href=row["href"],
        words=row["words"],
    )
