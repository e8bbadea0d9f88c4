"""Themes that return: given to points of more than one full inspection of an area.

A theme is a person's and the match is ours: it says that two reports speak of the same field, not
that it was never mended between them, nor that one report is better or worse than another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from areasend.answers.reports import Findings, Found


@dataclass(frozen=True)
class Place:
    """A point of a report that has a theme: which, and its identifier."""

    says: str
    name: str


@dataclass(frozen=True)
class Returned:
    """A theme and the points that have it, those of the oldest report first."""

    theme: str
    places: tuple[Place, ...]


def returned(found: Sequence[Findings]) -> tuple[Returned, ...]:
    """Return the themes that points of more than one report have, in the order of the alphabet."""
    by_theme: dict[str, list[tuple[Findings, Found]]] = {}
    for one in found[::-1]:
        for row in (*one.rows, *one.improvements):
            for theme in row.given:
                by_theme.setdefault(theme, []).append((one, row))
    return tuple(
        Returned(theme, tuple(_places(points)))
        for theme, points in sorted(by_theme.items())
        if len({row.name.rpartition("/")[0] for _, row in points}) > 1
    )


def _places(points: Sequence[tuple[Findings, Found]]) -> Iterator[Place]:
    for one, row in points:
        heading = f"{one.heading[0].lower()}{one.heading[1:]}"
        yield Place(f"{row.kind} {row.number}, {heading}", row.name)
