"""Every fact told in public as a line, with since when we tell it; and those chosen among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.corrections import fact_name
from areasend.answers.lines import Line, happened
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import ReportPublished
from areasend.domain.intervals import in_words
from areasend.ledger.published import Fact, facts


@dataclass(frozen=True)
class ToldLine(Line):
    """An event with its identifier, and since when the public was told of it.

    `fact`, and `id` as in the files, stays the same whatever is corrected. `first_told` is when we
    first told of it, and `told_since` when in the form that stands. `outcome` is what a report
    found, empty elsewhere.
    """

    id: str
    fact: str
    first_told: datetime
    told_since: datetime
    outcome: str


@dataclass(frozen=True)
class ChosenFacts:
    """Which facts are asked for, each empty where all are.

    Those that happened from `since` on, and to the end of `until`, as far as may be.
    """

    area: str = ""
    region: str = ""
    kind: str = ""
    outcome: str = ""
    inspection: str = ""
    since: date | None = None
    until: date | None = None

    def contradiction(self) -> str:
        """Return why no fact can be what is asked for; empty where one can."""
        if self.since and self.until and self.since > self.until:
            return f"Nothing lies after {in_words(self.since)} and before {in_words(self.until)}."
        if self.area and self.region and AREAS[self.area].region != self.region:
            return f"{AREAS[self.area].name} is not in {self.region}."
        if self.area and self.inspection and self.inspection.partition("/")[0] != self.area:
            return f"The inspection {self.inspection} is not of {AREAS[self.area].name}."
        if self.outcome and self.kind and self.kind != _REPORTED:
            return f"Only a report has an outcome, and {self.kind} is none."
        return ""


_REPORTED = "report-published"


def is_held(inspection: str, asked: Asked) -> bool:
    """Return whether anything that was public by the moment belongs to an inspection."""
    told = facts(known_at=asked.known_at).values()
    return any(one.event.inspection == inspection for events in told for one in events)


def chosen_facts(asked: Asked, chosen: ChosenFacts) -> tuple[Fact, ...]:
    """Return the facts that may have happened by the day and are asked for, the newest first."""
    told = facts(known_at=asked.known_at)
    found = [fact for area in _areas(chosen) for fact in told.get(area, ())]
    wanted = [fact for fact in found if _wanted(fact, asked, chosen)]
    return tuple(sorted(wanted, key=lambda one: (one.event.on, one.number), reverse=True))


def told_line(fact: Fact, asked: Asked) -> ToldLine:
    """Return the line of a fact, as the story of a day has it."""
    event, name = fact.event, fact_name(fact.number)
    return ToldLine(
        **vars(happened(event, as_at=asked.as_at)),
        id=name,
        fact=name,
        first_told=fact.first,
        told_since=fact.since,
        outcome=event.outcome.value if isinstance(event, ReportPublished) else "",
    )


def _areas(chosen: ChosenFacts) -> Iterator[str]:
    for slug, area in AREAS.items():
        if chosen.area in {"", slug} and chosen.region in {"", area.region}:
            yield slug


def _wanted(fact: Fact, asked: Asked, chosen: ChosenFacts) -> bool:
    event, until = fact.event, min(asked.as_at, chosen.until or asked.as_at)
    if event.on.earliest > until or (chosen.since and event.on.latest < chosen.since):
        return False
    found = event.outcome.value if isinstance(event, ReportPublished) else ""
    return (
        chosen.kind in {"", kinds.key(event)}
        and chosen.outcome in {"", found}
        and chosen.inspection in {"", event.inspection}
    )
