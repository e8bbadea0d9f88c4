"""Erases what a row says where the law orders it, and leaves an account of having done so.

The chain covers a salted digest, so it stays whole; without salt and text nobody can tell what
the digest was of. Erasure reaches this database, down to the bytes of its tables, and every export
made after it; PostgreSQL's log, backups and copies already given away are for the operator to deal
with, and `docs/how-to/erase.md` says how.
"""

from datetime import datetime

from django.db import transaction

from areasend.ledger.databases import here
from areasend.ledger.entries import moment_of
from areasend.ledger.models import Publication
from areasend.ledger.rows import ENTRIES, RELEASES, Chain, append, writing
from areasend.ledger.statements import Erased


class UnableToErase(ValueError):
    """The erasure is not possible, for the reason given."""


def expunge(entry: int, *, reason: str, by: tuple[int, int], at: datetime) -> int:
    """Erase an entry's text and its release's, and return the number of the entry that says so.

    :raises UnableToErase: if there is nothing to erase, no reason, or not two people; or if it is
        done but another program keeps the old pages in use
    :raises UnableToRecord: if this machine's clock is behind the ledger
    """
    first, second = by
    if first == second or not reason.strip():
        raise UnableToErase("An erasure needs a reason and two different people.")
    with writing():
        if not ENTRIES.texts.filter(number=entry).exclude(text="").exists():
            raise UnableToErase(f"There is no text to erase in entry {entry}.")
        if ENTRIES.expunged.filter(account=entry).exists():
            raise UnableToErase(f"Entry {entry} accounts for an erasure and must stay.")
        moment = moment_of(at)
        account = append(
            ENTRIES,
            Erased(number=entry, reason=reason, by=by),
            corrects=None,
            recorded_at=moment,
            by=first,
        )
        blank(ENTRIES, entry, account=account)
        published = Publication.objects.filter(entry=entry).first()
        if published is not None:
            _expunge_release(published.release, reason=reason, moment=moment)
        return account


def blank(of: Chain, number: int, *, account: int) -> None:
    """Blank a row's salt and text, once the row that accounts for it is there."""
    of.expunged.create(number=number, account=account)
    of.texts.filter(number=number).update(salt="", text="")
    transaction.on_commit(_forget)


def _forget() -> None:
    if words := here().forget():
        raise UnableToErase(words)


def still_held() -> str:
    """Return in a sentence where the database may still hold erased words; empty if nowhere."""
    return here().still_held()


def _expunge_release(number: int, *, reason: str, moment: str) -> None:
    says = Erased(number=number, reason=reason)
    account = append(RELEASES, says, corrects=None, takes_effect_at=moment)
    blank(RELEASES, number, account=account)
