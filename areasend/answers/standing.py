"""Where an area stands, in a few sentences, true to what is held and no further."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers import interventions, since_2023, until_2022
from areasend.answers.asked import Asked
from areasend.answers.context import too_small
from areasend.answers.families import Family
from areasend.answers.wording import day_of
from areasend.domain.areas import AREAS
from areasend.domain.clocks import Deadline
from areasend.domain.coverage import complete_to
from areasend.domain.duties import deadlines
from areasend.domain.events import Framework
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import in_words
from areasend.domain.periods import FixedDay
from areasend.domain.rulebooks.reading import rulebook

SMALL = "We show no figures because so few children live here."
_RULES = rulebook(Framework.AREA_SEND_2023)
#: The framework took effect with the first of its rules.
_SINCE_2023 = min(value.since for rule in _RULES.values() for value in rule.values)
NO_REPORT = "We hold no inspection report under the 2023 framework"


@dataclass(frozen=True)
class Standing:
    """Where an area stands: the sentence that comes first, the others, and the record's limits."""

    first: str
    more: tuple[str, ...]
    limits: tuple[str, ...]

    def __str__(self) -> str:
        """Return all of it in one run of words."""
        return " ".join((self.first, *self.more, *self.limits))


def standing(known: Family) -> Standing:
    """Return where an area stands on a day, from its own history and those it came from."""
    as_at = known.asked.as_at
    own = list(_own(known.held, as_at)) or list(_none(known))
    first, *more = [*own, *interventions.sentences(known.held)]
    small = [SMALL] if too_small(known.area.slug) else []
    return Standing(first, tuple(more), (*small, limits(known.asked)))


def _own(held: History, as_at: date) -> Iterator[str]:
    if not held.inspections:
        return
    latest = held.inspections[-1]
    duties = [one for one in deadlines(held, as_at=as_at) if one.inspection == latest.name]
    if latest.framework is Framework.AREA_SEND_2023:
        yield from since_2023.sentences(latest, held.inspections[:-1], duties)
        return
    yield from until_2022.sentences(latest)
    if as_at >= _SINCE_2023 and AREAS[held.area].exists(as_at):
        yield f"{NO_REPORT}{_cycle(as_at)}."
    yield from _promised(duties)


def limits(asked: Asked) -> str:
    """Return how far the record reaches, for the end of every statement of where an area stands.

    It reaches no further than either of the two days that are asked for.
    """
    reports = complete_to("report-published")
    reach = ", as far as found"
    if reports:
        reach = f" published to {in_words(min(reports, asked.as_at, day_of(asked.known_at)))}"
    return f"Our record holds inspection reports{reach}; of what followed them, only what we found."


def _cycle(as_at: date) -> str:
    planned = _RULES["cycle_ends"].on(as_at)
    if planned is None or not isinstance(planned.period, FixedDay):
        return ""
    return f", whose cycle is planned to end in {planned.period.day:%B %Y}"


def _promised(duties: list[Deadline]) -> Iterator[str]:
    for one in duties:
        if one.key == "never_revisited_inspected" and not one.fulfilment:
            day = one.value.period
            yield f"Ministers said that areas never re-visited would be inspected {day}."


def _none(known: Family) -> Iterator[str]:
    area, as_at = known.area, known.asked.as_at
    if not known.announced:
        yield f"{area.name} had not been announced by {in_words(as_at)}: we tell nothing of it."
        return
    form = " in its present form" if area.predecessors and area.exists(as_at) else ""
    yield f"We hold no inspection of {area.name}{form}."
    for before in known.before:
        for one in known.known[before.slug].inspections:
            words = " ".join(_of(one))
            yield f"As {before.name}: {words[0].lower()}{words[1:]}"


def _of(one: Inspection) -> Iterator[str]:
    if one.framework is Framework.AREA_SEND_2023:
        yield since_2023.found(one)
    else:
        yield from until_2022.sentences(one)
