"""Prints an answer: for a person to read, or as JSON or CSV to reuse."""

import csv
import io
import json
import shutil
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click
from tabulate import tabulate

_WIDEST = 100
#: Columns before the one that wraps to what is left are themselves kept to this.
_NARROW = 32
#: The column that wraps keeps at least this.
_LEAST = 24
#: What tabulate puts between columns, and beside a heading.
_BESIDE = 2


def show(
    answer: Any, form: str, *, read: Callable[[Any], None], rows: Callable[[Any], Iterable[Any]]
) -> None:
    """Print an answer in a form: `read` prints it for a person, `rows` are its lines as data."""
    if form == "json":
        click.echo(json.dumps(asdict(answer), default=_plain, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(_csv([_row(row) for row in rows(answer)]), nl=False)
    else:
        read(answer)


def title(words: str) -> None:
    """Print a title, with a line under it."""
    click.echo(click.style(words, bold=True))
    click.echo("=" * min(len(words), width()))


def part(words: str) -> None:
    """Print the heading of a part, after an empty line."""
    click.echo("\n" + click.style(_filled(words), bold=True))


def prose(words: str, *, indent: str = "") -> None:
    """Print a paragraph, filled to the width of the terminal."""
    click.echo(_filled(words, indent, indent))


def item(words: str, *, mark: str = "-") -> None:
    """Print one item of a list, after a mark."""
    click.echo(_filled(words, f"  {mark} ", "    "))


def table(
    headers: Sequence[str], rows: Iterable[Sequence[Any]], *, wide: int | None = None
) -> None:
    """Print a table; where it does not fit the terminal, the column of index `wide` is wrapped.

    Where that is not enough the widest of the others are too.
    """
    held = [["" if cell is None else cell for cell in row] for row in rows]
    if wide is not None:
        limits = _limits(headers, held, wide)
        held = [list(map(_wrapped, row, limits)) for row in held]
    click.echo(tabulate(held, headers, tablefmt="simple"))


def _wrapped(cell: Any, limit: int) -> Any:
    if _width_of(cell) <= limit:
        return cell
    return textwrap.fill(str(cell), limit, break_on_hyphens=False)


def _limits(headers: Sequence[str], rows: Sequence[Sequence[Any]], wide: int) -> list[int]:
    heads = [len(head) + _BESIDE for head in headers]
    columns = list(zip(*rows, strict=True)) or [("",)] * len(headers)
    limits = [
        max(head, *map(_width_of, column)) for head, column in zip(heads, columns, strict=True)
    ]
    limits = [min(limit, _NARROW) if at < wide else limit for at, limit in enumerate(limits)]
    while _over(limits) and limits[wide] > _LEAST:
        limits[wide] -= 1
    while _over(limits) and (wider := [at for at, head in enumerate(heads) if limits[at] > head]):
        limits[max(wider, key=limits.__getitem__)] -= 1
    return limits


def _over(limits: Sequence[int]) -> bool:
    return sum(limits) + _BESIDE * (len(limits) - 1) > width()


def _width_of(cell: Any) -> int:
    return max(len(line) for line in str(cell).split("\n"))


def _filled(words: str, first: str = "", then: str = "") -> str:
    # Stoke-on-Trent and an address stay whole: who copies a line gets all of it.
    return textwrap.fill(
        words,
        width(),
        initial_indent=first,
        subsequent_indent=then,
        break_on_hyphens=False,
        break_long_words=False,
    )


def width() -> int:
    """Return how many characters a line may have."""
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _row(row: Any) -> dict[str, Any]:
    return dict(row) if isinstance(row, Mapping) else asdict(row)


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(cell) for key, cell in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    return _plain(value) if isinstance(value, date | datetime) else value
