"""Every rule that a clock runs by, and the rules whose words nobody has shown us."""

import csv
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from areasend.answers.duties import FORCES
from areasend.domain.events import Framework
from areasend.domain.rulebooks.reading import rules_of

RULEBOOKS = (*(framework.value for framework in Framework), "government")


@dataclass(frozen=True)
class RuleLine:
    """A value of a rule: from when, how binding, and where it stands."""

    rulebook: str
    rule: str
    says: str
    since: date
    value: str
    force: str
    reference: str
    href: str
    checked: date


@dataclass(frozen=True)
class Gap:
    """A rule that there is, or may be, and whose words have not been seen."""

    rulebook: str
    what: str
    why: str


@dataclass(frozen=True)
class Version:
    """A day from which a rulebook read otherwise, and what changed."""

    rulebook: str
    since: date
    what: str
    source: str


@dataclass(frozen=True)
class RulesAnswer:
    """Every rule, the versions of each rulebook, and what is not known."""

    rules: tuple[RuleLine, ...]
    versions: tuple[Version, ...]
    gaps: tuple[Gap, ...]


def rules_answer() -> RulesAnswer:
    """Return every value of every rulebook, and the named gaps.

    :raises UnableToReadRules: if a rulebook lacks something
    """
    lines = (
        RuleLine(
            name,
            rule.key,
            rule.says,
            value.since,
            str(value.period),
            FORCES[value.force],
            value.reference,
            value.href,
            value.checked,
        )
        for name in RULEBOOKS
        for rule in rules_of(name).values()
        for value in rule.values
    )
    return RulesAnswer(tuple(lines), versions(), gaps())


def versions() -> tuple[Version, ...]:
    """Return the versions of the rulebooks, in order."""
    with (files("areasend.domain.rulebooks") / "versions.csv").open(encoding="utf-8") as file:
        return tuple(
            Version(row["rulebook"], date.fromisoformat(row["from"]), row["what"], row["source"])
            for row in csv.DictReader(file)
        )


def gaps() -> tuple[Gap, ...]:
    """Return the rules that are not known, each with why."""
    with (files("areasend.domain.rulebooks") / "gaps.csv").open(encoding="utf-8") as file:
        return tuple(Gap(row["framework"], row["what"], row["why"]) for row in csv.DictReader(file))
