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
    click.echo("\n" + click.style(words, bold=True))


def prose(words: str, *, indent: str = "") -> None:
    """Print a paragraph, filled to the width of the terminal."""
    lines = textwrap.wrap(words, width(), initial_indent=indent, subsequent_indent=indent)
    click.echo("\n".join(lines))


def item(words: str) -> None:
    """Print one item of a list."""
    lines = textwrap.wrap(words, width(), initial_indent="  - ", subsequent_indent="    ")
    click.echo("\n".join(lines))


def table(
    headers: Sequence[str], rows: Iterable[Sequence[Any]], *, wide: int | None = None
) -> None:
    """Print a table; the column of index `wide` is wrapped so that lines fit the terminal."""
    held = [["" if cell is None else cell for cell in row] for row in rows]
    limits: list[int | None] = [None] * len(headers)
    if wide is not None:
        columns = zip(*held, strict=True) if held else [[""] for _ in headers]
        used = [
            max(len(str(cell)) for cell in (head, *column))
            for head, column in zip(headers, columns, strict=True)
        ]
        spare = width() - sum(used) + used[wide] - 2 * len(headers)
        limits[wide] = max(spare, 24)
    click.echo(tabulate(held, headers, tablefmt="simple", maxcolwidths=limits))


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
    return "; ".join(map(str, value)) if isinstance(value, tuple | list) else value
