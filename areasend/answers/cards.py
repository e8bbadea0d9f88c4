"""A card: a small answer that stands on a page of somebody else's, with all it needs to be true.

Whoever reads it there sees nothing of ours around it. So it bears its day, how far our record
reaches, how binding each date is, and the same as a table where something is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.answers.area_pages import stage_of
from areasend.answers.areas import story_of
from areasend.answers.asked import Asked
from areasend.answers.duties import Duty
from areasend.answers.families import family
from areasend.answers.figures import FigureAnswer, figure_by
from areasend.answers.measured import short
from areasend.answers.waits import WaitAnswer, wait
from areasend.domain.areas import Area
from areasend.domain.measures import MEASURES
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Counting


@dataclass(frozen=True)
class CardTable:
    """The table of a card; where a chart is drawn, of what it draws."""

    caption: str
    heads: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """A card as at a day, as known at a moment.

    `bars` are what may be drawn as bars, `curve` as a curve that goes down from 1 over so many
    units, `across`; at least one of the two is empty.
    """

    title: str
    lead: str
    says: tuple[str, ...]
    table: CardTable
    notes: tuple[str, ...]
    asked: Asked
    bars: tuple[tuple[str, int], ...] = ()
    curve: tuple[tuple[int, float], ...] = ()
    across: str = ""

    @property
    def in_words(self) -> str:
        """All that it says, in one run of words."""
        rows = "; ".join(f"{name}: {words}" for name, words in self.table.rows)
        table = f"{self.table.caption}: {rows}." if rows else ""
        return " ".join(filter(None, (self.lead, *self.says, table, *self.notes)))


def title_of(name: str) -> str:
    """Return what the card of an area is called."""
    return f"{name}: inspection of its services for children with SEND"


def area_card(area: Area, asked: Asked) -> Card:
    """Return the card of an area: where it stands, and what is open.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    known = family(area, asked)
    story = story_of(known)
    opened = sorted((one for one in story.duties if one.open), key=lambda one: one.due_latest)
    rows = (("Where it stands", stage_of(known)), *map(_due, opened))
    return Card(
        title=title_of(area.name),
        lead=story.standing.first,
        says=story.standing.more,
        table=CardTable("In short", ("What", "How it stands"), rows),
        notes=story.standing.limits,
        asked=asked,
    )


def measure_card(name: str, counting: Counting, asked: Asked) -> Card:
    """Return the card of a measure: its figure by a counting rule, and its parts.

    :raises KeyError: if there is no such measure
    """
    if name not in MEASURES:
        return _wait_card(wait(name, counting, asked), asked)
    found = figure_by(name, Division.YEAR, counting, asked)
    whole, parts = found.whole, found.parts
    return Card(
        title=whole.says,
        lead=f"{short(whole)}{'' if whole.added else f' {whole.out_of_what}'}",
        says=tuple(_said(whole)),
        table=CardTable(
            "By calendar year", ("Year", "Figure"), tuple((one.part, short(one)) for one in parts)
        ),
        notes=whole.limits,
        asked=asked,
        bars=tuple((one.part, one.number) for one in parts) if whole.number else (),
    )


def _wait_card(found: WaitAnswer, asked: Asked) -> Card:
    steps = found.took.curve
    rows = ((f"{one.days:,} {found.unit}s", f"{100 * one.waiting:.0f} %") for one in steps)
    return Card(
        title=found.says,
        lead=f"{short(found)}.",
        says=tuple(_said(found)),
        table=CardTable(
            f"Share still waiting after so many {found.unit}s", ("After", "Share"), tuple(rows)
        ),
        notes=found.limits,
        asked=asked,
        curve=tuple((one.days, float(one.waiting)) for one in steps),
        across=f"{found.unit}s",
    )


def _said(found: FigureAnswer | WaitAnswer) -> Iterator[str]:
    yield f"How it was counted: {found.rule}."
    if found.caveat:
        yield found.caveat


def _due(one: Duty) -> tuple[str, str]:
    """Return an open duty as a row: what and who, and when, how binding and how it stands."""
    stands = "" if one.running else f": {one.state}"
    return f"{one.duty} ({one.owed_by})", f"{one.headline}, by {one.force}{stands}"
