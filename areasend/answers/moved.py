"""What moved a figure between two moments: the corrections, and what was released anew."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.wording import names
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Figure
from areasend.ledger import releases
from areasend.ledger.rows import Row
from areasend.ledger.statements import Told, Withdrawn, area_of


@dataclass(frozen=True)
class Moving:
    """A release about an area that moved. `corrects` is the release it corrects, if any.

    `rule`, `as_at`, `known_before` and `known_at` are those of the whole answer, so that a line
    alone says how was counted, and between which moments.
    """

    release: int
    takes_effect_at: str
    area: str
    corrects: int | None
    says: str
    reason: str
    rule: str
    as_at: date
    known_before: datetime
    known_at: datetime


@dataclass(frozen=True)
class MovedAnswer:
    """A figure as it was known at a moment and at a later one, and what was released between.

    The releases are those about areas whose part in the figure changed: corrections of what we
    had said, and what was new. What a publisher revised of its own figures is not among them.
    """

    measure: str
    says: str
    rule: str
    known_before: datetime
    known_at: datetime
    before: str
    now: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    releases: tuple[Moving, ...]


def moved(name: str, counting: Counting, asked: Asked, *, since: datetime) -> MovedAnswer:
    """Return what moved a measure's figure since a moment, by a counting rule.

    :raises KeyError: if there is no such measure
    """
    between = (since, asked.known_at)
    before, now = (
        MEASURES[name].of(releases.histories(known_at=at).values(), counting) for at in between
    )
    areas = _areas_that_moved(before, now)
    return MovedAnswer(
        measure=name,
        says=now.measure.says,
        rule=str(counting),
        known_before=since,
        known_at=asked.known_at,
        before=figure_in_words(before),
        now=figure_in_words(now),
        came=_beyond(now, before),
        went=_beyond(before, now),
        releases=tuple(
            _moving(row, row.says, counting, between=between)
            for row in releases.changes(after=since, known_at=asked.known_at)
            if isinstance(row.says, Told | Withdrawn) and area_of(row.says) in areas
        ),
    )


def _beyond(one: Figure, other: Figure) -> tuple[str, ...]:
    """Return the names of what one figure counts and the other does not."""
    return names((Counter(one.counted) - Counter(other.counted)).elements())


def figure_in_words(found: Figure) -> str:
    """Return what a measure gives, such as '59 of 116', or what its cases come to."""
    count = f"{found.count} of {found.out_of}"
    return f"{found.amounts.total} from {count}" if found.measure.adds else count


def _areas_that_moved(before: Figure, now: Figure) -> set[str]:
    """Return the areas whose part in a figure, by belonging or by amount, is another."""
    first, second = _parts(before), _parts(now)
    return {area for area, *_ in (first - second) + (second - first)}


def _parts(found: Figure) -> Counter[tuple[str, str, int | None, int | None, int]]:
    groups = enumerate((found.cases, found.among, found.doubtful))
    return Counter(
        (case.area, case.inspection, case.amount, case.of, group)
        for group, cases in groups
        for case in cases
    )


def _moving(
    row: Row, says: Told | Withdrawn, by: Counting, *, between: tuple[datetime, datetime]
) -> Moving:
    words = kinds.sentence(says.event) if isinstance(says, Told) else "Withdrawn."
    area = AREAS[area_of(says)].name
    told = (row.number, row.moment, area, row.corrects, words, says.reason)
    return Moving(*told, str(by), by.as_at, *between)
