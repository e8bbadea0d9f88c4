"""Adds rows to a chain, and reads those that stand. Both chains work alike."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

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
class Row:
    """A row as it stands: its number, its moment as text, and what it says."""

    number: int
    moment: str
    corrects: int | None
    says: Statement


@contextmanager
def writing() -> Iterator[None]:
    """Hold the ledger's one lock for a whole transaction: read, objection and insert."""
    with transaction.atomic():
        here().lock()
        yield


def reading() -> AbstractContextManager[None]:
    """See one state of the ledger throughout, whatever is written meanwhile; nobody waits."""
    return here().one_state()


def append(to: Chain, says: Statement, *, corrects: int | None, **own: Any) -> int:
    """Add a row to a chain and return its number. Call it while `writing`."""
    text, salt = statements.write(says), chain.new_salt()
    last = to.links.order_by("number").last()
    row = {
        "number": last.number + 1 if last else 1,
        "corrects": corrects,
        "digest": chain.digest(salt, text),
        "previous": last.hash if last else chain.BEFORE_THE_FIRST,
        **own,
    }
    said = {"number": row["number"], "area": statements.area_of(says), "salt": salt, "text": text}
    insert(to, [({**row, "hash": to.hash(row)}, said)])
    return int(said["number"])


def insert(to: Chain, rows: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Add rows, each the columns of its link and of its text; refused is what does not follow."""
    to.links.bulk_create(to.links.model(**link) for link, _ in rows)
    to.texts.bulk_create(to.texts.model(**text) for _, text in rows)


def standing(of: Chain, *, known_at: str, area: str | None = None) -> Iterator[Row]:
    """Yield the rows that stood at a moment, in order: known by then, not corrected by then.

    Rows whose text was erased are left out.
    """
    known: models.QuerySet[Any] = of.links.filter(**{f"{of.moment}__lte": known_at})
    corrected = known.filter(corrects__isnull=False).values("corrects")
    rows = known.exclude(number__in=corrected).order_by("number")
    # Rows before texts: a correction written between the two would otherwise hide both itself,
    # whose text we had not seen, and what it corrects.
    links = list(rows.values_list("number", of.moment, "corrects"))
    texts = of.texts.exclude(text="")
    if area is not None:
        texts = texts.filter(area=area)
    said = dict(texts.values_list("number", "text"))
    for number, at, corrects in links:
        if number in said:
            yield Row(number, at, corrects, statements.read(said[number]))
