"""What others published, beside what our record gives for the day that each speaks of."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files

from areasend.answers.asked import Asked
from areasend.answers.questions.holding import Held
from areasend.answers.questions.shape import Claim
from areasend.answers.wording import HEARSAY
from areasend.domain.areas import AREAS
from areasend.domain.attestations import SourceKind
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting

Row = Mapping[str, str]

#: How a percentage is stated: out of so many.
_PER_CENT = 100


def claims(
    question: str, asked: Asked, held: Held, ours: Mapping[str, str] | None = None
) -> tuple[Claim, ...]:
    """Return what others published for an answer, of days up to the one asked about.

    :param ours: what our record gives, for the claims that no measure counts
    :raises KeyError: if neither a measure nor `ours` gives what stands beside a claim
    """
    return tuple(_claims(question, asked, held, ours or {}))


@cache
def rows() -> tuple[Row, ...]:
    """Return the claims that the record holds, as its table writes them."""
    with (files("areasend") / "record" / "claims.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def _claims(question: str, asked: Asked, held: Held, ours: Mapping[str, str]) -> Iterator[Claim]:
    for row in rows():
        if question == row["question"] and date.fromisoformat(row["as_at"]) <= asked.as_at:
            found = _measured(row, held) if row["measure"] else None
            yield _claim(row, found, ours[row["key"]] if found is None else _of(*found, row))


def _claim(row: Row, found: tuple[int, int] | None, ours: str) -> Claim:
    return Claim(
        says=row["says"],
        theirs=row["stated"],
        by=row["by"],
        when=row["when"],
        reported=SourceKind(row["kind"]) in HEARSAY,
        as_at=date.fromisoformat(row["as_at"]),
        ours=ours,
        same=_same(row, found),
        words=row["words"],
        href=row["href"],
    )


def _measured(row: Row, held: Held) -> tuple[int, int]:
    """Return our count, out of how many, by the rule that the table gives for a claim."""
    counting = Counting(
        as_at=date.fromisoformat(row["until"] or row["as_at"]),
        since=_day(row["since"]),
        by=By(row["counting"]),
        published_to=_day(row["published_to"]),
        areas=Areas(row["areas"]),
    )
    inside = [one for one in held.known.values() if _lies_in(one.area, row)]
    figure = MEASURES[row["measure"]].of(inside, counting)
    return figure.count, figure.out_of


def _lies_in(area: str, row: Row) -> bool:
    region = AREAS[area].ofsted_region if row["region_of"] == "ofsted" else AREAS[area].region
    return not row["region"] or region == row["region"]


def _of(count: int, out_of: int, row: Row) -> str:
    return f"{count} of {out_of}" if row["out_of"] else f"{count}"


def _same(row: Row, found: tuple[int, int] | None) -> bool | None:
    """Return whether a claim is our figure: the count, the ratio, or the whole percentage."""
    if found is None or not row["count"]:
        return None
    theirs, (count, out_of) = int(row["count"]), found
    if not row["out_of"]:
        return theirs == count
    if int(row["out_of"]) == _PER_CENT:
        return theirs == round(Fraction(_PER_CENT * count, out_of or 1))
    return Fraction(theirs, int(row["out_of"])) == Fraction(count, out_of or 1)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
