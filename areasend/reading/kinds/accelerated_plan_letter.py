"""A letter of the Department for Education on an accelerated progress plan."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from areasend.domain.events import Plan, PlanJudged, Step, StepKind
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import addressed
from areasend.reading.kinds.plan_judgement import verdict
from areasend.reading.kinds.unseen import Paper, field, proposal
from areasend.reading.letters.letter import Letter
from areasend.reading.proposals import Field, Proposal, Reading

KIND = "accelerated-plan-letter"
SAYS = "letters on an accelerated progress plan (.pdf)"
_MOST_PAGES = 8
_TITLE = re.compile(r"accelerated progress plan|\bAPP\b", re.IGNORECASE)
_ABOUT = re.compile(r"\baccelerated (?:progress|action) plan\b", re.IGNORECASE)
_DEAR = re.compile(r"\bDear\b")
_MONTH = (
    r"((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" 20\d\d)"
)
_REVIEW = re.compile(
    rf"\b(six|twelve|6|12)[- ]months? review\b[^.]{{0,80}}?\b{_MONTH}", re.IGNORECASE
)
_MONTHS = {"six": 6, "twelve": 12, "6": 6, "12": 12}
_CEASED = re.compile(
    r"\bno longer (?:need|require)\w*\b[^.]{0,60}?\bformal monitoring\b"
    r"|\bformal (?:monitoring|support and challenge)\b[^.]{0,60}?\b(?:will|can) (?:now )?cease\b",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\bworkstreams?\b|\bthis (?:area|weakness)\b|\bin (?:this|that) area\b", re.IGNORECASE
)


def recognises(letter: Letter) -> bool:
    """Return whether it is a short letter that speaks of such a plan."""
    said = addressed.first_words(letter)
    short = letter.count <= _MOST_PAGES
    return bool(short and _ABOUT.search(said) and _DEAR.search(said))


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:
    """Return whether the plan was judged fit, when it is reviewed, and whether that has ended."""
    read = addressed.paper(letter, _TITLE)
    fit, lines, doubts = verdict(read)
    fields = (
        *addressed.front(read),
        field("fit", fit, "the sentence with “fit for purpose”", lines, *doubts),
        _review(read),
        _ceased(read),
    )
    title = (
        f"Letter on the accelerated progress plan of {read.area.name if read.area else 'an area'}"
    )
    values = {one.name: one.value for one in fields}
    events = tuple(_events(read, title, values, held))
    return Reading(KIND, title, events, addressed.troubles(letter), fields, letter.sha256)


def _review(read: Paper) -> Field:
    found, lines = read.said(_REVIEW)
    value = {"after_months": _MONTHS[found[1].casefold()], "in": found[2]} if found else None
    return field("review", value, "the sentence on the next review", lines)


def _ceased(read: Paper) -> Field:
    """Return whether formal monitoring has ended; of a part of the plan it is not the whole."""
    found, lines = read.said(_CEASED)
    said = read.words.joined(lines).text if found else ""
    if found and _IN_PART.search(said):
        why = "Monitoring seems to have ended for a part of the plan."
        return field("monitoring_ceased", None, "the sentence on monitoring", lines, why)
    return field("monitoring_ceased", bool(found), "the sentence on monitoring", lines)


def _events(read: Paper, title: str, values: dict[str, Any], held: Held) -> Iterator[Proposal]:
    if not read.area or not values["letter_date"]:
        return
    day = date.fromisoformat(values["letter_date"])
    name = addressed.latest(read, "2016", held) or f"{read.area.slug}/2016/1"
    facts = {"inspection": name, "title": title}
    if values["fit"] is not None:
        judged = {**facts, "plan": Plan.ACCELERATED_PROGRESS, "fit": values["fit"]}
        yield proposal(read, judged, PlanJudged, day, "the letter")
    if values["monitoring_ceased"]:
        yield proposal(read, {**facts, "step": StepKind.MONITORING_CEASED}, Step, day, "the letter")
