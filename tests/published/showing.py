"""Finds a figure of ours by a row of the table, and writes it as the publisher wrote theirs."""

from datetime import date
from fractions import Fraction

from areasend.answers.asked import Asked
from areasend.answers.measures import Answer, measure_answer
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, By, Counting
from tests.asking import KNOWN

DAYS_IN_A_MONTH = Fraction(36525, 1200)


def found(row, held) -> Answer:
    """Return what our record gives by the counting rule of a row, of its part if it names one."""
    counting = Counting(
        as_at=date.fromisoformat(row["as_at"]),
        since=day(row["since"]),
        by=By(row["by"]),
        published_to=day(row["published_to"]),
        areas=Areas(row["areas"]),
    )
    asked = Asked(counting.as_at, KNOWN)
    division = Division(row["division"]) if row["division"] else None
    answer = measure_answer(row["measure"], counting, asked, division, held)
    if division is None:
        return answer
    return next(one for one in answer.parts if one.part == row["part"])


def day(text):
    return date.fromisoformat(text) if text else None


def shown(answer: Answer, shows: str) -> str:
    """Return one thing that an answer says, in the form that a row names."""
    return SHOWS[shows](answer)


def in_months(days):
    return str(round(days / DAYS_IN_A_MONTH))


def number(value):
    return str(value) if value == int(value) else f"{float(value):.1f}"


SHOWS = {
    "count": lambda one: str(one.count),
    "count of": lambda one: f"{one.count} of {one.out_of}",
    "share": lambda one: f"{round(Fraction(100 * one.count, one.out_of))} %",
    "in ten": lambda one: f"{round(Fraction(10 * one.count, one.out_of))} in 10",
    "total of": lambda one: f"{one.added.total} of {one.added.total_of}",
    "total from": lambda one: f"{one.added.total} from {one.count} of {one.out_of}",
    "mean of each": lambda one: number(one.added.mean),
    "median of each": lambda one: number(one.added.median),
    "most of each": lambda one: str(one.added.most),
    "ended of": lambda one: f"{one.ended} of {one.out_of}",
    "median": lambda one: number(one.took.median),
    "least": lambda one: str(one.took.least),
    "most": lambda one: str(one.took.most),
    "mean in months": lambda one: in_months(one.took.mean),
    "least in months": lambda one: in_months(one.took.least),
    "most in months": lambda one: in_months(one.took.most),
}
