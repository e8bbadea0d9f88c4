"""A letter on a full inspection until 2022: “Joint (local) area SEND inspection in …”."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from areasend.domain.events import Framework, InspectionStarted, Step, StepKind
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import plan_judgement
from areasend.reading.kinds.unseen import Paper, field, front, listed, paper, proposal, titled
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.wording import mark_of
from areasend.reading.proposals import Doubt, Field, Proposal, Reading

KIND = "outcome-letter-2016"
SAYS = "letters on the inspections of 2016 to 2022 (.pdf)"
TITLE = re.compile(r"joint (?:local )?area SEND inspection (?:in|of)\b\s*", re.IGNORECASE)
VISITED = re.compile(
    r"\bBetween .{0,80}?20\d\d\b(?=,? (?!and |to )[a-z].{0,160}?\bconducted a joint inspection\b)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\bdetermined that a written statement of action (?:is|was) required\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"\bdetermined that a written statement of action (?:is|was) not required\b", re.IGNORECASE
)
_JOINTLY = re.compile(
    r"local authority and .{0,60}?clinical commissioning groups?.{0,12}? (?:is|are) jointly"
    r" responsible",
    re.IGNORECASE,
)
_LIST = re.compile(r"following areas? of significant (?:weakness|concern)", re.IGNORECASE)
_ENDS = re.compile(r"Yours (?:sincerely|faithfully)", re.IGNORECASE)
_BLOCK = re.compile(
    r"The effectiveness of the local area in (identifying|assessing and meeting|meeting|improving)",
    re.IGNORECASE,
)
_STRENGTHS = re.compile(r"strengths?$", re.IGNORECASE)
_DEVELOP = re.compile(r"areas for (?:development|improvement)$", re.IGNORECASE)
_WHOLE = "Yours"


def recognises(letter: Letter) -> bool:
    """Return whether a title of such a letter stands on the first page, and it judges no plan."""
    return titled(letter, TITLE) and not plan_judgement.recognises(letter)


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:  # noqa: ARG001  one a lifetime
    """Return what the letter says. Without the sentence on a statement, none was required."""
    read = paper(letter, TITLE, VISITED)
    required, lines = read.said(_REQUIRED)
    denied, _ = read.said(_DENIED)
    weaknesses = listed(read, _LIST, _ENDS)
    fields = (
        *front(read, "cover_dates"),
        _statement(bool(required) and not denied, lines, weaknesses, read),
        field(
            "jointly_responsible",
            bool(read.said(_JOINTLY)[0]) if required else None,
            "the sentence on who must write it",
            read.said(_JOINTLY)[1],
            *(() if required else ("No statement was required.",)),
        ),
        _weaknesses(read, weaknesses, required=bool(required)),
        *_findings(read),
    )
    title = f"Joint area SEND inspection in {read.area.name if read.area else read.named}"
    whole = [Doubt(f"page {number}", says) for number, says in letter.troubles.items() if says]
    return Reading(KIND, title, tuple(_events(read, title)), tuple(whole), fields, letter.sha256)


def _statement(
    required: bool, lines: Sequence[Line], weaknesses: Sequence[object], read: Paper
) -> Field:
    """Return whether a statement is required: only a letter that is whole can be silent on it."""
    found = "the sentence in which HMCI determines it, or its absence"
    if required:
        none = (
            () if weaknesses else ("A statement is required, but no list of weaknesses was found.",)
        )
        return field("statement_required", True, found, lines, *none)
    if weaknesses:
        says = "There is a list of weaknesses, but no sentence that requires a statement."
        return field("statement_required", None, found, (), says)
    if not any(_ENDS.match(line.text) for line in read.lines):
        says = "The letter does not end with “Yours sincerely”: a part of it may be missing."
        return field("statement_required", None, found, (), says)
    return field("statement_required", False, found, (), "The letter says nothing of a statement.")


def _weaknesses(read: Paper, points: Sequence[Sequence[Line]], *, required: bool) -> Field:
    found = "the list after “areas of significant weakness”"
    values = [_point(read, one) for one in points]
    lines = [line for one in points for line in one]
    if not values:
        why = "No list was found." if required else "No statement was required."
        return field("weaknesses", None, found, (), why)
    odd = [
        f"Point {at} begins with “and”: it may belong to the one before."
        for at, one in enumerate(values, 1)
        if one["text"].startswith("and ")
    ]
    return field("weaknesses", values, found, lines, *odd)


def _point(read: Paper, lines: Sequence[Line]) -> dict[str, Any]:
    said = read.words.joined(lines)
    sub = said.sub_bullets - bool(mark_of(lines[0]))
    return {"page": lines[0].page, "sub_bullets": sub, "text": said.text.rstrip(" ;")}


def _findings(read: Paper) -> Iterator[Field]:
    """Return the points of the three blocks, as strengths and as needs."""
    held: dict[str, list[list[Line]]] = {"strengths": [], "needs": []}
    under = ""
    for one in read.words.paragraphs(read.lines):
        said = read.words.joined(one).text
        if _STRENGTHS.fullmatch(said):
            under = "strengths"
        elif _DEVELOP.fullmatch(said):
            under = "needs"
        elif _BLOCK.match(said) or said.startswith(_WHOLE) or _LIST.search(said):
            under = ""
        elif under and mark_of(one[0]):
            held[under].append(list(one))
        elif under and held[under] and said[:1].islower():
            held[under][-1] += one
    for name, points in held.items():
        values = [_point(read, one) for one in points] or None
        lines = [line for one in points for line in one]
        yield field(name, values, "the points of the three blocks", lines)


def _events(read: Paper, title: str) -> Iterator[Proposal]:
    if not read.area or not read.visited:
        return
    facts = {"inspection": f"{read.area.slug}/2016/1", "title": title}
    place = "the sentence on the visit"
    yield proposal(
        read,
        {**facts, "framework": Framework.LASEND_2016},
        InspectionStarted,
        read.visited.start,
        place,
    )
    yield proposal(read, {**facts, "step": StepKind.FIELDWORK_ENDED}, Step, read.visited.end, place)
