"""What a row of the ledger can say, and its stored text: canonical JSON, there and back."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from textwrap import shorten
from typing import Any, assert_never

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
from areasend.ledger import codec


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
    """A body said this of what we hold about its area; `seen` is how it proved who it is.

    `about` is the address of the page or fact; empty where it is the area's page as a whole.
    """

    area: str
    body: str
    words: str
    seen: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What came of keying one kind of fact again: so many drawn, and what was found of them.

    `compared` gave an answer; of these `wrong` were wrong in the record and `unclear` can be read
    in two ways. Of the wrong ones `unsaid` are not said by their document at all. The others could
    not be read.
    """

    field: str
    drawn: int
    compared: int = 0
    wrong: int = 0
    unclear: int = 0
    unsaid: int = 0


@dataclass(frozen=True, kw_only=True)
class Audited:
    """Facts drawn at random were keyed again from their documents, unseen, and compared.

    `frame` is how many facts had a document and could be drawn, `record` how many there were in
    all; `seed` tells which were drawn. It is about no one area.
    """

    drawn_on: date
    seed: str
    frame: int
    record: int
    tallies: tuple[Tally, ...]
    words: str
    area: str = ""


#: What is said in words beside the events, and tells of none.
Spoken = Answered | Replied | Audited
Statement = Told | Withdrawn | Erased | Answered | Replied | Audited

_EVENTS: dict[type, str] = {
    InspectionStarted: "inspection-started",
    ReportPublished: "report-published",
    PlanJudged: "plan-judged",
    Revisited: "revisited",
    MonitoringInspected: "monitoring-inspected",
    Intervened: "intervened",
    Step: "step",
}
#: How many texts are remembered as read, those asked for last: a stored text never changes.
_REMEMBERED = 4096
_STATEMENTS: dict[type, str] = {
    Told: "told",
    Withdrawn: "withdrawn",
    Erased: "erased",
    Answered: "answered",
    Replied: "replied",
    Audited: "audited",
}


class UnableToReadStatement(ValueError):
    """The text is not something that a row of the ledger can say."""


def area_of(statement: Statement) -> str:
    """Return the slug of the area that a statement is about; empty where it names none."""
    match statement:
        case Told():
            return statement.event.area
        case Withdrawn() | Answered() | Replied() | Audited():
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


_CONVERTER = codec.strict()
codec.tag(_CONVERTER, Event, "kind", _EVENTS)
codec.tag(_CONVERTER, Statement, "says", _STATEMENTS)
