"""How an inspection goes, step by step, with each time from the rulebook that sets it."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from areasend.answers.duties import FORCES
from areasend.answers.rules import RULEBOOKS
from areasend.domain.rulebooks.reading import Rule, Value, rules_of


@dataclass(frozen=True)
class Time:
    """A rule of a step: what it is for, its newest value, how binding, and its source.

    `earlier` are the values before it that differ, the newest first.
    """

    says: str
    period: str
    force: str
    since: date
    reference: str
    href: str
    earlier: tuple["Time", ...] = ()


@dataclass(frozen=True)
class Step:
    """A step: what happens, what it means for parents, and for council officers.

    `times` are the rules', if any; `seen` says what was observed where no rule is known, and
    `doubt` how sources differ on the time and what we take.
    """

    title: str
    what: str
    parents: str
    councils: str
    times: tuple[Time, ...]
    seen: str
    doubt: str


@dataclass(frozen=True)
class Course:
    """The steps under a framework, in order."""

    key: str
    title: str
    about: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Help:
    """Where to turn for one child."""

    name: str
    what: str
    href: str


@dataclass(frozen=True)
class Myth:
    """Something that is often said, and what is so."""

    says: str
    truth: str


@dataclass(frozen=True)
class CourseAnswer:
    """Both frameworks, common myths, and where to get help."""

    courses: tuple[Course, ...]
    myths: tuple[Myth, ...]
    help: tuple[Help, ...]


@cache
def course() -> CourseAnswer:
    """Return how inspections go.

    :raises KeyError: if a step names a rule that no rulebook has
    """
    with (files("areasend.answers") / "course.toml").open("rb") as file:
        held = tomllib.load(file)
    return CourseAnswer(
        courses=tuple(_course(one) for one in held["framework"]),
        myths=tuple(Myth(**one) for one in held["myth"]),
        help=tuple(Help(**one) for one in held["help"]),
    )


def _course(held: dict[str, Any]) -> Course:
    steps = tuple(_step(held["key"], one) for one in held["step"])
    return Course(held["key"], held["title"], held["about"], steps)


def _step(framework: str, held: dict[str, Any]) -> Step:
    return Step(
        title=held["title"],
        what=held["what"],
        parents=held["parents"],
        councils=held["councils"],
        times=tuple(_time(_rule(framework, key)) for key in held.get("rules", ())),
        seen=held.get("seen", ""),
        doubt=held.get("doubt", ""),
    )


def _rule(framework: str, key: str) -> Rule:
    """Return a rule of a framework, or of the government's where the framework has none."""
    books = (framework, *(name for name in RULEBOOKS if name != framework))
    held = {key: rule for name in reversed(books) for key, rule in rules_of(name).items()}
    return held[key]


def _time(rule: Rule) -> Time:
    newest, *before = (_told(rule, value) for value in reversed(rule.values))
    return replace(newest, earlier=tuple(one for one in before if one.period != newest.period))


def _told(rule: Rule, value: Value) -> Time:
    force = FORCES[value.force]
    return Time(rule.says, str(value.period), force, value.since, value.reference, value.href)
