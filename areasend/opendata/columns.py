"""How a table is declared, once: every form, the data dictionary and the schema come from this."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from areasend.answers.asked import Asked

#: What stands between the parts of a cell that holds several.
BETWEEN = "; "
_PLACES = 4
#: An address of the web, or a path of the register or its code.
ADDRESS = r"(https?://[^\s/]+|/|docs/)\S*"
#: A value as files hold it. Nothing is None, in every form.
Value = str | int | float | bool | date | datetime | None
Values = tuple[Value, ...]


class Type(StrEnum):
    """What a column holds, by the name that a Frictionless table schema has for it."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    TRUTH = "boolean"
    DAY = "date"
    MOMENT = "datetime"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, which is a field of the answer's row, and what a reader must know.

    `choices` are all that may stand in it, where that is a closed list, and `pattern` what its
    text must match where it is not. `of` names the table whose identifiers it holds.
    """

    name: str
    type: Type
    title: str
    says: str
    unit: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its columns in order, and the answer that its rows come from.

    The first column is the identifier. `notes` are what must stand beside its figures, and
    `counted` adds to them what is so on the day alone.
    """

    name: str
    title: str
    says: str
    row: type
    rows: Callable[[Asked], Iterable[Any]]
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()
    counted: Callable[[Asked], tuple[str, ...]] = lambda _asked: ()

    def notes_of(self, asked: Asked) -> tuple[str, ...]:
        """Return what must stand beside the table as it is on a day."""
        return (*self.notes, *self.counted(asked))

    def values(self, asked: Asked) -> Iterator[Values]:
        """Yield each row's values in the order of the columns, as files hold them."""
        names = [column.name for column in self.columns]
        for row in self.rows(asked):
            yield tuple(value(getattr(row, name)) for name in names)


def value(held: Any) -> Value:
    """Return a value of an answer as files hold it: lists in one cell, moments in UTC."""
    match held:
        case "" | () | None:
            return None
        case tuple():
            return BETWEEN.join(map(str, held))
        case Fraction():
            return round(float(held), _PLACES)
        case datetime():
            return held.astimezone(UTC)
    plain: Value = held
    return plain


def text(held: Value) -> str:
    """Return a value as text, as it stands in CSV; nothing is empty."""
    match held:
        case None:
            return ""
        case bool():
            return "true" if held else "false"
        case datetime():
            return held.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
        case date():
            return held.isoformat()
    return str(held)


def words(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of text."""
    return Column(name=name, type=Type.TEXT, title=title, says=says, **more)


def whole(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of whole numbers."""
    return Column(name=name, type=Type.WHOLE, title=title, says=says, **more)


def number(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of numbers."""
    return Column(name=name, type=Type.NUMBER, title=title, says=says, **more)


def truth(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of true and false."""
    return Column(name=name, type=Type.TRUTH, title=title, says=says, **more)


def day(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of days."""
    return Column(name=name, type=Type.DAY, title=title, says=says, **more)


def moment(name: str, title: str, says: str, **more: Any) -> Column:
    """Return a column of moments, in UTC."""
    return Column(name=name, type=Type.MOMENT, title=title, says=says, **more)


def identifier(says: str) -> Column:
    """Return the column that every table begins with."""
    return words("id", "Identifier", says, required=True)


def area() -> tuple[Column, Column]:
    """Return the columns that name the area of a row."""
    return (
        words("area", "Area", "Identifier of the local area.", required=True, of="areas"),
        words("area_name", "Name of the area", "What the area is called.", required=True),
    )


def sourced(source: str, confidence: str, choices: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns that every table ends with, given what they say in this one."""
    return (
        words("source", "Source", source, required=True),
        words(
            "href",
            "Address of the source",
            "Where to read it. One that begins with / is of the register itself; one that begins "
            "with docs/ is of its code.",
            pattern=ADDRESS,
        ),
        words("confidence", "Confidence", confidence, required=True, choices=tuple(choices)),
    )
