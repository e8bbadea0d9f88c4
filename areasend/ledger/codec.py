"""How dataclasses become plain data and back: typed, and refusing whatever it does not know."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args

from cattrs import Converter

from areasend.domain.attestations import Attestation, Spot
from areasend.domain.intervals import Interval, read_day
from areasend.domain.points import Point, Progress

_TUPLES = (
    tuple[Attestation, ...],
    tuple[Point, ...],
    tuple[Progress, ...],
    tuple[Spot, ...],
    tuple[int, ...],
    tuple[str, ...],
)


def strict() -> Converter:
    """Return a converter that leaves defaults out and never turns one kind into another."""
    converter = Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=False)
    converter.register_unstructure_hook(Interval, lambda interval: interval.written)
    converter.register_structure_hook(Interval, lambda text, _: Interval.read(_text(text)))
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: read_day(_text(text)))
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(StrEnum, lambda text, kind: kind(_text(text)))
    for plain in (int, bool):
        converter.register_structure_hook(plain, _exactly)
    converter.register_structure_hook_factory(lambda kind: kind in _TUPLES, _several)
    return converter


def tag(converter: Converter, union: Any, tag: str, names: Mapping[type, str]) -> None:
    """Tell a union's classes apart by a tag.

    cattrs has a strategy for that, which makes the hooks of every class at once: each process
    would wait for all of them, most of which it never needs.
    """
    classes = {name: kind for kind, name in names.items()}

    def read_one(plain: Any, _union: Any) -> Any:
        rest = {**plain}
        return converter.structure(rest, classes[rest.pop(tag)])

    def write_one(value: Any) -> dict[str, Any]:
        return {**converter.unstructure(value), tag: names[type(value)]}

    converter.register_structure_hook(union, read_one)
    converter.register_unstructure_hook(union, write_one)


def _text(value: object, _kind: type = str) -> str:
    """Return the value if it is text that can be stored: half a surrogate pair cannot."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    if not value.isascii():
        value.encode()
    return value


def _several(kind: Any, converter: Converter) -> Callable[[object, Any], tuple[object, ...]]:
    element = get_args(kind)[0]
    read_one = converter.get_structure_hook(element)

    def read_each(values: object, _kind: Any) -> tuple[object, ...]:
        if not isinstance(values, list | tuple):
            raise TypeError(f"{values!r} is not a list")
        return tuple(read_one(value, element) for value in values)

    return read_each


def _exactly(value: object, kind: type) -> object:
    """Return the value if it is of the kind; never turn one kind into another in silence."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of the kind {kind.__name__}")
    return value
