"""Who answers for the area, and who inspected it. Names stay between reader and checker."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from areasend.reading.kinds.area_send_report.sections import Part, Sections
from areasend.reading.kinds.area_send_report.tables import Found
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Field

_BOARD = re.compile(
    r"(?:(?<=Integrated Care Board)|(?<=integrated care board)|(?<=\bICB))(?=\s?[,;&]|\s+(?!\())"
)
_JOIN = re.compile(r"^\s*(?:(?:,|;|&|and\b)\s*)*|\s+$")
_COUNCILS = re.compile(r"(?<=Council) and (?=.*(?:Council|Borough)$)")
_TITLE = re.compile(r"(Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev)\.?\s+")
_ROLE = re.compile(
    r"(?:\bHMI\b|\bSHMI\b|\bOfsted\b|\bCQC\b|\bCare Quality Commission\b|\b[Ll]ead\b|\bHis Majesty"
    r"|\bHer Majesty|\bInspector\b|\binspector\b|\bSocial Care\b|\bSenior\b"
    r"|\bChildren.s Services\b)"
)
_NAME = re.compile(r"[^\W\d_][\w’'.\-]*(?: [^\W\d_(][\w’'.\-]*){1,4}")
#: What a line has that is no part of a body's name.
_NO_NAME = re.compile(
    r"www\.|https?:|@|\b(?:director|chief|officer|executive|interim|lead|street|road|house)\b",
    re.IGNORECASE,
)
_MOST_LINES = 4
_BOARDS_HEAD = re.compile(r"Integrated care boards?$", re.IGNORECASE)
_LEAD = re.compile(r"\blead\b", re.IGNORECASE)
_OFSTED, _CQC = "Ofsted", "CQC"


def partners(
    letter: Letter, parts: Sections, tables: Sequence[Found], words: Words
) -> tuple[Field, Field]:
    """Return the councils and the boards that the table of details names in its first row."""
    table = next((one for one in tables if one.part is Part.DETAILS), None)
    if not table or len(table.pieces[0].columns) != 3:  # noqa: PLR2004  two columns
        return _unruled(letter, parts.of(Part.DETAILS), words)
    first = next((row for row in table.rows if row.bodies.lines or row.text.lines), None)
    cells = (first.bodies.lines, first.text.lines) if first else ((), ())
    return _partners(*cells, words)


def _partners(
    left: Sequence[Line], right: Sequence[Line], words: Words, *doubts: str
) -> tuple[Field, Field]:
    council, more = _name_alone(left)
    board, more_of_board = _name_alone(right)
    councils, boards = _councils(words, council), _boards(words, board)
    return (
        _named("local_authorities", "local authority", council, councils, more, *doubts),
        _named("icbs", "integrated care board", board, boards, more_of_board, *doubts),
    )


def _unruled(letter: Letter, lines: Sequence[Line], words: Words) -> tuple[Field, Field]:
    """Return the partners of two columns without rules, by where the second head stands."""
    at = next((at for at, line in enumerate(lines) if _BOARDS_HEAD.search(line.text)), None)
    if at is None:
        why = ("The table of the partnership's details was not found.",)
        found = "the table of details"
        return Field("local_authorities", None, found, (), why), Field("icbs", None, found, (), why)
    found_at = _BOARDS_HEAD.search(lines[at].text)
    edge = letter.place_in(lines[at], found_at[0]) if found_at else None
    pairs = [_parted(letter, line, edge or lines[at].left) for line in lines[at + 1 :]]
    left = [one for one, _ in pairs if one]
    right = [one for _, one in pairs if one]
    says = "It stands in no ruled table, but in one of two columns."
    return _partners(_to_a_person(left), _to_a_person(right), words, says)


def _to_a_person(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a column before the first that names a person, a page or a place."""
    ends = (at for at, line in enumerate(lines) if at and _NO_NAME.search(line.text))
    return lines[: next(ends, 0)]


