"""`areasend record`, `entry`, `correct`, `withdraw`, `expunge`: a person at the ledger.

Whoever may write to the database may record; accounts and roles come with the signed-in faces.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import Event
from areasend.ledger import entries, releases
from areasend.ledger.expunge import expunge, still_held
from areasend.ledger.rows import writing
from areasend.ledger.statements import (
    Told,
    UnableToReadStatement,
    event_from_plain,
    event_to_plain,
)
from areasend.terminal import options, printing
from areasend.terminal.plain import Trouble, needs_record

#: As far as the database counts.
_NUMBER = click.IntRange(1, 2**63 - 1)
_ACCOUNT = click.IntRange(1, 2**63 - 1)
_by = click.option("--by", type=_ACCOUNT, required=True, metavar="ACCOUNT", help="Who does this.")
_reason = click.option("--reason", required=True, help="Why: the public will read it.")
_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("record")
@click.argument("proposals", type=_file)
@_by
def record(proposals: Path, by: int) -> None:
    """Record and release every event of a file of proposals, or none of them.

    What looks out of place is told before anything is recorded, all of it at once.

    An event that is held already, of a kind that an inspection has only once, gains the new
    sources instead of being recorded twice.

    \b
    areasend record proposals.json --by 1
    """
    needs_record()
    plain = _load(proposals, list)
    events = [_event(_proposed(one), where=proposals) for one in plain]
    objected: list[str] = []
    with writing():
        at = options.now()  # once the lock is held, so that no answer for a past moment changes
        recorded = sum(_record(event, objected, by=by, at=at) for event in events)
        if objected:
            raise Trouble(
                "\n  ".join([f"{len(objected)} objections, and nothing was recorded:", *objected])
            )
    click.echo(f"Recorded and released {recorded} of {len(events)}; the rest was held already.")


def _record(event: Event, objected: list[str], *, by: int, at: datetime) -> bool:
    """Record and release an event; note an objection; return whether anything was new."""
    try:
        number, new = entries.attest(event, by=by, at=at)
    except entries.UnableToRecord as trouble:
        objected.append(f"{_describe(event)}: {trouble}")
        return False
    if new:
        _release(number, at)
    return new


@click.command("entry")
@click.argument("number", type=_NUMBER)
def entry(number: int) -> None:
    """Print what a standing entry says, as JSON to edit and correct it with.

    \b
    areasend entry 57 > entry.json
    """
    needs_record()
    says = entries.entry_says(number)
    if not isinstance(says, Told):
        raise Trouble(f"No event stands under entry {number}.")
    click.echo(json.dumps(event_to_plain(says.event), ensure_ascii=False, indent=1))


@click.command("entries")
@click.argument("name", nargs=-1, required=True)
def area_entries(name: tuple[str, ...]) -> None:
    """List the standing entries of an area with their numbers, to find the one to correct.

    \b
    areasend entries Dudley
    """
    needs_record()
    found = entries.standing_of(options.area(name).slug)
    printing.table(
        ["Entry", "When", "What"],
        [[number, event.on, kinds.sentence(event)] for number, event in found],
        wide=2,
    )


@click.command("correct")
@click.argument("number", type=_NUMBER)
@click.argument("event", type=_file)
@_by
@_reason
def correct(number: int, event: Path, by: int, reason: str) -> None:
    """Put the event of a file in the place of what entry NUMBER says, and release that.

    What was said before stays in the ledger, and `--known-at` still finds it.

    \b
    areasend correct 57 entry.json --by 1 --reason "The letter is dated 24 February."
    """
    needs_record()
    told = _event(_load(event, dict), where=event)
    with writing():
        at = options.now()
        new = entries.record(told, by=by, at=at, corrects=number, reason=reason)
        _release(new, at)
    click.echo(f"Entry {new} corrects entry {number}.")


@click.command("withdraw")
@click.argument("number", type=_NUMBER)
@_by
@_reason
def withdraw(number: int, by: int, reason: str) -> None:
    """Take back what entry NUMBER says, and release that.

    \b
    areasend withdraw 57 --by 1 --reason "Recorded twice."
    """
    needs_record()
    with writing():
        at = options.now()
        new = entries.withdraw(number, by=by, at=at, reason=reason)
        _release(new, at)
    click.echo(f"Entry {new} withdraws entry {number}.")


@click.command("expunge")
@click.argument("number", type=_NUMBER)
@click.option("--by", nargs=2, type=_ACCOUNT, required=True, metavar="ACCOUNT ACCOUNT", help="Two.")
@_reason
@click.confirmation_option(prompt="This cannot be undone. Erase it?")
def expunging(number: int, by: tuple[int, int], reason: str) -> None:
    """Erase the text of entry NUMBER for ever, where the law orders it. The chains stay whole.

    \b
    areasend expunge 57 --by 1 2 --reason "Erasure ordered under UK GDPR article 17."
    """
    needs_record()
    account = expunge(number, reason=reason, by=by, at=options.now())
    click.echo(f"Entry {number} is erased; entry {account} says so.")
    if words := still_held():
        printing.prose(words)


def _release(entry_number: int, at: datetime) -> None:
    releases.release(entry_number, takes_effect_at=at, now=at)


def _load(path: Path, kind: type) -> Any:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        raise Trouble(f"{path} is no JSON that we can read.") from None
    if not isinstance(plain, kind):
        raise Trouble(f"{path} does not hold what this command takes.")
    return plain


def _proposed(plain: object) -> object:
    return plain.get("event") if isinstance(plain, dict) else plain


def _event(plain: object, *, where: Path) -> Event:
    try:
        event = event_from_plain(plain)
    except UnableToReadStatement as error:
        raise Trouble(f"{where}: {error}") from None
    if not event.attested:
        raise Trouble(f"{where}: {kinds.key(event)} of {event.area} names no source.")
    return event


def _describe(event: Event) -> str:
    name = AREAS[event.area].name if event.area in AREAS else event.area
    return f"{name}, {kinds.key(event)} {event.on}"
