"""How an inspection goes, step by step, with each time from the rulebook that sets it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from areasend.answers.duties import FORCES
from areasend.answers.rules import RULEBOOKS
from areasend.domain.rulebooks.reading import Rule, rules_of


@dataclass(frozen=True)
class Time:
    """How long a step may take by a rule: the value in use now, how binding, and its source."""

    period: str
    force: str
    reference: str
    href: str


@dataclass(frozen=True)
class Step:
    """A step: what happens, what it means for parents, and for council officers.

    `time` is the rule's, or None; `seen` says what was observed where no rule is known.
    """

    title: str
    what: str
    parents: str
    councils: str
    time: Time | None
    seen: str


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


def _step(framework: str, held: dict[str, str]) -> Step:
    return Step(
        title=held["title"],
        what=held["what"],
        parents=held["parents"],
        councils=held["councils"],
        time=_time(_rule(framework, held["rule"])) if "rule" in held else None,
        seen=held.get("seen", ""),
    )


def _rule(framework: str, key: str) -> Rule:
    """Return a rule of a framework, or of the government's where the framework has none."""
    books = (framework, *(name for name in RULEBOOKS if name != framework))
    held = {key: rule for name in reversed(books) for key, rule in rules_of(name).items()}
    return held[key]


def _time(rule: Rule) -> Time:
    value = rule.values[-1]
    return Time(str(value.period), FORCES[value.force], value.reference, value.href)
