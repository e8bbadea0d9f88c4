"""Where an area stands, in a few sentences, true to what is held and no further."""

from collections.abc import Iterator
from datetime import date

from areasend.answers import interventions, since_2023, until_2022
from areasend.answers.context import too_small
from areasend.domain.areas import AREAS, Area
from areasend.domain.clocks import Deadline
from areasend.domain.duties import deadlines
from areasend.domain.events import Framework
from areasend.domain.history import History, Inspection
from areasend.domain.rulebooks.reading import rulebook

LIMITS = (
    "Our record holds inspection reports published to 29 June 2026; "
    "of what followed them, only what we found."
)
SMALL = "We show no figures because so few children live here."
_SINCE_2023 = rulebook(Framework.AREA_SEND_2023)["next_inspection_after_other"].values[0].since
NO_REPORT = "We hold no inspection report under the 2023 framework"


def sentence(area: Area, held: History, before: list[History], *, as_at: date) -> str:
    """Return where an area stands on a day, from its own history and those it came from."""
    own = list(_own(held, as_at)) or list(_none(area, before, as_at))
    small = [SMALL] if too_small(area.slug) else []
    return " ".join([*own, *interventions.sentences(held), *small, LIMITS])


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
        yield f"{NO_REPORT}, whose cycle is planned to end in December 2027."
    yield from _promised(duties)


def _promised(duties: list[Deadline]) -> Iterator[str]:
    for one in duties:
        if one.duty == "Inspect an area that was never re-visited" and not one.fulfilment:
            yield (
                "Ministers said that areas never re-visited would be inspected by the end of 2025."
            )


def _none(area: Area, before: list[History], as_at: date) -> Iterator[str]:
    form = " in its present form" if area.predecessors and area.exists(as_at) else ""
    yield f"We hold no inspection of {area.name}{form}."
    for held in before:
        for one in held.inspections:
            words = " ".join(_of(one))
            yield f"As {AREAS[held.area].name}: {words[0].lower()}{words[1:]}"


def _of(one: Inspection) -> Iterator[str]:
    if one.framework is Framework.AREA_SEND_2023:
        yield since_2023.found(one)
    else:
        yield from until_2022.sentences(one)
