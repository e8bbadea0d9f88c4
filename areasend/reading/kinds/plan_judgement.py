"""A letter that judges a statement or plan of action fit for purpose, or not."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from areasend.domain.events import Plan, PlanJudged
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import addressed
from areasend.reading.kinds.unseen import Paper, field, proposal
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.printed_dates import spans
from areasend.reading.proposals import Field, Proposal, Reading

KIND = "plan-judgement"
SAYS = "letters that judge a statement or plan fit for purpose (.pdf)"
_MOST_PAGES = 8
_TITLE = re.compile(
    r"statement of action|priority (?:action|impact)|SEND inspection", re.IGNORECASE
)
#: The verdict, with what denies it before it or in it.
_VERDICT = re.compile(
    r"\b(?:deem|declare|judge|consider)\w*\b[^.]{0,60}?\bfit for purpose\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no longer|unfit)\b", re.IGNORECASE)
_STATEMENT = re.compile(r"\bstatement of action\b", re.IGNORECASE)
_PRIORITY = re.compile(r"\bpriority (?:action|impact) plan\b", re.IGNORECASE)
_ACCELERATED = re.compile(r"\baccelerated progress plan\b", re.IGNORECASE)
#: What a letter on an inspection or a re-visit says, which may tell of a judgement too.
_VISITED = re.compile(r"conducted a joint inspection|\bre-?visited\b", re.IGNORECASE)
_DEAR = re.compile(r"\bDear\b|\bYours (?:sincerely|faithfully)\b")
_PUBLISHED = re.compile(
    r"report(?: letter)?,? [^.]{0,60}?published on (.{6,24}20\d\d)", re.IGNORECASE
)
_FRAMEWORKS = {Plan.STATEMENT: "2016", Plan.PRIORITY_ACTION: "2023"}


def recognises(letter: Letter) -> bool:
    """Return whether it is a short letter that speaks of a plan and its fitness for purpose."""
    if letter.count > _MOST_PAGES:
        return False
    said = addressed.first_words(letter, pages=2)
    about = _STATEMENT.search(said) or _PRIORITY.search(said)
    other = _VISITED.search(said) or _ACCELERATED.search(said)
    return bool(about and _VERDICT.search(said) and _DEAR.search(said) and not other)


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:
    """Return what was judged, and how."""
    read = addressed.paper(letter, _TITLE)
    fit, lines, doubts = verdict(read)
    plan = _plan(read)
    day = field_of_day(read, "report_published_on", _PUBLISHED)
    fields = (
        *addressed.front(read),
        field("plan", plan.value if plan else None, "what the letter calls the plan", lines),
        field("fit", fit, "the sentence with “fit for purpose”", lines, *doubts),
        day,
    )
    title = f"Letter on the plan of {read.area.name if read.area else 'a local area'}"
    written = next(one.value for one in fields if one.name == "letter_date")
    events = tuple(_events(read, title, (plan, fit, written), held))
    return Reading(KIND, title, events, addressed.troubles(letter), fields, letter.sha256)


def verdict(read: Paper) -> tuple[bool | None, Sequence[Line], tuple[str, ...]]:
    """Return whether the plan was judged fit, where the letter says so, and any doubt."""
    said: list[tuple[bool, Sequence[Line]]] = []
    for held in read.words.paragraphs(read.lines):
        text = read.words.joined(held).text
        for found in _VERDICT.finditer(text):
            sentence = text[text.rfind(".", 0, found.start()) + 1 : found.end()]
            said.append((not _DENIED.search(sentence), held))
    verdicts = {fit for fit, _ in said}
    if len(verdicts) != 1:
        why = "It says both." if verdicts else "No sentence on “fit for purpose” was understood."
        return None, said[0][1] if said else (), (why,)
    return said[0][0], said[0][1], ()


def field_of_day(read: Paper, name: str, pattern: re.Pattern[str]) -> Field:
    """Return the one day that a sentence names, or that none was found."""
    found, lines = read.said(pattern)
    days = list(spans(found[1])) if found else []
    value = days[0].start.isoformat() if len(days) == 1 else None
    return field(name, value, "the sentence that names the day", lines)


def _plan(read: Paper) -> Plan | None:
    met = [
        plan
        for plan, pattern in ((Plan.STATEMENT, _STATEMENT), (Plan.PRIORITY_ACTION, _PRIORITY))
        if read.said(pattern)[0]
    ]
    return met[0] if len(met) == 1 else None


def _events(
    read: Paper, title: str, told: tuple[Plan | None, bool | None, str | None], held: Held
) -> Iterator[Proposal]:
    plan, fit, written = told
    if not read.area or plan is None or fit is None or not written:
        return
    framework = _FRAMEWORKS[plan]
    name = addressed.latest(read, framework, held) or f"{read.area.slug}/{framework}/1"
    facts = {"inspection": name, "title": title, "plan": plan, "fit": fit}
    yield proposal(read, facts, PlanJudged, date.fromisoformat(written), "the letter")
