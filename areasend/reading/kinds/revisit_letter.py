"""A letter on a re-visit, 2018 to 2022: “Joint area SEND revisit in …”, a verdict a weakness."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from areasend.domain.events import Step, StepKind
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds.unseen import Paper, field, front, number, paper, proposal, titled
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.printed_dates import spans
from areasend.reading.letters.wording import mark_of
from areasend.reading.proposals import Doubt, Field, Proposal, Reading

KIND = "revisit-letter"
SAYS = "letters on the re-visits of 2018 to 2022 (.pdf)"
TITLE = re.compile(
    r"joint (?:local )?area SEND (?:re-?visit|re-?inspection) (?:in|of|to)\b\s*", re.IGNORECASE
)
VISITED = re.compile(
    r"\bBetween .{0,80}?20\d\d\b(?=,? (?!and |to )[a-z].{0,120}?\bre-?visited\b)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"(?:written statement of action|report letter)\b.{0,40}?\b(?:issued|published) on"
    r" (.{6,24}20\d\d)",
    re.IGNORECASE,
)
_FIT = re.compile(r"(?:declared|deemed) fit for purpose on (.{6,24}20\d\d)", re.IGNORECASE)
_WEAK = r"(?:areas? of )?(?:significant|serious) (?:areas? of )?(?:weakness(?:es)?|concern)"
_WORD = r"([a-z]+|\d{1,2})"
_PART = re.compile(
    rf"has made sufficient progress in addressing {_WORD} of the {_WORD} {_WEAK}", re.IGNORECASE
)
_ALL = re.compile(
    r"(?:has|have) made sufficient progress in addressing (?:all (?:of )?)?(?:the )?"
    rf"{_WORD}?\s?{_WEAK}",
    re.IGNORECASE,
)
_NOT_ANY = re.compile(
    rf"(?:has|have) not made sufficient progress in addressing any of the (?:{_WORD} )?{_WEAK}",
    re.IGNORECASE,
)
_NOT_EACH = re.compile(r"have not made sufficient progress to improve each of the", re.IGNORECASE)
_JUDGED = re.compile(
    r"(?:area|leaders|partnership) (?:has|have) (not )?made sufficient progress"
    r" (?:in addressing|to (?:improve|address))(?: this| the| each)?.{0,30}?\b(?:area|weakness)",
    re.IGNORECASE,
)
_FINDINGS = re.compile(r"main findings", re.IGNORECASE)


def recognises(letter: Letter) -> bool:
    """Return whether a title of such a letter stands on the first page."""
    return titled(letter, TITLE)


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:  # noqa: ARG001  one a lifetime
    """Return what the letter says, weakness by weakness and as a whole."""
    read = paper(letter, TITLE, VISITED)
    judged = list(_judged(read))
    sufficient, of, said, doubts = _overall(read)
    doubts = [*doubts, *_miscounted(judged, sufficient, of)]
    fields = (
        *front(read, "revisit_dates"),
        _day(read, "statement_issued_on", _ISSUED),
        _day(read, "statement_fit_on", _FIT),
        _verdict(sufficient, of, said, doubts),
        field("sufficient", sufficient, "the sentence on all weaknesses", said, *doubts),
        field("of", of, "the sentence on all weaknesses", said, *doubts),
        field(
            "judgements",
            [value for value, _ in judged] or None,
            "each weakness and the sentence that closes it",
            [line for _, lines in judged for line in lines],
        ),
    )
    title = f"Joint area SEND revisit in {read.area.name if read.area else read.named}"
    whole = [Doubt(f"page {number_}", says) for number_, says in letter.troubles.items() if says]
    return Reading(KIND, title, tuple(_events(read, title)), tuple(whole), fields, letter.sha256)


def _overall(read: Paper) -> tuple[int | None, int | None, Sequence[Line], list[str]]:
    """Return how many of how many weaknesses saw enough progress, as one sentence says."""
    if (found := read.said(_PART))[0]:
        return number(found[0][1]), number(found[0][2]), found[1], []
    if (found := read.said(_NOT_ANY))[0]:
        return 0, number(found[0][1]) if found[0][1] else None, found[1], []
    if (found := read.said(_NOT_EACH))[0]:
        return None, None, found[1], ["“Not each” means some, and does not say how many."]
    if (found := read.said(_ALL))[0]:
        count = number(found[0][1]) if found[0][1] else None
        return count, count, found[1], []
    return None, None, (), ["No sentence on all of the weaknesses was understood."]


def _verdict(
    sufficient: int | None, of: int | None, said: Sequence[Line], doubts: Sequence[str]
) -> Field:
    value = None
    if sufficient == 0:
        value = "none"
    elif sufficient is not None and of is not None:
        value = "all" if sufficient == of else "some"
    elif said:
        value = "some" if any("Not each" in one for one in doubts) else "all"
    return field("verdict", value, "the sentence on all weaknesses", said, *doubts)


def _miscounted(
    judged: Sequence[tuple[dict[str, Any], Sequence[Line]]], sufficient: int | None, of: int | None
) -> Iterator[str]:
    enough = sum(value["sufficient"] for value, _ in judged)
    if judged and of is not None and len(judged) != of:
        yield f"The sentence counts {of} weaknesses, the findings {len(judged)}."
    if judged and sufficient is not None and enough != sufficient:
        yield f"The sentence counts {sufficient} with enough progress, the findings {enough}."


def _judged(read: Paper) -> Iterator[tuple[dict[str, Any], Sequence[Line]]]:
    """Return each weakness, a point, with its judgement, the sentence that closes it."""
    point: list[Line] = []
    begun = False
    for held in read.words.paragraphs(read.lines):
        said = read.words.joined(held).text
        begun = begun or bool(_FINDINGS.fullmatch(said))
        if not begun:
            continue
        if mark_of(held[0]) and not point:
            point = list(held)
        if (found := _JUDGED.search(said)) and point:
            value = {
                "page": point[0].page,
                "text": read.words.joined(point).text,
                "sufficient": not found[1],
            }
            yield value, [*point, *held]
            point = []


def _day(read: Paper, name: str, pattern: re.Pattern[str]) -> Field:
    found, lines = read.said(pattern)
    days = list(spans(found[1])) if found else []
    value = days[0].start.isoformat() if len(days) == 1 else None
    return field(name, value, "the sentence on the statement", lines)


def _events(read: Paper, title: str) -> Iterator[Proposal]:
    if not read.area or not read.visited:
        return
    facts = {"inspection": f"{read.area.slug}/2016/1", "title": title}
    place = "the sentence on the visit"
    begun = {**facts, "step": StepKind.REVISIT_STARTED}
    ended = {**facts, "step": StepKind.REVISIT_ENDED}
    yield proposal(read, begun, Step, read.visited.start, place)
    yield proposal(read, ended, Step, read.visited.end, place)
