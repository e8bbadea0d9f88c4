"""Walks an answer down to its plain values, so that a test can say what is nowhere in it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

from areasend.answers.context import ContextAnswer, context

TODAY = date(2026, 11, 21)
TINY = ("city-of-london", "isles-of-scilly")


def values(thing: object) -> Iterator[object]:
    """Return every plain value inside an answer."""
    if is_dataclass(thing):
        for field in fields(thing):
            yield from values(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from values(one)
    else:
        yield thing


@cache
def today(slug: str) -> ContextAnswer:
    """Return an area's answer as at the day of the record."""
    return context(slug, as_at=TODAY)


def measure(slug: str, key: str):
    """Return one measure of an area as at the day of the record."""
    return next(one for one in today(slug).measures if one.measure.key == key)


def of_year(series, year: int):
    """Return the figure of a year in a series."""
    return next(one.figure for one in series if one.figure.period == year)
