"""A row for each value of each rule: from when, how binding, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers.duties import FORCES
from areasend.answers.rules import rules_answer
from areasend.domain.rulebooks.reading import Force

SEEN, OURS = "words seen on the day checked", "our estimate"


@dataclass(frozen=True)
class RuleRow:
    """A value of a rule, its force, its source, and the day on which someone last looked."""

    id: str
    rulebook: str
    rule: str
    says: str
    since: date
    value: str
    force: str
    checked: date
    source: str
    href: str
    confidence: str


def rulebooks() -> Iterator[RuleRow]:
    """Yield every value of every rule, those no longer in force included.

    :raises UnableToReadRules: if a rulebook lacks something
    """
    for one in rules_answer().rules:
        yield RuleRow(
            id=f"{one.rulebook}/{one.rule.replace('_', '-')}/{one.since}",
            rulebook=one.rulebook,
            rule=one.rule.replace("_", "-"),
            says=one.says,
            since=one.since,
            value=one.value,
            force=one.force,
            checked=one.checked,
            source=one.reference,
            href=one.href,
            confidence=OURS if one.force == FORCES[Force.ESTIMATE] else SEEN,
        )
