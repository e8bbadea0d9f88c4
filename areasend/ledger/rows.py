"""Adds rows to a chain, and reads those that stand. Both chains work alike."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from areasend.ledger import chain, statements
from areasend.ledger.databases import here
from areasend.ledger.models import (
    Entry,
    EntryExpunged,
    EntryText,
    Release,
    ReleaseExpunged,
    ReleaseText,
)
from areasend.ledger.statements import Statement


@dataclass(frozen=True)
class Chain:
    """One of the two chains: its tables, and its own columns in the order they are hashed."""

    name: str
    links: models.Manager[Any]
    texts: models.Manager[Any]
    expunged: models.Manager[Any]
    moment: str
    columns: tuple[str, ...]

    def hash(self, row: dict[str, Any]) -> str:
        """Return the hash that a row of these columns must have."""
        return chain.link(*(row[column] for column in self.columns), previous=row["previous"])


ENTRIES = Chain(
    "entry",
    Entry.objects,
    EntryText.objects,
    EntryExpunged.objects,
    moment="recorded_at",
    columns=("number", "recorded_at", "by", "corrects", "digest"),
)
RELEASES = Chain(
    "release",
    Release.objects,
    ReleaseText.objects,
    ReleaseExpunged.objects,
    moment="takes_effect_at",
    columns=("number", "takes_effect_at", "corrects", "digest"),
)
CHAINS = (ENTRIES, RELEASES)


@dataclass(frozen=True)
class Last:
    """The last row of a chain: its number, its moment as text, and its hash."""

    number: int
    moment: str
    hash: str


@dataclass(frozen=True)
class Row:
    """A row as it stands: its number, its moment as text, the area it is about, and its text."""

    number: int
    moment: str
    corrects: int | None
    area: str
    text: str

    @property
    def says(self) -> Statement:
        """What the row says, read from its text when it is first asked for.

        :raises UnableToReadStatement: if the text says nothing that a row can say
        """
        return statements.read(self.text)


def writing() -> AbstractContextManager[None]:
    """Hold the ledger's one lock for a whole transaction: read, objection and insert."""
    return here().alone()


def reading() -> AbstractContextManager[None]:
    """See one state of the ledger throughout, whatever is written meanwhile; nobody waits."""
    return here().one_state()


def last(of: Chain) -> Last:
    """Return the last row of a chain, or what stands before the first."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST.format(chain=of.name, moment=of.moment))
        row = cursor.fetchone()
    return Last(*row) if row else Last(0, "", chain.BEFORE_THE_FIRST)


_LAST = 'SELECT number, {moment}, hash FROM "{chain}" ORDER BY number DESC LIMIT 1'


def append(
    to: Chain, says: Statement, *, corrects: int | None, after: Last | None = None, **own: Any
) -> int:
    """Add a row to a chain and return its number. Call it while `writing`.

    `after` is the last row, for whoever knows it already.
    """
    text, salt, before = statements.write(says), chain.new_salt(), after or last(to)
    row = {
        "number": before.number + 1,
        "corrects": corrects,
        "digest": chain.digest(salt, text),
        "previous": before.hash,
        **own,
    }
    said = {"number": row["number"], "area": statements.area_of(says), "salt": salt, "text": text}
    insert(to, [({**row, "hash": to.hash(row)}, said)])
    return int(said["number"])


def insert(to: Chain, rows: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Add rows, each the columns of its link and of its text; refused is what does not follow."""
    columns = (*to.columns, "previous", "hash")
    asked = [{**link, **text} for link, text in rows]
    for statement in here().insertions(to.name, columns) if asked else ():
        with connection.cursor() as cursor:
            if len(asked) == 1:
                cursor.execute(statement, asked[0])
            else:
                cursor.executemany(statement, asked)


def standing(
    of: Chain, *, known_at: str, area: str | None = None, up_to: int | None = None
) -> list[Row]:
    """Return the rows that stood at a moment, in order: known by then, not corrected by then.

    Rows whose text was erased are left out. All is asked at once: what is written meanwhile is
    seen whole or not at all. With `up_to`, as if no row after that number had been written yet.
    """
    asked = _STANDING.format(chain=of.name, moment=of.moment)
    last = _LAST_NUMBER if up_to is None else up_to
    values: list[str | int] = [known_at, last, known_at, last]
    if area is not None:
        asked, values = f"{asked} AND said.area = %s", [*values, area]
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} ORDER BY link.number", values)
        return [Row(*row) for row in cursor.fetchall()]


_STANDING = """
    SELECT link.number, link.{moment}, link.corrects, said.area, said.text
    FROM "{chain}" link JOIN "{chain}_text" said ON said.number = link.number
    WHERE link.{moment} <= %s AND link.number <= %s AND said.text <> '' AND NOT EXISTS (
        SELECT 1 FROM "{chain}" later
        WHERE later.corrects = link.number AND later.{moment} <= %s AND later.number <= %s
    )"""
#: The greatest that either database can hold.
_LAST_NUMBER = 2**63 - 1
