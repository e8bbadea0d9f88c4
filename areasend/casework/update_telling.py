"""An update from its beginning to its end, and what is said of it."""

import sys
from collections import Counter
from collections.abc import Sequence

import click
from django.conf import settings

from areasend.casework.updating import NEWS, Told, Update
from areasend.casework.views.asking import now
from areasend.ledger import tables
from areasend.visiting import rounds
from areasend.visiting.asking import Asker
from areasend.visiting.sources import Source, UnableToReadSources, read_sources

_NO_CONTACT = (
    "Servers that we ask should know whom to write to: name an e-mail address or a page in "
    "AREASEND_CONTACT."
)


class UnableToUpdate(ValueError):
    """No source can be visited, for the reason given."""


def run(names: Sequence[str], *, dry_run: bool) -> bool:
    """Visit the sources of these names, or all, and return whether all went well.

    :raises UnableToUpdate: if nobody may be asked as things are
    """
    if not settings.CONTACT:
        raise UnableToUpdate(_NO_CONTACT)
    try:
        manners, every = read_sources(settings.SOURCES)
        sources = _named(every, names)
        tables.make()
        with rounds.alone(settings.PAPERS), Asker(manners, settings.CONTACT) as asker:
            return _look(asker, sources) if dry_run else _update(asker, sources)
    except (UnableToReadSources, rounds.UnderWay) as why:
        raise UnableToUpdate(str(why)) from None


def _named(every: Sequence[Source], names: Sequence[str]) -> list[Source]:
    known = [one.name for one in every]
    if strange := [name for name in names if name not in known]:
        raise UnableToUpdate(f"There is no source {strange[0]}. There are: {', '.join(known)}.")
    return [one for one in every if not names or one.name in names]


def _look(asker: Asker, sources: Sequence[Source]) -> bool:
    """Say what an update would ask for, and return whether every source looks as it should."""
    update = Update(asker, now)
    for source in sources:
        leads = update.leads(source)
        new = [lead for lead in leads if update.would_be_new(lead)]
        click.echo(f"{source.says}: {len(leads)} documents to ask for, {len(new)} never seen.")
        for lead in new:
            click.echo(f"  {_document(lead.said, lead.address)}")
    return _say_what_is_wrong(update.told)


def _update(asker: Asker, sources: Sequence[Source]) -> bool:
    update = Update(asker, now)
    update.put_into_queue()  # what was kept when the last update was cut off
    for source in sources:
        before = len(update.told)
        update.in_round = rounds.begin(source.name, at=now())
        _visit(update, source)
        rounds.end(update.in_round, at=now())
        _say(source, update.told[before:])
    click.echo(f"{asker.asked} requests were made.")
    return _say_what_is_wrong(update.told)


def _visit(update: Update, source: Source) -> None:
    leads = update.leads(source)
    unseen = not sys.stderr.isatty()
    label = f"Visiting {source.name}"
    with click.progressbar(leads, label=label, file=sys.stderr, hidden=unseen) as bar:
        for lead in bar:
            update.visit(source, lead)


def _say(source: Source, told: Sequence[Told]) -> None:
    counts = Counter(one.came for one in told)
    said = ", ".join(f"{counts[came]} {came}" for came in counts)
    earlier = sum(one.earlier for one in told)
    rest = f" ({earlier} of them before it was cut off)" if earlier else ""
    click.echo(f"{source.says}: {said or 'nothing'}{rest}.")
    for one in told:
        if one.came in NEWS and not one.earlier:
            click.echo(f"  {one.came}: {_document(one.said, one.address)}")


def _say_what_is_wrong(told: Sequence[Told]) -> bool:
    """Say what was wrong, and return whether nothing was."""
    wrong = [one for one in told if one.why]
    for one in wrong:
        click.echo(f"{one.came}: {one.why}", err=True)
    return not wrong


def _document(said: str, address: str) -> str:
    return f"{said}, {address}" if said else address
