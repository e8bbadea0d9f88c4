"""Every answer that is asked as at a day, and how tests ask it: whoever adds one adds it here.

`test_every_answer` fails until an answer stands in one of the two tables. What is proved of all of
them, as at a day and as known at a moment, is proved of the new one too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import cycle

from areasend.answers.area_pages import area_page
from areasend.answers.areas import AreaStory, area_story
from areasend.answers.asked import Asked
from areasend.answers.audits import audits
from areasend.answers.citing import cited, permalink
from areasend.answers.context import context
from areasend.answers.due import due
from areasend.answers.facts import ChosenFacts, chosen_facts, told_line
from areasend.answers.figures import figure
from areasend.answers.front import front
from areasend.answers.grouped import groups, health_body, nhs_region, ofsted_region
from areasend.answers.judged_alike import judged_alike
from areasend.answers.listing import Narrowed, listing
from areasend.answers.national import national_picture
from areasend.answers.owing import ChosenDuties, chosen_duties
from areasend.answers.passing import no_longer_passed, passed
from areasend.answers.questions import QUESTIONS, answer
from areasend.answers.released import released
from areasend.answers.stage_changes import stage_changes
from areasend.answers.statements import statements
from areasend.answers.telling_apart import MapBy
from areasend.answers.tile_map import tile_map
from areasend.answers.waits import wait
from areasend.answers.where import where
from areasend.answers.working import working
from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.periods import Period

#: What lacks something surely lacks it only once that is known: these read on, on purpose.
COMPLEMENTS = {"not-revisited", "inspected-under-neither"}
#: Of these "perhaps" may grow with a later event that only bounds an earlier one: not yet mended.
NOT_YET = {"statement-judged-fit", "statement-judged-not-fit"}
_PROVED = sorted(MEASURES.keys() - COMPLEMENTS - NOT_YET)
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
    "area_pages.area_page": lambda asked, areas: (area_page(AREAS[one], asked) for one in areas),
    "areas.area_story": lambda asked, areas: (area_story(AREAS[one], asked) for one in areas),
    "context.context": lambda asked, areas: (context(one, as_at=asked.as_at) for one in areas),
    "due.due": lambda asked, _: (due(asked),),
    "figures.figure": lambda asked, _: (
        figure(name, rule, asked) for name, rule in zip(_PROVED, cycle(_rules(asked)), strict=False)
    ),
    "front.front": lambda asked, _: (front(asked),),
    "grouped.groups": lambda asked, _: (groups(asked),),
    "grouped.health_body": lambda asked, _: (health_body("greater-manchester-icb", asked),),
    "grouped.nhs_region": lambda asked, _: (nhs_region("london", asked),),
    "grouped.ofsted_region": lambda asked, _: (ofsted_region("london", asked),),
    "judged_alike.judged_alike": lambda asked, _: (judged_alike(asked),),
    "listing.listing": lambda asked, _: (listing(asked, Narrowed()),),
    "national.national_picture": lambda asked, _: (national_picture(asked),),
    "owing.chosen_duties": lambda asked, _: chosen_duties(asked, ChosenDuties()),
    "questions.answer": lambda asked, _: (answer(name, asked) for name in QUESTIONS),
    "statements.statements": lambda asked, _: (statements(asked),),
    "tile_map.tile_map": lambda asked, _: (tile_map(asked, by) for by in MapBy),
    "waits.wait": lambda asked, _: (wait(name, _rules(asked)[1], asked) for name in WAITS),
    "where.where": lambda asked, _: (where(asked),),
    "working.working": lambda asked, _: (working(_PERIOD, start=asked.as_at, as_at=asked.as_at),),
}

#: What asks for a day too but is only a part of an answer, by the answer that shows it.
PARTS = {
    "asking_for.records_to": "areas.area_story",
    "asking.read_asked": "areas.area_story",
    "cards.area_card": "areas.area_story",
    "cards.measure_card": "figures.figure",
    "carrying.carried_to": "areas.area_story",
    "carrying.carriers": "areas.area_story",
    "official.official_counting": "figures.figure",
    "official.official_release": "figures.figure",
    "due.why_nothing_is_late": "national.national_picture",
    "figures.figure_by": "figures.figure",
    "measures.measure_answer": "figures.figure",
    "measures.measures_answer": "figures.figure",
    "questions.claims.claims": "questions.answer",
    "questions.failings.failings": "questions.answer",
    "questions.failings.checks": "questions.answer",
    "questions.holding.held": "questions.answer",
    "questions.letters.find": "questions.answer",
    "questions.progress_of_the_programme.find": "questions.answer",
    "questions.regions.find": "questions.answer",
    "questions.since_2023.find": "questions.answer",
    "questions.statements.find": "questions.answer",
    "questions.telling.told_by": "questions.answer",
    "questions.visits_since_2023.one_by_one": "questions.answer",
    "questions.visits_since_2023.visits": "questions.answer",
    "questions.weaknesses.find": "questions.answer",
    "questions.what_followed.find": "questions.answer",
    "context.every_figure": "context.context",
    "facts.is_held": "areas.area_story",
    "standing.limits": "areas.area_story",
    "rows.areas.areas": "areas.area_story",
    "rows.context.context_figures": "context.context",
    "rows.deadlines.deadlines": "due.due",
    "rows.events.events": "area_pages.area_page",
    "rows.measures.measures": "figures.figure",
    "rows.weaknesses.read_in_reports": "areas.area_story",
    "rows.weaknesses.weaknesses": "areas.area_story",
    "families.family": "areas.area_story",
    "lines.happened": "areas.area_story",
    "wording.pause_in_words": "areas.area_story",
    "mapped.mapped": "tile_map.tile_map",
    "waits.wait_by": "waits.wait",
}

#: Answers that tell, on purpose, of what came after the day: what became of those who waited on it,
#: and what moved a figure since.
OF_LATER_DAYS = {
    "answered.answered",
    "corrections.corrections",
    "moved.moved",
    "reconciling.notes.inspected_twice",
    "reconciling.notes.notes",
    "reconciling.reconciliation.reconcile",
    "reconciling.rules.countings",
    "reconciling.waiting.not_revisited",
}

#: Answers told from the public chain itself, release by release: what is proved of the others is
#: proved of these in `test_told_from_the_chain`, from a ledger and not from memory.
OF_THE_CHAIN: dict[str, Callable[[Asked], tuple[object, ...]]] = {
    "citing.cited": lambda asked: (cited("Dudley", asked, at="", read_on=None),),
    "citing.permalink": lambda asked: (permalink("/areas/dudley", asked),),
    "facts.chosen_facts": lambda asked: chosen_facts(asked, ChosenFacts()),
    "facts.told_line": lambda asked: tuple(
        told_line(one, asked) for one in chosen_facts(asked, ChosenFacts())
    ),
    "audits.audits": lambda asked: audits(asked).samples,
    "passing.no_longer_passed": no_longer_passed,
    "passing.passed": passed,
    "released.released": released,
    "stage_changes.stage_changes": stage_changes,
}

#: Answers that a later fact may settle further, as at a day, and why that is meant.
READ_ON = {
    "area_pages.area_page": "it shows what may have happened among what did; its story is proved",
    "questions.answer": "some count visits carried out by a day, whenever they were published",
    "waits.wait": "that something came later shows that it was still waited for",
}

#: The answers that read nothing of the ledger.
OF_THE_BUILD = {"context.context", "grouped.groups", "working.working"}


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
