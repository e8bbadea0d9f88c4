"""What of an event a person can key again from its document, and the question that asks for it.

The day of publication is not among it: no report states its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    MonitoringInspected,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval, NotADate, read_day


class Answer(StrEnum):
    """What kind of answer a question wants."""

    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"


class NotAnAnswer(ValueError):
    """What was keyed does not answer the question, in words for whoever keyed it."""


@dataclass(frozen=True)
class Choice:
    """An answer among others: how it is stored, and its words."""

    value: str
    says: str


@dataclass(frozen=True)
class Keyable:
    """Something that a document says: its key, its name for the public, and the question.

    `read` returns what an event holds of it as text, None where it holds nothing.
    """

    key: str
    says: str
    question: str
    answer: Answer
    read: Callable[[Event], str | None]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Held:
    """What an event holds of something that can be keyed."""

    of: Keyable
    value: str


def held_by(event: Event) -> Iterator[Held]:
    """Return all that an event holds that can be keyed again from a document."""
    for one in KEYABLE:
        value = one.read(event)
        if value is not None:
            yield Held(one, value)


def keyed(of: Keyable, typed: str) -> str:
    """Return an answer in the form in which it is stored.

    :raises NotAnAnswer: if it is none
    """
    match of.answer:
        case Answer.DAY:
            return _day(typed).isoformat()
        case Answer.NUMBER:
            return str(_number(typed))
        case Answer.CHOICE:
            if typed not in {one.value for one in of.choices}:
                raise NotAnAnswer("Choose one of the answers.")
            return typed
        case _:
            assert_never(of.answer)


def agree(of: Keyable, held: str, answer: str) -> bool:
    """Return whether a keyed answer agrees with what is held: a day lies in a held interval."""
    if of.answer is not Answer.DAY:
        return held == answer
    interval, day = Interval.read(held), date.fromisoformat(answer)
    return interval.earliest <= day <= interval.latest


def in_words(of: Keyable, value: str) -> str:
    """Return a stored value in words."""
    if of.answer is Answer.DAY:
        return str(Interval.read(value))
    return next((one.says for one in of.choices if one.value == value), value)


def _day(typed: str) -> date:
    try:
        return read_day(typed)
    except NotADate:
        raise NotAnAnswer("Give a day.") from None


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len("99")):
        raise NotAnAnswer("Give a number, such as 3.")
    return int(typed)


def _started(event: Event) -> str | None:
    return event.on.written if isinstance(event, InspectionStarted) else None


def _ended(event: Event) -> str | None:
    ended = isinstance(event, Step) and event.step is StepKind.FIELDWORK_ENDED
    return event.on.written if ended else None


def _outcome(framework: Framework) -> Callable[[Event], str | None]:
    def read(event: Event) -> str | None:
        if isinstance(event, ReportPublished) and event.outcome.framework is framework:
            return event.outcome.value
        return None

    return read


def _count(name: str) -> Callable[[Event], str | None]:
    def read(event: Event) -> str | None:
        count = getattr(event, name) if isinstance(event, ReportPublished) else None
        return None if count is None else str(count)

    return read


def _verdict(event: Event) -> str | None:
    return event.verdict.value if isinstance(event, Revisited) else None


def _effective(event: Event) -> str | None:
    if not isinstance(event, MonitoringInspected):
        return None
    return "effective" if event.effective else "not-effective"


KEYABLE: Sequence[Keyable] = (
    Keyable(
        "started",
        "First day of the inspection",
        "On which day did the inspection begin? Take the first of its days on the cover.",
        Answer.DAY,
        _started,
    ),
    Keyable(
        "ended",
        "Last day of the inspection",
        "On which day did the inspection end? Take the last of its days on the cover.",
        Answer.DAY,
        _ended,
    ),
    Keyable(
        "outcome-2016",
        "Outcome, 2016 to 2022",
        "Does the letter ask for a written statement of action?",
        Answer.CHOICE,
        _outcome(Framework.LASEND_2016),
        (
            Choice(Outcome.STATEMENT_REQUIRED.value, "Yes, it asks for one"),
            Choice(Outcome.NO_STATEMENT_REQUIRED.value, "No, it asks for none"),
        ),
    ),
    Keyable(
        "outcome-2023",
        "Outcome, since 2023",
        "What does the report find of the experiences and outcomes of children?",
        Answer.CHOICE,
        _outcome(Framework.AREA_SEND_2023),
        (
            Choice(Outcome.POSITIVE.value, "Typically positive experiences and outcomes"),
            Choice(Outcome.INCONSISTENT.value, "Inconsistent experiences and outcomes"),
            Choice(Outcome.WIDESPREAD_FAILINGS.value, "Widespread or systemic failings"),
        ),
    ),
    Keyable(
        "weaknesses",
        "Significant weaknesses",
        "How many significant weaknesses must the statement answer?",
        Answer.NUMBER,
        _count("weaknesses"),
    ),
    Keyable(
        "priority-actions",
        "Areas for priority action",
        "How many areas for priority action does the report list?",
        Answer.NUMBER,
        _count("priority_actions"),
    ),
    Keyable(
        "next-full",
        "Years to the next full inspection",
        "Within how many years, approximately, is the next full inspection to be?",
        Answer.NUMBER,
        _count("next_full_years"),
    ),
    Keyable(
        "verdict",
        "Progress at the re-visit",
        "On how many of the weaknesses did inspectors find sufficient progress?",
        Answer.CHOICE,
        _verdict,
        (
            Choice(Verdict.ALL.value, "On all"),
            Choice(Verdict.SOME.value, "On some"),
            Choice(Verdict.NONE.value, "On none"),
        ),
    ),
    Keyable(
        "effective",
        "Action at the monitoring inspection",
        "Did inspectors find that the area has taken effective action?",
        Answer.CHOICE,
        _effective,
        (Choice("effective", "Yes, effective"), Choice("not-effective", "No, not effective")),
    ),
)
#: The same, by key.
BY_KEY = {one.key: one for one in KEYABLE}
