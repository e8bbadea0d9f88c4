"""Reads both chains from the first row to the last and says whatever is not as it was written.

A chain shows what was altered within it. It cannot show that its last rows were cut off, nor that
all of it was written anew: only hashes kept elsewhere can, such as those of the shipped record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from areasend.ledger import chain, guards, statements
from areasend.ledger.models import Publication
from areasend.ledger.rows import CHAINS, RELEASES, Chain, reading
from areasend.ledger.statements import Erased, Statement

#: Hashes of rows by chain and number, as somebody else holds them.
Hashes = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True)
class Fault:
    """Something that was altered, and where: one sentence."""

    chain: str
    number: int
    says: str

    def __str__(self) -> str:
        """Return the sentence, and before it the row it is about."""
        return f"{self.chain} {self.number}: {self.says}" if self.chain else self.says


@dataclass(frozen=True)
class Verified:
    """What reading the chains showed: how many rows, the last hash, faults and erasures."""

    rows: dict[str, int]
    heads: dict[str, str]
    faults: tuple[Fault, ...]
    erased: tuple[tuple[str, int, str], ...]


def verify(known: Hashes | None = None) -> Verified:
    """Return what reading the whole ledger shows, beside hashes known from elsewhere if any.

    It changes nothing.
    """
    with reading():
        readers = [_Reader(one, dict((known or {}).get(one.name, {}))) for one in CHAINS]
        faults = (
            *(Fault("", 0, f"The trigger {name} is missing or altered.") for name in _unguarded()),
            *(fault for reader in readers for fault in reader.faults()),
            *_misplaced_publications(*readers),
        )
    return Verified(
        rows={reader.of.name: reader.count for reader in readers},
        heads={reader.of.name: reader.head for reader in readers},
        faults=faults,
        erased=tuple((reader.of.name, *one) for reader in readers for one in reader.erased),
    )


def _unguarded() -> list[str]:
    return guards.missing(connection)


class _Reader:
    """Walks one chain, remembering the last hash."""

    def __init__(self, of: Chain, known: dict[int, str]) -> None:
        self.of, self.known = of, known
        self.head, self.count, self.next = chain.BEFORE_THE_FIRST, 0, 1
        self.erased: list[tuple[int, str]] = []
        texts = of.texts.values_list("number", "area", "salt", "text")
        self.texts = {number: (area, salt, text) for number, area, salt, text in texts}
        self.accounts = dict(of.expunged.values_list("number", "account"))

    def faults(self) -> Iterator[Fault]:
        seen = set()
        for row in self.of.links.order_by("number").values():
            self.count += 1
            seen.add(row["number"])
            for says in (*self._link(row), *self._text(row)):
                yield Fault(self.of.name, row["number"], says)
            self.head = row["hash"]
        yield from self._left_over(seen)

    def _left_over(self, seen: set[int]) -> Iterator[Fault]:
        erased = {number for number, _ in self.erased}
        left_over = {
            "There is a text without a row.": self.texts.keys() - seen,
            "It is named as erased, and was not.": self.accounts.keys() - erased,
            "It is known elsewhere, and is not here.": self.known.keys() - seen,
        }
        for says, numbers in left_over.items():
            for number in sorted(numbers, key=str):
                yield Fault(self.of.name, number, says)

    def _link(self, row: dict[str, Any]) -> Iterator[str]:
        if row["number"] != self.next:
            yield f"Row {self.next} should stand here: a row is missing."
        # Behind the ledger's back SQLite would store a word for a number.
        self.next = (row["number"] if isinstance(row["number"], int) else self.next) + 1
        if row["previous"] != self.head:
            yield "It does not follow the row before it."
        if row["hash"] != self.of.hash(row):
            yield "Its hash is not that of its columns: one of them was altered."
        if row["hash"] != self.known.get(row["number"], row["hash"]):
            yield "It is another row than the one known elsewhere."

    def _text(self, row: dict[str, Any]) -> Iterator[str]:
        area, salt, text = self.texts.get(row["number"], ("", "", ""))
        if not text and not salt:
            yield from self._erasure(row["number"])
        elif chain.digest(salt, text) != row["digest"]:
            yield "Its text was altered: it is not the text whose digest the chain holds."
        elif area != self._area(row["number"]):
            yield "It is filed under another area than its text names."

    def _erasure(self, number: int) -> Iterator[str]:
        account = self.says(self.accounts.get(number, 0))
        if isinstance(account, Erased) and account.number == number:
            self.erased.append((number, account.reason))
        else:
            yield "Its text is gone, and no row accounts for an erasure."

    def _area(self, number: int) -> str | None:
        says = self.says(number)
        return statements.area_of(says) if says else None

    def says(self, number: int) -> Statement | None:
        """Return what a row says; None if it is not there, was erased or cannot be read."""
        _, _, text = self.texts.get(number, ("", "", ""))
        try:
            return statements.read(text)
        except statements.UnableToReadStatement:
            return None


def _misplaced_publications(entries: _Reader, releases: _Reader) -> Iterator[Fault]:
    entry_of = dict(Publication.objects.values_list("release", "entry"))
    for release in releases.texts.keys() - entry_of.keys():
        if not isinstance(releases.says(release), Erased):
            yield Fault(RELEASES.name, release, "No entry is named that it makes public.")
    for release, entry in entry_of.items():
        if entry not in entries.texts or release not in releases.texts:
            yield Fault(RELEASES.name, release, f"It makes entry {entry} public: one is not there.")
        elif entries.says(entry) != releases.says(release):
            yield Fault(RELEASES.name, release, f"It says another thing than its entry, {entry}.")