def _name_alone(lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """Return the lines of a cell before one that names a person or place, and whether one does."""
    for at, line in enumerate(lines):
        if at and _NO_NAME.search(line.text):
            return lines[:at], True
    return lines, len(lines) > _MOST_LINES


def _named(
    name: str, what: str, lines: Sequence[Line], values: list[str], more: bool, *doubted: str
) -> Field:
    doubts = [] if values else [f"The first row of the table names no {what}."]
    doubts += [f"The cell holds more than the name of a {what}."] if more else []
    doubts += doubted if values else ()
    return Field(name, values or None, "the table of details", passages(lines), tuple(doubts))


def _councils(words: Words, lines: Sequence[Line]) -> list[str]:
    said = words.joined(lines).text
    return [one for one in _COUNCILS.split(said) if one]


def _boards(words: Words, lines: Sequence[Line]) -> list[str]:
    parts = (_JOIN.sub("", one) for one in _BOARD.split(words.joined(lines).text))
    return [part for part in parts if part]


def team(letter: Letter, parts: Sections, words: Words) -> Field:
    """Return the inspectors, in the order of the two columns: Ofsted's first."""
    found = "the two columns under “Inspection team”"
    lines = list(parts.of(Part.TEAM))
    head = next((at for at, line in enumerate(lines) if _heads(line.text)), None)
    if head is None:
        why = "No table with the heads Ofsted and Care Quality Commission was found."
        return Field("inspectors", None, found, (), (why,))
    left, right = _columns(letter, lines[head:])
    people = [
        *(_person(one, _OFSTED) for one in _each(left, words)),
        *(_person(one, _CQC) for one in _each(right, words)),
    ]
    doubts = tuple(_doubts(people))
    values = [{key: one[key] for key in one if key != "doubt"} for one in people]
    return Field("inspectors", values or None, found, passages(lines[head:]), doubts)


def _heads(text: str) -> bool:
    return "Ofsted" in text and len(text.split()) <= 4 and "," not in text  # noqa: PLR2004


def _columns(letter: Letter, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the two columns; what runs across both is parted between them."""
    edge = _edge(letter, lines)
    left: list[Line] = []
    right: list[Line] = []
    for before, line in pairwise(lines):
        if "Care Quality Commission" in line.text and line.left >= edge - _SLACK:
            continue
        first, second = _parted(letter, line, edge)
        if _is_prose(before, line, first, second):
            break
        left += [first] if first else []
        right += [second] if second else []
    return left, right


_SLACK = 6.0
_FAR = 2.2


def _is_prose(before: Line, line: Line, first: Line | None, second: Line | None) -> bool:
    """Return whether the team has ended: a word runs across, or text follows after a space."""
    if first and second and f"{first.text} {second.text}" != line.text:
        return True
    far = before.page == line.page and before.bottom - line.bottom > _FAR * line.height
    return far and not _ROLE.search(line.text)


def _edge(letter: Letter, lines: Sequence[Line]) -> float:
    """Return where the second column begins: where its head stands."""
    for line in lines[:2]:
        if (at := line.text.find("Care Quality Commission")) == 0:
            return line.left
        if at > 0:
            return letter.place_in(line, "Care Quality") or line.right
    return min((line.left for line in lines if "CQC" in line.text), default=1e6)


def _parted(letter: Letter, line: Line, edge: float) -> tuple[Line | None, Line | None]:
    if line.left >= edge - _SLACK:
        return None, line
    if line.right <= edge + _SLACK:
        return line, None
    return letter.split(line, edge - _SLACK)


def _each(lines: Sequence[Line], words: Words) -> Iterator[str]:
    """Return each person's line, with what it was wrapped into."""
    held: list[Line] = []
    for line in lines:
        if held and _begins(line.text):
            yield words.joined(held).text
            held = []
        held.append(line)
    if held:
        yield words.joined(held).text


def _begins(text: str) -> bool:
    """Return whether a line begins with a name, and not with the rest of what somebody does."""
    role = _ROLE.search(text)
    before = text[: role.start()] if role else text.partition(",")[0]
    return bool(_NAME.fullmatch(_TITLE.sub("", before).strip(" ,")))


def _person(printed: str, organisation: str) -> dict[str, Any]:
    """Return a person: “Jo Bloggs HMI, Ofsted lead inspector” is a name and what they do."""
    title = _TITLE.match(printed)
    rest = printed[title.end() :] if title else printed
    role = _ROLE.search(rest)
    comma = rest.find(",")
    ends = min((at for at in (role.start() if role else -1, comma) if at >= 0), default=len(rest))
    name, does = rest[:ends].strip(" ,"), rest[ends:].strip(" ,")
    person: dict[str, Any] = {
        "name": name,
        "organisation": organisation,
        "role_as_printed": does,
        "lead": bool(_LEAD.search(does)),
        "printed": printed,
    }
    if title:
        person["title"] = title[1]
    person["doubt"] = _doubtful(person)
    return person


def _doubtful(person: dict[str, Any]) -> str:
    other = _CQC if person["organisation"] == _OFSTED else _OFSTED
    if not _NAME.fullmatch(person["name"]):
        return f"“{person['printed']}” does not begin with a name that can be told."
    if not person["role_as_printed"]:
        return f"“{person['printed']}” does not say what they do."
    if other in person["role_as_printed"]:
        return f"“{person['printed']}” stands in the column of {person['organisation']}."
    return ""


def _doubts(people: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield from (one["doubt"] for one in people if one["doubt"])
    for organisation in (_OFSTED, _CQC):
        those = [one for one in people if one["organisation"] == organisation]
        leads = sum(one["lead"] for one in those)
        if not those:
            yield f"Nobody from {organisation} was read."
        elif leads != 1:
            yield f"{leads or 'None'} of the inspectors from {organisation} lead, as printed."
