"""The parts of a report, told by their headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line


class Part(StrEnum):
    """A part of a report, by its heading."""

    COVER = "cover"
    OUTCOME = "Inspection outcome"
    INFORMATION = "Information about the local area partnership"
    LIKE = "What is it like to be a child or young person with SEND in this area?"
    EFFECTIVE = "What is the area partnership doing that is effective?"
    BETTER = "What does the area partnership need to do better?"
    PRIORITY = "Areas for priority action"
    IMPROVEMENT = "Areas for improvement"
    DETAILS = "Local area partnership details"
    INSPECTION = "Information about this inspection"
    TEAM = "Inspection team"
    END = "what is printed under every report"


#: Headings that are a line by themselves, in small letters without what ends them.
_WHOLE = {
    "inspection outcome": Part.OUTCOME,
    "information about the local area partnership": Part.INFORMATION,
    "information about the local area": Part.INFORMATION,
    "areas for priority action": Part.PRIORITY,
    "area for priority action": Part.PRIORITY,
    "areas for improvement": Part.IMPROVEMENT,
    "area for improvement": Part.IMPROVEMENT,
    "local area partnership details": Part.DETAILS,
    "local area details": Part.DETAILS,
    "information about this inspection": Part.INSPECTION,
    "inspection team": Part.TEAM,
}
#: Questions, which may be worded a little otherwise and go on in the next line.
_QUESTIONS = (
    (re.compile(r"What is it like to be a child or young person\b"), Part.LIKE),
    (re.compile(r"What is the (?:local )?area(?: partnership)? doing\b"), Part.EFFECTIVE),
    (re.compile(r"What does the (?:local )?area(?: partnership)? need to do\b"), Part.BETTER),
)
_END = re.compile(
    r"If you are not happy with|The Office for Standards in Education|The Care Quality Commission "
    r"\(CQC\) is|You (?:can|may) (?:use|copy|reuse)|© Crown|Piccadilly Gate"
)
#: What the first letter of any heading is, and of any line that ends a report.
_FIRST_LETTERS = frozenset("AILPTWY©")
_LONGEST = 100
#: A question ends within so many lines.
_LINES = 3


@dataclass(frozen=True)
class Sections:
    """The lines of each part, and the line of each heading, the first where it stands twice."""

    lines: Mapping[Part, Sequence[Line]]
    headings: Mapping[Part, Line]

    def of(self, part: Part) -> Sequence[Line]:
        """Return the lines under a heading."""
        return self.lines.get(part, ())


def sections(letter: Letter) -> Sections:
    """Return the parts of a report."""
    lines: dict[Part, list[Line]] = {}
    headings: dict[Part, Line] = {}
    part, rest = Part.COVER, 0
    whole = [line for number in range(1, letter.count + 1) for line in letter.body(number)]
    for at, line in enumerate(whole):
        if rest:
            rest -= 1
            continue
        found = heading_of(line.text)
        if found and not (part is Part.END and found is not Part.END):
            part, rest = found, _going_on(line, whole[at : at + _LINES])
            headings.setdefault(part, line)
            continue
        lines.setdefault(part, []).append(line)
    return Sections(lines, headings)


def heading(line: Line) -> Part | None:
    """Return the part that a line begins, if it is a heading."""
    return heading_of(line.text)


def heading_of(text: str) -> Part | None:
    """Return the part that words head, if they are a heading."""
    if text[:1] not in _FIRST_LETTERS:
        return None  # a sentence may go on with the same words in a line of its own
    if _END.match(text):
        return Part.END
    if len(text) > _LONGEST:
        return None
    if whole := _WHOLE.get(text.casefold().rstrip(" .:")):
        return whole
    if text.startswith("What "):
        return next((part for question, part in _QUESTIONS if question.match(text)), None)
    return None


def _going_on(line: Line, following: Sequence[Line]) -> int:
    """Return over how many more lines a heading goes that asks a question."""
    if not line.text.startswith("What "):
        return 0
    ends = (at for at, one in enumerate(following) if one.text.endswith("?"))
    return next(ends, 0)
