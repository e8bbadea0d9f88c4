"""`areasend read`: published documents read, each value with its place and doubts."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from areasend.domain.intervals import Interval
from areasend.ledger import releases, tables
from areasend.ledger.statements import event_to_plain
from areasend.reading.proposals import Field, Proposal, Reading, UnableToReadDocument
from areasend.reading.themes import with_themes
from areasend.reading.workers import Outcome, read_all
from areasend.terminal import options, printing

_form = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="A summary to read, or every field as data. Default: table.",
)


@click.command("read")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--propose",
    is_flag=True,
    help="Show each value with its page, box and words, and likely themes.",
)
@click.option("--to", type=click.Path(path_type=Path), help="Write the events to this file.")
@_form
def read(files: tuple[Path, ...], propose: bool, to: Path | None, form: str) -> None:
    """Read published documents and propose what they tell of. Nothing is recorded.

    Reports and letters (.pdf) give every field with its place; tables give events. All cores
    read at once, each document within bounds of time and memory; one that cannot be read never
    stops the others. Look at the doubts, edit the file of events if need be, then `areasend
    record` it.

    \b
    areasend read Area_SEND_inspection_data.ods --to events.json
    areasend read reports/*.pdf
    areasend read report.pdf --propose --format json
    """
    outcomes = _with_themes(_read(files)) if propose else _read(files)
    if len(outcomes) == 1 and outcomes[0].reading is None:
        raise UnableToReadDocument(outcomes[0].trouble)
    if form == "json":
        found = dict(
            zip(_names(files), (plain(one, propose=propose) for one in outcomes), strict=True)
        )
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show(outcomes, propose=propose)
    if to:
        _write(outcomes, to, quiet=form == "json")
    if any(one.reading is None for one in outcomes):
        click.get_current_context().exit(1)


def _read(files: Sequence[Path]) -> list[Outcome]:
    """Return what came of each file, in the order in which they were named."""
    by_path: dict[Path, Outcome] = {}
    paths = list(dict.fromkeys(files))
    unseen = not sys.stderr.isatty() or len(paths) == 1
    with click.progressbar(
        read_all(paths, held=held()),
        length=len(paths),
        label=f"Reading {len(paths)} documents",
        file=sys.stderr,
        hidden=unseen,
    ) as bar:
        for outcome in bar:
            by_path[outcome.path] = outcome
    return [by_path[path] for path in files]


def _with_themes(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return what came of each file, with the themes that the machine proposes for its points."""
    return [
        replace(one, reading=with_themes(one.reading)) if one.reading else one for one in outcomes
    ]


def held() -> dict[str, list[tuple[str, Interval]]]:
    """Return the inspections held, so that a document's next one gets a name of its own."""
    if not tables.are_there():
        return {}
    return {
        area: [(one.name, one.started.on) for one in history.inspections if one.started]
        for area, history in releases.histories(known_at=options.now()).items()
    }


def _names(files: Sequence[Path]) -> list[str]:
    """Return the stem of each file, or its whole path where two have the same."""
    often = Counter(file.stem for file in files)
    return [file.stem if often[file.stem] == 1 else str(file) for file in files]


def plain(outcome: Outcome, *, propose: bool) -> dict[str, Any]:
    """Return a document as data: its fields by name and its doubts; to propose, their places."""
    reading = outcome.reading
    if reading is None:
        return {"unreadable": outcome.trouble}
    found: dict[str, Any] = {"kind": reading.kind, "title": reading.title}
    found |= {"sha256": reading.sha256} if reading.sha256 else {}
    found |= reading.values
    found["doubts"] = [{"where": one.place, "says": one.says} for one in reading.all_doubts]
    if propose or not reading.fields:
        places = {field.name: _place(field) for field in reading.fields}
        found["proposal"] = {"fields": places, "events": list(map(_event, reading.proposals))}
    return found


def _place(field: Field) -> dict[str, Any]:
    plain = asdict(field)
    del plain["name"]
    return plain


def _event(proposal: Proposal) -> dict[str, Any]:
    return {
        "event": event_to_plain(proposal.event),
        "place": proposal.place,
        "doubts": [doubt.says for doubt in proposal.doubts],
    }


def _write(outcomes: Iterable[Outcome], to: Path, *, quiet: bool) -> None:
    events = [_event(one) for found in outcomes if found.reading for one in found.reading.proposals]
    to.write_text(json.dumps(events, ensure_ascii=False, indent=1), encoding="utf-8")
    if not quiet:
        click.echo(f"\nWritten to {to}. When checked: areasend record {to} --by ACCOUNT")


def _show(outcomes: Sequence[Outcome], *, propose: bool) -> None:
    many = len(outcomes) > 1
    for one in outcomes:
        if one.reading:
            where = f"{one.path.name}: " if many else ""
            printing.prose(f"{where}{one.reading.title}: {_what(one.reading)}.")
            if propose:
                _show_fields(one.reading)
    doubts = list(_doubts(outcomes, many=many))
    if doubts:
        heads = [*(["File"] if many else []), "Where", "What"]
        printing.part(f"Doubts ({len(doubts)})")
        printing.table(heads, doubts, wide=len(heads) - 1)
    if unread := [one for one in outcomes if one.reading is None]:
        printing.part(f"Unreadable ({len(unread)})")
        printing.table(["File", "Why"], [[one.path.name, one.trouble] for one in unread], wide=1)
    if many:
        printing.part(_summary(outcomes))


def _what(reading: Reading) -> str:
    events = f"{len(reading.proposals)} events proposed"
    known = sum(field.value is not None for field in reading.fields)
    return f"{known} of {len(reading.fields)} fields, {events}" if reading.fields else events


def _doubts(outcomes: Iterable[Outcome], *, many: bool) -> Iterator[list[str]]:
    for one in outcomes:
        for doubt in one.reading.all_doubts if one.reading else ():
            yield [*([one.path.name] if many else []), doubt.place, doubt.says]


def _show_fields(reading: Reading) -> None:
    rows = [
        [field.name, _shown(field.value), place.page, "{:g} {:g} {:g} {:g}".format(*place.box)]
        for field in reading.fields
        for place in field.passages[:1]
    ]
    printing.table(["Field", "Value", "Page", "Box"], rows, wide=1)
    if themes := reading.values.get("themes"):
        printing.part("Themes that the machine proposes")
        printing.table(
            ["Point", "Themes", "Words that decided"], list(map(_themes, themes)), wide=2
        )


def _themes(point: dict[str, Any]) -> list[str]:
    proposed = [one for one in point["likely"] if one["proposed"]]
    likely = "; ".join(f"{one['code']} {one['likelihood']:.0%}" for one in proposed)
    words = dict.fromkeys(word for one in proposed for word in one["words"])
    return [point["point"], likely or "none likely", "; ".join(words)]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} listed"
    if isinstance(value, dict):
        return " to ".join(map(str, value.values()))
    return "" if value is None else str(value)


def _summary(outcomes: Sequence[Outcome]) -> str:
    """Return how many were read, doubtful or not, and how many could not be or are copies."""
    done = [one.reading for one in outcomes if one.reading]
    doubtful = sum(bool(one.all_doubts) for one in done)
    hashes = Counter(one.sha256 for one in done if one.sha256)
    copies = sum(count - 1 for count in hashes.values())
    said = f"Read {len(done)} of {len(outcomes)}: {doubtful} with doubts"
    said += f", {len(done) - doubtful} without; {len(outcomes) - len(done)} unreadable"
    return f"{said}; {copies} copies of others." if copies else f"{said}."
