"""Every answer that is asked as at a day, and how tests ask it: whoever adds one adds it here.

`test_every_answer` fails until an answer stands in one of the two tables. What is proved of all of
them, as at a day and as known at a moment, is proved of the new one too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import cycle

from areasend.answers.areas import AreaStory, area_story
from areasend.answers.asked import Asked
from areasend.answers.context import context
from areasend.answers.due import due
from areasend.answers.figures import figure
from areasend.answers.national import national_picture
from areasend.answers.statements import statements
from areasend.answers.where import where
from areasend.answers.working import working
from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.periods import Period

_PERIOD = Period.read("70 working days")


def _rules(asked: Asked) -> list[Counting]:
    """Return counting rules that look at nothing after the as-at day."""
    day = asked.as_at
    return [
        Counting(as_at=day),
        Counting(as_at=day, areas=Areas.ABOLISHED_TOO),
        Counting(as_at=day, by=By.BOTH, published_to=day),
    ]


#: By module and function: the answers that it gives on some areas, and on the nation.
ANSWERS: dict[str, Callable[[Asked, Sequence[str]], Iterable[object]]] = {
    "areas.area_story": lambda asked, areas: (area_story(AREAS[one], asked) for one in areas),
    "context.context": lambda asked, areas: (context(one, as_at=asked.as_at) for one in areas),
    "due.due": lambda asked, _: (due(asked),),
    "figures.figure": lambda asked, _: (
        figure(name, rule, asked)
        for name, rule in zip(MEASURES, cycle(_rules(asked)), strict=False)
    ),
    "national.national_picture": lambda asked, _: (national_picture(asked),),
    "statements.statements": lambda asked, _: (statements(asked),),
    "where.where": lambda asked, _: (where(asked),),
    "working.working": lambda asked, _: (working(_PERIOD, start=asked.as_at, as_at=asked.as_at),),
}

#: What asks for a day too but is only a part of an answer, by the answer that shows it.
PARTS = {
    "carrying.carried_to": "areas.area_story",
    "carrying.carriers": "areas.area_story",
    "official.official_counting": "figures.figure",
    "official.official_release": "figures.figure",
    "standing.sentence": "areas.area_story",
}

#: The answers that read nothing of the ledger.
OF_THE_BUILD = {"context.context", "working.working"}


def ask(asked: Asked, areas: Sequence[str] = tuple(AREAS)) -> dict[str, tuple[object, ...]]:
    """Return all the answers of two days, on the nation and on some areas."""
    return {name: tuple(answers(asked, areas)) for name, answers in ANSWERS.items()}


def sure(answers: dict[str, tuple[object, ...]]) -> dict[str, tuple[object, ...]]:
    """Return answers without what they list as perhaps so."""
    return {name: tuple(map(_sure, given)) for name, given in answers.items()}


def perhaps(answers: dict[str, tuple[object, ...]]) -> set[tuple[str, int, object]]:
    """Return what answers list as perhaps so, each with its place."""
    return {
        (name, place, one)
        for name, given in answers.items()
        for place, answer in enumerate(given)
        for one in _perhaps(answer)
    }


def _sure(answer: object) -> object:
    if isinstance(answer, AreaStory):
        return replace(answer, lines=tuple(one for one in answer.lines if not one.perhaps))
    return replace(answer, perhaps=()) if hasattr(answer, "perhaps") else answer


def _perhaps(answer: object) -> Iterable[object]:
    if isinstance(answer, AreaStory):
        return [one for one in answer.lines if one.perhaps]
    return getattr(answer, "perhaps", ())
