"""A full inspection report under the framework of 2023: “Area SEND inspection of …”."""

from collections.abc import Iterator, Sequence
from typing import Any

from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds.area_send_report import bodies, cover, events, items, lists, outcome
from areasend.reading.kinds.area_send_report import people as named
from areasend.reading.kinds.area_send_report import tables as ruled
from areasend.reading.kinds.area_send_report.sections import Part, Sections, sections
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Doubt, Field, Reading

KIND = "area-send-report"
SAYS = "area SEND inspection reports since 2023 (.pdf)"
_FIRST_LINES = 15
_FAILINGS, _SHOWN = 3, 120


def recognises(letter: Letter) -> bool:
    """Return whether the first page bears the title of a full inspection report."""
    return any(cover.TITLE.match(line.text) for line in letter.lines(1)[:_FIRST_LINES])


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:
    """Return every field of the report and the events that it tells of."""
    parts = sections(letter)
    whole = [line for number in range(1, letter.count + 1) for line in letter.body(number)]
    words = Words(whole)
    front = cover.read(letter, words, parts.of(Part.COVER), held)
    on_outcome, headed = _on_outcome(parts)
    found = outcome.read(words, on_outcome, headed=headed)
    tables = ruled.found_in(letter, parts)
    fields = (
        *front.fields,
        *found.fields,
        *_lists(parts, tables, words),
        *_actions(parts, tables, words, front, found.outcome),
        *_people(letter, parts, tables, words, front),
        events.copyright_year(whole),
        Field("published", None, "no report prints the day of its publication"),
    )
    title = f"Area SEND inspection of {front.area.name if front.area else 'a local area'}"
    proposals = events.propose(front, found, fields, held, title)
    return Reading(KIND, title, proposals, tuple(_doubts(letter, parts)), fields, letter.sha256)


def _on_outcome(parts: Sections) -> tuple[Sequence[Line], bool]:
    if lines := parts.of(Part.OUTCOME):
        return lines, True
    return parts.of(Part.COVER), False


def _lists(parts: Sections, tables: Sequence[ruled.Found], words: Words) -> Sequence[Field]:
    inside = ruled.firsts_of(tables)
    better = [line for line in parts.of(Part.BETTER) if (line.page, line.first) not in inside]
    return (
        lists.changes(parts.of(Part.INFORMATION), words),
        lists.points("strengths", Part.EFFECTIVE, parts.of(Part.EFFECTIVE), words),
        lists.points("needs", Part.BETTER, better, words),
    )


def _actions(
    parts: Sections,
    tables: Sequence[ruled.Found],
    words: Words,
    front: cover.Cover,
    number: int | None,
) -> Sequence[Field]:
    priority = items.read(Part.PRIORITY, parts, tables, words)
    improvement = items.read(Part.IMPROVEMENT, parts, tables, words)
    odd = (*_odd_count(priority, number), *_outside(Part.PRIORITY, parts, tables, words))
    actions = items.as_field("priority_actions", priority, words, odd)
    none = () if improvement else ("No area for improvement was found.",)
    none = (*none, *_outside(Part.IMPROVEMENT, parts, tables, words))
    on = front.visited.start if front.visited else None
    return (
        actions,
        items.as_field("improvements", improvement, words, none),
        bodies.field_of(actions.value, actions, front.area, on),
    )


def _odd_count(found: Sequence[Any], number: int | None) -> Sequence[str]:
    if found and number != _FAILINGS:
        return ("There are areas for priority action, but the outcome is another.",)
    if not found and number == _FAILINGS:
        return ("With this outcome there should be areas for priority action; none was found.",)
    return ()


def _outside(
    part: Part, parts: Sections, tables: Sequence[ruled.Found], words: Words
) -> Iterator[str]:
    """Doubt a table beside which something stands under the same heading."""
    lines = ruled.outside(part, parts, tables)
    if lines and any(table.part is part for table in tables):
        said = words.joined(lines).text
        yield f"Under the heading stands more than its table: “{said[:_SHOWN]}”."


def _people(
    letter: Letter,
    parts: Sections,
    tables: Sequence[ruled.Found],
    words: Words,
    front: cover.Cover,
) -> Sequence[Field]:
    councils, boards = named.partners(letter, parts, tables, words)
    on = front.visited.start if front.visited else None
    councils = bodies.councils(councils, front.area)
    return councils, bodies.boards(boards, front.area, on), named.team(letter, parts, words)


def _doubts(letter: Letter, parts: Sections) -> Sequence[Doubt]:
    wanted = (Part.OUTCOME, Part.EFFECTIVE, Part.BETTER, Part.IMPROVEMENT, Part.DETAILS, Part.TEAM)
    missing = [part for part in wanted if part not in parts.headings]
    return [
        *(Doubt(f"page {number}", says) for number, says in letter.troubles.items() if says),
        *(Doubt("the headings", f"“{part}” was not found.") for part in missing),
    ]
