"""Reads both chains from the first row to the last and says whatever is not as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from areasend.ledger import chain, guards, statements
from areasend.ledger.rows import CHAINS, Chain
from areasend.ledger.statements import Erased


@dataclass(frozen=True)
class Fault:
    """Something that was altered, and where: one sentence."""

    chain: str
    number: int
    says: str


@dataclass(frozen=True)
class Verified:
    """What reading the chains showed: how many rows, the last hash, faults and erasures."""

    rows: dict[str, int]
    heads: dict[str, str]
    faults: tuple[Fault, ...]
    erased: tuple[tuple[str, int, str], ...]


def verify() -> Verified:
    """Return what reading the whole ledger shows. It changes nothing."""
    faults = [Fault("", 0, f"The trigger {name} is missing or altered.") for name in _unguarded()]
    rows: dict[str, int] = {}
    heads: dict[str, str] = {}
    erased: list[tuple[str, int, str]] = []
    for one in CHAINS:
        reader = _Reader(one)
        faults.extend(reader.faults())
        rows[one.name], heads[one.name] = reader.count, reader.head
        erased.extend((one.name, number, reason) for number, reason in reader.erased)
    return Verified(rows, heads, tuple(faults), tuple(erased))


def _unguarded() -> list[str]:
    return guards.missing(connection)


class _Reader:
    """Walks one chain, remembering the last hash."""

    def __init__(self, of: Chain) -> None:
        self.of = of
        self.head, self.count = chain.BEFORE_THE_FIRST, 0
        self.erased: list[tuple[int, str]] = []
        texts = of.texts.values_list("number", "area", "salt", "text")
        self.texts = {number: (area, salt, text) for number, area, salt, text in texts}
        self.accounts = dict(of.expunged.values_list("number", "account"))

    def faults(self) -> Iterator[Fault]:
        for row in self.of.links.order_by("number").values():
            self.count += 1
            for says in (*self._link(row), *self._text(row)):
                yield Fault(self.of.name, row["number"], says)
            self.head = row["hash"]
        for number in sorted(set(self.texts) - set(range(1, self.count + 1))):
            yield Fault(self.of.name, number, "There is a text without a row.")

    def _link(self, row: dict[str, Any]) -> Iterator[str]:
        if row["number"] != self.count:
            yield f"Row {self.count} should stand here: a row is missing."
            self.count = row["number"]
        if row["previous"] != self.head:
            yield "It does not follow the row before it."
        if row["hash"] != self.of.hash(row):
            yield "Its hash is not that of its columns: one of them was altered."

    def _text(self, row: dict[str, Any]) -> Iterator[str]:
        area, salt, text = self.texts.get(row["number"], ("", "", ""))
        if not text and not salt:
            yield from self._erasure(row["number"])
        elif chain.digest(salt, text) != row["digest"]:
            yield "Its text was altered: it is not the text whose digest the chain holds."
        elif area != self._area(text):
            yield "It is filed under another area than its text names."

    def _erasure(self, number: int) -> Iterator[str]:
        account = self._says(self.texts.get(self.accounts.get(number, 0), ("", "", ""))[2])
        if isinstance(account, Erased) and account.number == number:
            self.erased.append((number, account.reason))
        else:
            yield "Its text is gone, and no row accounts for an erasure."

    def _area(self, text: str) -> str | None:
        says = self._says(text)
        return statements.area_of(says) if says else None

    @staticmethod
    def _says(text: str) -> statements.Statement | None:
        try:
            return statements.read(text)
        except statements.UnableToReadStatement:
            return None
