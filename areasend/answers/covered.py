"""How complete the record is."""

from dataclasses import dataclass

from areasend.domain.coverage import Coverage, coverage


@dataclass(frozen=True)
class CoverageAnswer:
    """Each kind of event, with the day to which every one of it is held, if any."""

    kinds: tuple[Coverage, ...]


def covered() -> CoverageAnswer:
    """Return how complete the record is, by kind of event."""
    return CoverageAnswer(tuple(coverage().values()))
