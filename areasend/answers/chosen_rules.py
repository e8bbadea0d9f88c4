"""The rules whose time one may count: each value by itself, with what it is for and its source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby

from areasend.answers.duties import FORCES
from areasend.answers.rules import RuleLine, rules_answer
from areasend.domain.intervals import in_words
from areasend.domain.rulebooks.reading import Force


@dataclass(frozen=True)
class ChosenRule:
    """A value of a rule that sets a length of time, and the days on which it was the rule.

    `until` is the day from which the rule reads otherwise, and `then` how; neither where it stands.
    """

    line: RuleLine
    until: date | None
    then: str

    @property
    def name(self) -> str:
        """What it is chosen by."""
        return f"{self.line.rulebook}/{self.line.rule.replace('_', '-')}/{self.line.since}"

    @property
    def when(self) -> str:
        """From which day it is the rule, or was, and by what force."""
        until = f"; from {in_words(self.until)} it is {self.then}" if self.until else ""
        return f"By {self.line.force} since {in_words(self.line.since)}{until}."

    def out_of_force(self, start: date) -> str:
        """Return, in a sentence, why another value governs time that runs from a day, or nothing.

        What stands when time begins to run governs it to the end.
        """
        if start < self.line.since:
            return f"We know of this rule only since {in_words(self.line.since)}."
        if self.until and self.until <= start:
            return f"Of time that began on that day the rule was another: {self.then}."
        return ""


@cache
def chosen_rules() -> tuple[ChosenRule, ...]:
    """Return every value of a rule that counts from a day, rulebook by rulebook, newest first.

    Our own estimates and fixed days are none. Values in a row that say the same are one.
    """
    lines = (
        one
        for one in rules_answer().rules
        if one.force != FORCES[Force.ESTIMATE] and not one.value.startswith("by ")
    )
    by_rule = groupby(lines, key=lambda one: (one.rulebook, one.rule))
    return tuple(found for _, values in by_rule for found in _newest_first(list(values)))


def chosen_rule(name: str) -> ChosenRule | None:
    """Return the value of a rule that has the name, if one has."""
    return next((one for one in chosen_rules() if one.name == name), None)


def _newest_first(values: list[RuleLine]) -> Iterator[ChosenRule]:
    later: RuleLine | None = None
    for one in reversed(_told_once(values)):
        yield ChosenRule(one, later.since if later else None, later.value if later else "")
        later = one


def _told_once(values: list[RuleLine]) -> list[RuleLine]:
    """Return the values with those in a row that say the same as one, from the first's day on."""
    told: list[RuleLine] = []
    for one in values:
        if told and told[-1].value == one.value:
            told[-1] = replace(one, since=told[-1].since)
        else:
            told.append(one)
    return told
