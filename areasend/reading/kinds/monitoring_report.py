"""A report of a monitoring inspection, since 2025: effective action or not, action by action."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from areasend.domain.events import Step, StepKind
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds.unseen import Paper, field, front, paper, proposal, titled
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.proposals import Doubt, Field, Proposal, Reading

KIND = "monitoring-report"
SAYS = "reports of monitoring inspections since 2025 (.pdf)"
TITLE = re.compile(r"area SEND monitoring inspection (?:report )?(?:of|in)\b\s*", re.IGNORECASE)
VISITED = re.compile(r"(?:monitoring )?inspection dates?:?.{0,60}?20\d\d", re.IGNORECASE)
_JUDGED = re.compile(
    r"(?:partnership|leaders|area) (?:has|have) (not )?taken effective action to address (?!each)"
    r"(?:this|the(?: \w+)?) (?:area|priority)",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    r"(?:has|have) (not )?taken effective action (?:in relation to|to address|on) "
    r"(?:each|all|any) of the",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:area for )?priority action (\d{1,2})\b\W*(.*)", re.IGNORECASE)


def recognises(letter: Letter) -> bool:
    """Return whether a title of such a report stands on the first page."""
    return titled(letter, TITLE)


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:
    """Return what the report says, priority action by priority action and as a whole."""
    read = paper(letter, TITLE, VISITED)
    judged = list(_judged(read))
    overall, lines = read.said(_OVERALL)
    effective = not overall[1] if overall else None
    fields = (
        *front(read, "cover_dates"),
        field(
            "effective",
            effective,
            "the sentence on all areas for priority action",
            lines,
            *_at_odds(judged, effective),
        ),
        _judgements(judged),
    )
    title = f"Area SEND monitoring inspection of {read.area.name if read.area else read.named}"
    whole = [Doubt(f"page {number}", says) for number, says in letter.troubles.items() if says]
    events = tuple(_events(read, title, held))
    return Reading(KIND, title, events, tuple(whole), fields, letter.sha256)


def _judged(read: Paper) -> Iterator[tuple[dict[str, Any], Sequence[Line]]]:
    """Return each area for priority action, by its number, with the sentence that judges it."""
    heading: tuple[int, str, Sequence[Line]] | None = None
    for held in read.words.paragraphs(read.lines):
        said = read.words.joined(held).text
        if found := _ACTION.match(said):
            heading = (int(found[1]), found[2], held)
        if heading and (met := _JUDGED.search(said)):
            number, text, lines = heading
            value = {"number": number, "page": lines[0].page, "text": text, "effective": not met[1]}
            yield value, [*lines, *(held if held is not lines else ())]
            heading = None


def _judgements(judged: Sequence[tuple[dict[str, Any], Sequence[Line]]]) -> Field:
    values = [value for value, _ in judged]
    numbers = [value["number"] for value in values]
    gaps = () if numbers == list(range(1, len(numbers) + 1)) else ("A number is missing.",)
    lines = [line for _, held in judged for line in held]
    return field("judgements", values or None, "each action and the sentence on it", lines, *gaps)


def _at_odds(
    judged: Sequence[tuple[dict[str, Any], Sequence[Line]]], effective: bool | None
) -> Iterator[str]:
    if effective is None:
        yield "No sentence on all areas for priority action was understood."
    elif effective and not all(value["effective"] for value, _ in judged):
        yield "The sentence says that action was effective on all, a section that it was not."


def _events(read: Paper, title: str, held: Held) -> Iterator[Proposal]:
    """Return that inspectors came, where the inspection that they monitor is held."""
    if not read.area or not read.visited or not held.get(read.area.slug):
        return
    known = [one for one in held[read.area.slug] if "/2023/" in one[0]]
    if not known:
        return
    name = max(known, key=lambda one: one[1])[0]
    facts = {"inspection": name, "title": title, "step": StepKind.MONITORING_INSPECTION_STARTED}
    yield proposal(read, facts, Step, read.visited.start, "the cover")
