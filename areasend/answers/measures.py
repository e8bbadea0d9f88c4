"""Every measure with its figure, and where asked its parts."""

from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.figures import BreakdownAnswer, FigureAnswer, Held, figure, figure_by
from areasend.answers.waits import WaitAnswer, WaitBreakdownAnswer, wait, wait_by
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Counting
from areasend.ledger import releases

Answer = FigureAnswer | BreakdownAnswer | WaitAnswer | WaitBreakdownAnswer


@dataclass(frozen=True)
class MeasuresAnswer:
    """Every measure by one counting rule: those that count or add up, and those that time."""

    rule: str
    as_at: date
    known_at: datetime
    by: str
    measures: tuple[Answer, ...]


def measure_answer(
    name: str,
    counting: Counting,
    asked: Asked,
    division: Division | None = None,
    held: Held = None,
) -> Answer:
    """Return what any measure gives by a counting rule, with its parts if a division is asked for.

    :raises KeyError: if there is no such measure
    """
    if division is None:
        return (wait if name in WAITS else figure)(name, counting, asked, held)
    return (wait_by if name in WAITS else figure_by)(name, division, counting, asked, held)


def measures_answer(
    counting: Counting, asked: Asked, division: Division | None = None
) -> MeasuresAnswer:
    """Return every measure's figure by one counting rule."""
    held = releases.histories(known_at=asked.known_at)
    return MeasuresAnswer(
        rule=str(counting),
        as_at=counting.as_at,
        known_at=asked.known_at,
        by=division.value if division else "",
        measures=tuple(
            measure_answer(name, counting, asked, division, held) for name in (*MEASURES, *WAITS)
        ),
    )
