"""How many areas were re-visited, and on how many weaknesses inspectors found enough progress."""

from datetime import date
from functools import partial

from areasend.domain.events import Outcome, Verdict
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

_REVIEWED = date(2026, 11, 21)
_DATED_BY = ("revisit-started", "revisited")


def _came_back(name: str, says: str, *, without: bool = False) -> Measure:
    return Measure(
        name=name,
        says=says,
        out_of="inspections that led to a written statement of action",
        population=partial(cases.found, outcome=Outcome.STATEMENT_REQUIRED),
        counted=cases.revisits,
        dated_by=_DATED_BY,
        author="areasend",
        reviewed=_REVIEWED,
        without=without,
    )


REVISITED = _came_back(
    "revisited", "Areas with a written statement of action whose re-visit letter was published."
)
NOT_REVISITED = _came_back(
    "not-revisited",
    "Areas with a written statement of action of which we hold no re-visit letter.",
    without=True,
)


def _progress(verdict: Verdict, *, on: str) -> Measure:
    return Measure(
        name=f"progress-on-{verdict.value}",
        says=f"Re-visits that found enough progress on {on}.",
        out_of="re-visits whose letter was published",
        population=cases.revisits,
        counted=partial(cases.revisits_with, verdict=verdict),
        dated_by=_DATED_BY,
        author="areasend",
        reviewed=_REVIEWED,
    )


PROGRESS_ON_ALL = _progress(Verdict.ALL, on="every significant weakness")
PROGRESS_ON_SOME = _progress(Verdict.SOME, on="some significant weaknesses but not all")
PROGRESS_ON_NONE = _progress(Verdict.NONE, on="none of the significant weaknesses")
