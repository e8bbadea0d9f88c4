"""National facts: when the programme paused, and visits that are no inspections of an area.

They are not entries of any area's record and no measure counts them.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class NationalFact:
    """Something about the programme as a whole, from a day to a day.

    `meanwhile` is what could be said while it lasted, where that is less than `what`.
    """

    since: date
    until: date
    kind: str
    what: str
    meanwhile: str
    source: str
    href: str


@cache
def national_facts() -> tuple[NationalFact, ...]:
    """Return the national facts, in order."""
    with (files("areasend.domain") / "programme.csv").open(encoding="utf-8") as file:
        return tuple(
            NationalFact(
                since=date.fromisoformat(row["from"]),
                until=date.fromisoformat(row["to"]),
                kind=row["kind"],
                what=row["what"],
                meanwhile=row["meanwhile"] or row["what"],
                source=row["source"],
                href=row["href"],
            )
            for row in csv.DictReader(file)
        )


def paused_between(first: date, last: date) -> tuple[NationalFact, ...]:
    """Return the pauses of the programme that touch a span of days."""
    return tuple(
        fact
        for fact in national_facts()
        if fact.kind == "paused" and fact.since <= last and first <= fact.until
    )
