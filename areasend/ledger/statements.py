"""What a row of the ledger can say, and its stored text: canonical JSON, there and back."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from textwrap import shorten
from typing import Any, assert_never, get_args

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from areasend.domain.attestations import Attestation
from areasend.domain.events import (
    Event,
    InspectionStarted,
    Intervened,
    MonitoringInspected,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
)
from areasend.domain.intervals import Interval, read_day


@dataclass(frozen=True, kw_only=True)
class Told:
    """An event happened. Where the row corrects another, `reason` says why."""

    event: Event
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """What the corrected row said should never have been said, for a reason."""

    area: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Erased:
    """The text of a row was erased by law, for a reason, by two people (account numbers).

    On the public chain nobody is named.
    """

    number: int
    reason: str
    by: tuple[int, ...] = ()


class Finding(StrEnum):
    """What came of a reported error."""

    CORRECTED = "corrected"
    NOT_CORRECTED = "not-corrected"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, kw_only=True)
class Answered:
    """Somebody reported an error, and this is our answer: in our words, never in theirs.

    `about` is the address of the page or fact; `area` is empty where it is about none. `release`
    is the number of the release that put it right.
    """

    about: str
    area: str
    finding: Finding
    words: str
    release: int | None = None


@dataclass(frozen=True, kw_only=True)
class Replied:
    """A body said this of what we hold about its area; `seen` is how it proved who it is."""

    area: str
    body: str
    words: str
    seen: str


#: What is said in words beside the events, and tells of none.
Spoken = Answered | Replied
Statement = Told | Withdrawn | Erased | Answered | Replied

_EVENTS: dict[type, str] = {
    InspectionStarted: "inspection-started",
    ReportPublished: "report-published",
    PlanJudged: "plan-judged",
    Revisited: "revisited",
    MonitoringInspected: "monitoring-inspected",
    Intervened: "intervened",
    Step: "step",
}
_TUPLES = (tuple[Attestation, ...], tuple[int, ...])
#: How many texts are remembered as read, those asked for last: a stored text never changes.
_REMEMBERED = 4096
_STATEMENTS: dict[type, str] = {
    Told: "told",
    Withdrawn: "withdrawn",
    Erased: "erased",
    Answered: "answered",
    Replied: "replied",
}


class UnableToReadStatement(ValueError):
    """The text is not something that a row of the ledger can say."""


def area_of(statement: Statement) -> str:
    """Return the slug of the area that a statement is about; empty where it names none."""
    match statement:
        case Told():
            return statement.event.area
        case Withdrawn() | Answered() | Replied():
            return statement.area
        case Erased():
            return ""
        case _:
            assert_never(statement)


def write(statement: Statement) -> str:
    """Return the canonical text of a statement: sorted keys, no spaces, defaults left out."""
    return _canonical(_CONVERTER.unstructure(statement, unstructure_as=Statement))


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Statement:
    """Return the statement that a text writes.

    :raises UnableToReadStatement: if it writes none
    """
    statement: Statement = _structured(_json(text), Statement)
    return statement


def event_to_plain(event: Event) -> dict[str, Any]:
    """Return an event as plain data, in the form in which it is stored."""
    plain: dict[str, Any] = _CONVERTER.unstructure(event, unstructure_as=Event)
    return plain


def event_from_plain(plain: object) -> Event:
    """Return the event that plain data writes.

    :raises UnableToReadStatement: if it writes none
    """
    event: Event = _structured(plain, Event)
    return event


def _canonical(plain: object) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _json(text: str) -> object:
    try:
        return _DECODER.decode(text)
    except (TypeError, ValueError, RecursionError):
        raise UnableToReadStatement("It is not JSON that says each thing once.") from None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError("a key is there twice")
    return plain


_DECODER = json.JSONDecoder(object_pairs_hook=_each_once)


def _structured(plain: object, kind: Any) -> Any:
    # The converter answers bad data with many kinds of exception, groups of them included.
    try:
        return _CONVERTER.structure(plain, kind)
    except Exception as error:
        words = str(error).encode(errors="backslashreplace").decode()
        words = shorten(words, 100, placeholder="…").rstrip(".")
        raise UnableToReadStatement(f"It does not say what a row can say: {words}.") from None


def _converter() -> Converter:
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
    configure_tagged_union(Event, converter, tag_name="kind", tag_generator=_EVENTS.__getitem__)
    configure_tagged_union(
        Statement, converter, tag_name="says", tag_generator=_STATEMENTS.__getitem__
    )
    return converter


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


_CONVERTER = _converter()
