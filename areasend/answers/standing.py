"""Where an area stands, in a sentence or two, true to what is held and no further."""

from collections.abc import Iterator

from areasend.domain import kinds
from areasend.domain.areas import AREAS, Area
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import in_words

LIMITS = (
    "Our record holds the framework of 2016 to 2022, with letters published by 31 October 2022. "
    "It does not hold the framework of 2023 yet."
)


def sentence(area: Area, held: History, before: list[History]) -> str:
    """Return where an area stands, from its own history and those of the areas it came from."""
    own = [words for one in held.inspections for words in _inspection(one)]
    if not own:
        own = [f"We hold no inspection of {area.name} in its present form.", *_before(before)]
    return " ".join([*own, LIMITS])


def _before(histories: list[History]) -> Iterator[str]:
    for held in histories:
        for one in held.inspections:
            yield f"As {AREAS[held.area].name}: " + " ".join(_inspection(one))


def _inspection(one: Inspection) -> Iterator[str]:
    if one.framework is not Framework.LASEND_2016:
        return
    began = f"Inspected in {one.started.on.latest:%B %Y}" if one.started else "Inspected"
    yield f"{began}{_report(one)}."
    if one.revisited:
        started = one.first(StepKind.REVISIT_STARTED)
        when = f"in {started.on.latest:%B %Y} " if started else ""
        yield f"A re-visit {when}found {kinds.progress(one.revisited)}."
    elif one.report and one.report.outcome is Outcome.STATEMENT_REQUIRED:
        yield "We hold no re-visit."


def _report(one: Inspection) -> str:
    if one.report is None:
        return "; we hold no report yet"
    days = one.report.on
    when = f" (report {in_words(days.latest)})" if days.is_day else f" (report {days})"
    if one.report.outcome is Outcome.NO_STATEMENT_REQUIRED:
        return f"{when}: no written statement of action was required"
    number = one.report.weaknesses
    noun = "weakness" if number == 1 else "weaknesses"
    count = f", for {number} significant {noun}" if number else ""
    return f"{when}: a written statement of action was required{count}"
