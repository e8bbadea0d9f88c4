"""Whether two people give the same themes: second labels, and how far they agree with the first.

`record/recoding.csv` holds labels that another person gave without seeing the first: the weakness,
who (a number, never a name), the day, and the codes, the main one first. Agreement is worked out
from it and so appears by itself once there are labels.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from areasend.domain.agreement import alpha, differ, masi
from areasend.domain.themes import taxonomy

Codes = frozenset[str]


@dataclass(frozen=True)
class ThemeAgreement:
    """How far people agree on one theme: `given` counts the weaknesses that any of them gave it.

    `alpha` is Krippendorff's, from the names of labels; None where nobody or everybody gave it.
    """

    code: str
    name: str
    given: int
    alpha: float | None


@dataclass(frozen=True)
class Recoding:
    """Labels that two or more people gave to the same weaknesses, and how far they agree.

    `labelled` counts the weaknesses with first labels and `twice` those with second ones too;
    `alpha` is Krippendorff's over sets of themes, their distance by MASI, None where `twice` is 0.
    """

    labelled: int
    twice: int
    people: int
    alpha: float | None
    themes: tuple[ThemeAgreement, ...]


def recoding() -> Recoding:
    """Return how far those who labelled the shipped record's weaknesses agree."""
    return agreement(_first(), _rows("recoding.csv"))


def agreement(first: Mapping[str, Codes], again: Iterable[Mapping[str, str]]) -> Recoding:
    """Return how far second labels agree with the first, weakness by weakness."""
    rows = list(again)
    units: dict[str, list[Codes]] = {}
    for row in rows:
        name = row["weakness"]
        units.setdefault(name, [first[name]]).append(frozenset(row["themes"].split()))
    return Recoding(
        labelled=len(first),
        twice=len(units),
        people=1 + len({row["coder"] for row in rows}),
        alpha=_number(alpha(units.values(), masi)),
        themes=tuple(_of_theme(code, list(units.values())) for code in _given(units.values())),
    )


def _given(units: Iterable[list[Codes]]) -> list[str]:
    found = {code for sets in units for codes in sets for code in codes}
    return [code for code in taxonomy().themes if code in found]


def _of_theme(code: str, units: list[list[Codes]]) -> ThemeAgreement:
    given = [[code in codes for codes in sets] for sets in units]
    return ThemeAgreement(
        code, taxonomy().name_of(code), sum(map(any, given)), _number(alpha(given, differ))
    )


def _number(found: Fraction | None) -> float | None:
    return None if found is None else round(float(found), 3)


@cache
def _first() -> dict[str, Codes]:
    return {row["weakness"]: frozenset(row["themes"].split()) for row in _rows("themes.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (files("areasend") / "record" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
