"""Reads a rulebook's values and refuses any that lacks its words or its source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from areasend.domain.events import Framework
from areasend.domain.periods import FixedDay, NotAPeriod, Period, read_time


class Force(StrEnum):
    """How binding a rule is."""

    REGULATION = "regulation"
    HANDBOOK = "handbook"
    PRACTICE = "practice"
    ESTIMATE = "estimate"


class UnableToReadRules(ValueError):
    """A rulebook lacks something that every rule must have."""


@dataclass(frozen=True)
class Value:
    """What a rule said from a day on, where that stands, and when someone last looked."""

    since: date
    period: Period | FixedDay
    force: Force
    reference: str
    href: str
    checked: date


@dataclass(frozen=True)
class Rule:
    """A length of time that a rulebook sets, with its values by the day each took effect."""

    key: str
    says: str
    values: tuple[Value, ...]

    def on(self, day: date) -> Value | None:
        """Return the value in force on a day, or None if there was none yet."""
        return next((value for value in reversed(self.values) if value.since <= day), None)


_WANTED = {"from": date, "value": str, "force": str, "reference": str, "href": str, "checked": date}


@cache
def rulebook(framework: Framework) -> Mapping[str, Rule]:
    """Return a framework's rules by key.

    :raises UnableToReadRules: if a value lacks its day, force, source or day checked
    """
    return rules_of(framework.value)


@cache
def rules_of(name: str) -> Mapping[str, Rule]:
    """Return the rules of a rulebook by key: a framework's, or the government's on itself.

    :raises UnableToReadRules: as `rulebook` does
    """
    file = files("areasend.domain.rulebooks") / f"{name}.toml"
    return read(file.read_text(encoding="utf-8"), name=f"{name}.toml")


def read(text: str, *, name: str) -> Mapping[str, Rule]:
    """Return the rules that a rulebook's text holds, by key.

    :raises UnableToReadRules: as `rulebook` does
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnableToReadRules(f"{name} is no TOML: {error}.") from None
    return {key: _rule(key, table, where=f"{name}, [{key}]") for key, table in tables.items()}


def _rule(key: str, table: dict[str, Any], *, where: str) -> Rule:
    _complete(table, {"says": str, "values": list}, where=where)
    values = tuple(_value(one, where=where) for one in table["values"])
    days = [value.since for value in values]
    if not days or days != sorted(set(days)):
        raise UnableToReadRules(
            f"{where}: give 'values' at least one, each from its own day, the oldest first."
        )
    return Rule(key, table["says"], values)


def _value(table: dict[str, Any], *, where: str) -> Value:
    _complete(table, _WANTED, where=f"{where}, a value")
    try:
        period, force = read_time(table["value"]), Force(table["force"])
    except NotAPeriod as error:
        raise UnableToReadRules(f"{where}, 'value': {error}") from None
    except ValueError:
        forces = ", ".join(Force)
        raise UnableToReadRules(
            f"{where}, 'force': {table['force']!r} is none of {forces}."
        ) from None
    source = (table["reference"], table["href"], table["checked"])
    return Value(table["from"], period, force, *source)


def _complete(table: object, wanted: Mapping[str, type], *, where: str) -> None:
    if not isinstance(table, dict):
        raise UnableToReadRules(f"{where}: {table!r} is not a table of keys and what they say.")
    for key, kind in wanted.items():
        if type(table.get(key)) is not kind or not str(table[key]).strip():
            raise UnableToReadRules(
                f"{where}: {key!r} is missing or is not a {_NAMES[kind]}. "
                "Every value needs its day, its force, its source and the day it was checked."
            )
    if stray := set(table) - set(wanted):
        raise UnableToReadRules(f"{where}: {min(stray)!r} is not something a rule can say.")


_NAMES = {str: "text", date: "day", list: "list"}
