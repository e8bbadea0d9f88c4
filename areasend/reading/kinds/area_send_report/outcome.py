"""The outcome, and what must follow: the next inspections and the plan that is asked for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Field

#: The core of each outcome's sentence, as every report so far has it.
_EXACT = {
    1: re.compile(r"arrangements typically lead to positive experiences and outcomes"),
    2: re.compile(r"arrangements lead to inconsistent experiences and outcomes"),
    3: re.compile(
        r"[Tt]here are widespread and/or systemic failings leading to significant concerns"
    ),
}
#: The same said otherwise, which nobody has seen: read, but never without a doubt.
_ALIKE = {
    1: re.compile(
        r"(?:typically|usually|generally|mostly) \w+ to positive (?:experience|outcome)",
        re.IGNORECASE,
    ),
    2: re.compile(r"\binconsistent (?:experience|outcome)", re.IGNORECASE),
    3: re.compile(r"\b(?:widespread|systemic)\b[^.]{0,30}\bfailings?\b", re.IGNORECASE),
}
_NOT = re.compile(r"\b(?:not|no longer|never|nor)\W+(?:\w+\W+){0,6}$", re.IGNORECASE)
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"twenty-four": 24}
_SPELT = r"(\d{1,2}|[a-z]+(?:-[a-z]+)?)"
_NEXT = re.compile(
    rf"next (?:full )?(?:(?:joint )?(?:local )?area )?(?:SEND )?(?:full )?(?:re-?)?inspection\b"
    rf"[^.]{{0,60}}?\b{_SPELT} years?\b",
    re.IGNORECASE,
)
_MONITORING = re.compile(
    rf"monitoring inspection\b[^.]{{0,60}}?\b{_SPELT} months?\b", re.IGNORECASE
)
_REQUIRED = re.compile(
    r"\b(?:HMCI|His Majesty.s Chief Inspector|Chief Inspector|Ofsted|CQC)\b[^.]{0,80}?\brequires?\b"
    r"[^.]{0,120}?\bpriority (?:action|impact) plan",
    re.IGNORECASE,
)
_STRATEGIC = re.compile(r"\basks?\b[^.]{0,120}?\bstrategic plan", re.IGNORECASE)
#: Which years between full inspections go with each outcome, as the handbook has it.
_YEARS = {1: 5, 2: 3, 3: 3}


@dataclass(frozen=True)
class Found:
    """The outcome by number, and the fields."""

    outcome: int | None
    next_years: int | None
    fields: tuple[Field, ...]


def read(words: Words, lines: Sequence[Line], *, headed: bool) -> Found:
    """Return what the section on the outcome says; `headed` tells that it had its heading."""
    said = words.joined(lines).text
    outcome, doubts = _outcome(said)
    years = _number(_NEXT, said)
    months = _number(_MONITORING, said)
    required, strategic = bool(_REQUIRED.search(said)), bool(_STRATEGIC.search(said))
    at_odds = tuple(_at_odds(outcome, years, months, required=required, strategic=strategic))
    plan = tuple(_plan_unread(said, required=required, strategic=strategic))
    unheaded = () if headed else ("The heading “Inspection outcome” was not found.",)
    values: Mapping[str, tuple[int | bool | None, Iterable[str]]] = {
        "outcome": (outcome, (*doubts, *at_odds)),
        "next_full_years": (years, _unread(_NEXT_ANY, said, years, at_odds)),
        "monitoring_months": (months, _unread(_MONITORING_ANY, said, months, at_odds)),
        "pap_required": (required, plan),
        "strategic_plan_asked": (strategic, plan),
    }
    found = "the section “Inspection outcome”" if headed else "the first page, without its heading"
    place = passages(lines)
    fields = tuple(
        Field(name, value, found, place, (*unheaded, *doubted))
        for name, (value, doubted) in values.items()
    )
    return Found(outcome, years, fields)


def _outcome(said: str) -> tuple[int | None, tuple[str, ...]]:
    for patterns, doubt in ((_EXACT, ""), (_ALIKE, "The sentence is none that we know.")):
        met = {number: one for number, words in patterns.items() if (one := words.search(said))}
        if len(met) > 1:
            return None, ("The section speaks of more than one of the three outcomes.",)
        for number, one in met.items():
            if _NOT.search(said[: one.start()]):
                return None, (f"“{one[0]}” stands there after a “not”.",)
            return number, (f"{doubt} It says “{one[0]}”.",) if doubt else ()
    return None, ("None of the three outcomes' sentences was found.",)


_NEXT_ANY = re.compile(r"\bnext full\b|\breinspection\b", re.IGNORECASE)
_MONITORING_ANY = re.compile(r"\bmonitoring inspection\b", re.IGNORECASE)


def _number(pattern: re.Pattern[str], said: str) -> int | None:
    read = {_in_figures(found[1]) for found in pattern.finditer(said)} - {None}
    return read.pop() if len(read) == 1 else None


def _in_figures(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold())


def _unread(
    speaks: re.Pattern[str], said: str, value: int | None, at_odds: tuple[str, ...]
) -> Iterator[str]:
    if value is None and speaks.search(said):
        yield "The section speaks of it, but in words that were not understood."
    elif value is None and speaks is _NEXT_ANY:
        yield "The section does not say when the next full inspection will be."
    if value is not None:
        yield from at_odds


def _plan_unread(said: str, *, required: bool, strategic: bool) -> Iterator[str]:
    if required and strategic:
        yield "Both a priority action plan and a strategic plan seem to be asked for."
    if not required and not strategic:
        named = "names a plan" if " plan" in said else "names no plan"
        yield f"The section {named}, but not in words that were understood."


def _at_odds(
    outcome: int | None, years: int | None, months: int | None, *, required: bool, strategic: bool
) -> Iterator[str]:
    """Return what goes against the outcome: each has its own next inspections and its own plan."""
    if outcome is None:
        return
    failings = outcome == 3  # noqa: PLR2004  the third of three
    if years is not None and years != _YEARS[outcome]:
        yield f"With this outcome the next full inspection is after {_YEARS[outcome]} years."
    if failings and (months is None or not required):
        yield "With this outcome a monitoring inspection and a priority action plan are due."
    if not failings and (months is not None or required):
        yield "With this outcome no monitoring inspection or priority action plan is due."
    if failings and strategic:
        yield "With this outcome no strategic plan is asked for."
