"""The histories that an answer is made from: to the day asked about, and all that is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from areasend.answers.asked import Asked
from areasend.answers.official import stated_for
from areasend.answers.questions.shape import Total
from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.events import ReportPublished
from areasend.domain.history import History, Inspection
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Figure
from areasend.ledger import releases


@dataclass(frozen=True)
class Reported:
    """An inspection of an area, whose name goes with it, and its report."""

    area: str
    name: str
    inspection: Inspection
    report: ReportPublished


@dataclass(frozen=True)
class Held:
    """Every area's history: `known` whole, `until` with what surely happened by the day.

    Counting rules need the whole, for they ask each case for its dates; what is told of an area
    as at a day needs the other.
    """

    known: Mapping[str, History]
    until: Mapping[str, History]

    def figure(self, measure: str, counting: Counting) -> Figure:
        """Return the figure of a measure by a counting rule."""
        return MEASURES[measure].of(self.known.values(), counting)

    def total(self, measure: str, counting: Counting, *, words: str = "") -> Total:
        """Return a figure as a total, beside the one that was stated by the very same rule."""
        figure = self.figure(measure, counting)
        said, title = stated_for(measure, counting)
        return Total(
            says=figure.measure.says,
            ours=figure.count,
            out_of=figure.out_of,
            stated=said,
            stated_by=title,
            words=words,
        )

    def reported(self) -> Iterator[Reported]:
        """Yield every inspection whose report was surely out by the day, by the name of its area.

        It is told with what surely happened by then, and no more.
        """
        for area in by_name(self.until):
            for one in self.until[area].inspections:
                if one.report:
                    yield Reported(area, AREAS[area].name, one, one.report)


def held(asked: Asked) -> Held:
    """Return what is held for a question."""
    known = releases.histories(known_at=asked.known_at)
    until = {area: history.read(area, one.events, until=asked.as_at) for area, one in known.items()}
    return Held(known, until)


def by_name(areas: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    """Return areas, given by slug, in the order of their names."""
    return sorted(areas, key=lambda area: AREAS[area].name)


def names(areas: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of areas given by slug, sorted."""
    return tuple(AREAS[area].name for area in by_name(areas))
