"""`areasend watch`: a folder whose documents are read as they come, each once."""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.tables import bytes_of
from areasend.reading.workers import Outcome, read_all
from areasend.terminal.reading import held, plain

_MOST = 50_000_000


@click.command("watch")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Write what each document says into this folder.",
)
@click.option("--every", type=click.FloatRange(min=0.1), default=5.0, help="Seconds. Default: 5.")
@click.option("--once", is_flag=True, help="Look once, and end.")
def watch(folder: Path, to: Path, every: float, once: bool) -> None:
    """Read the reports that come into a FOLDER, each once, until interrupted. Nothing is recorded.

    What a document says is written as JSON to a file named by its hash, with the place of each
    value. A document whose file is there already, under whatever name it came, is not read again.

    \b
    areasend watch incoming/ --to proposals/
    """
    to.mkdir(parents=True, exist_ok=True)
    sizes: dict[Path, int] = {}
    while True:
        settled, sizes = _settled(folder, sizes, at_once=once)
        _read(settled, to)
        if once:
            return
        time.sleep(every)


def _settled(
    folder: Path, before: dict[Path, int], *, at_once: bool
) -> tuple[list[Path], dict[Path, int]]:
    """Return the files that did not grow since the last look, and the sizes of all."""
    sizes = {path: path.stat().st_size for path in sorted(folder.glob("*.pdf")) if path.is_file()}
    return [path for path in sizes if at_once or before.get(path) == sizes[path]], sizes


def _read(paths: Sequence[Path], to: Path) -> None:
    new = dict(_new(paths, to))
    for outcome in read_all(list(new), held=held()) if new else ():
        text = json.dumps(plain(outcome, propose=True), ensure_ascii=False, indent=1)
        (to / f"{new[outcome.path]}.json").write_text(text, encoding="utf-8")
        click.echo(f"{outcome.path.name}: {_says(outcome)}")


def _new(paths: Sequence[Path], to: Path) -> Iterator[tuple[Path, str]]:
    """Return the files that nothing was written of yet, of copies the first, with their hashes."""
    seen = set[str]()
    for path in paths:
        try:
            found = hashlib.sha256(bytes_of(path, most=_MOST)).hexdigest()
        except UnableToReadDocument:
            continue  # it went away again
        if found not in seen and not (to / f"{found}.json").exists():
            seen.add(found)
            yield path, found


def _says(outcome: Outcome) -> str:
    if outcome.reading is None:
        return outcome.trouble
    doubts = len(outcome.reading.all_doubts)
    return f"{outcome.reading.title}, {doubts or 'no'} doubt{'' if doubts == 1 else 's'}."
