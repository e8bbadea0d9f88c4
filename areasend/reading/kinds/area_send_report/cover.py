"""What the cover and the foot of each page say: the area and the days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.domain.intervals import in_words
from areasend.reading.held import Held
from areasend.reading.kinds.area_send_report import feet
from areasend.reading.kinds.area_send_report.earlier import what_it_was
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.printed_dates import Span, plain, spans
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Field

TITLE = re.compile(r"area send (?:full )?inspection of\b", re.IGNORECASE)
_NAME = re.compile(
    r"area send (?:full )?inspection of (?:the )?(.+?),? local area(?: partnership)?\b",
    re.IGNORECASE,
)
_VISITED = re.compile(r"(?:dates? of (?:this )?inspection|inspection dates?)\b *:?", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:dates?|date\(s\)|details) of (?:the )?(?:previous|last|most recent)\b[^:]{0,40}?"
    r"inspections?\(?s?\)? *:?|previous inspections?(?: dates?)? *:?",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"not (?:been )?(?:previously|yet) inspected|no previous|\bnone\b|\bn/?a\b"
    r"|first (?:full )?inspection",
    re.IGNORECASE,
)
_REVISIT = re.compile(r"re-?\s?(?:visit|inspect)", re.IGNORECASE)
#: The title and each value end within so many lines.
_LINES = 4
FRAMEWORK_BEGAN = date(2023, 1, 1)
_LONGEST = 80
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_FIGURE = re.compile(r"\d")
_SATURDAY = 5
_LONGEST_VISIT = timedelta(days=35)
_FIRST_INSPECTIONS = date(2016, 5, 1)


@dataclass(frozen=True)
class Cover:
    """What the cover says, as fields, and what the events rest on."""

    fields: tuple[Field, ...]
    area: Area | None
    visited: Span | None


def read(letter: Letter, words: Words, lines: Sequence[Line], held: Held) -> Cover:
    """Return what the cover says of the area and the days, and the feet of the pages."""
    printed, title = _title(words, lines)
    visited, cover_dates = _cover_dates(words, lines)
    area, alias = _resolved(printed, visited)
    fields = (
        _area(printed, title, alias),
        Field("area_slug", area.slug if area else None, "by the name printed", passages(title)),
        cover_dates,
        feet.header_dates(letter, visited),
        *_previous(words, lines, area, visited, held),
    )
    return Cover(fields, area, visited)


def _title(words: Words, lines: Sequence[Line]) -> tuple[str, Sequence[Line]]:
    for at, line in enumerate(lines):
        if TITLE.match(line.text):
            for last in range(at + 1, min(at + 1 + _LINES, len(lines) + 1)):
                if found := _NAME.match(words.joined(lines[at:last]).text):
                    return found[1], lines[at : max(last, _to_the_end(lines, last))]
    return "", ()


def _to_the_end(lines: Sequence[Line], last: int) -> int:
    goes_on = last < len(lines) and lines[last].text.casefold().startswith("partnership")
    return last + 1 if goes_on else last


def _resolved(printed: str, visited: Span | None) -> tuple[Area | None, tuple[str, ...]]:
    if not printed:
        return None, ()
    try:
        name = _BRACKETED.sub("", printed) or printed
        area = resolve(name, on=visited.start if visited else None)
    except (AmbiguousName, UnknownName) as fault:
        return None, (str(fault),)
    if visited and not area.exists(visited.start):
        return None, (f"{area.name} did not exist on {in_words(visited.start)}.",)
    return area, ()


def _area(printed: str, title: Sequence[Line], doubts: tuple[str, ...]) -> Field:
    found = "the title, between “inspection of” and “Local Area Partnership”"
    if not printed:
        says = "No title “Area SEND inspection of … Local Area Partnership” was found."
        return Field("area", None, found, (), (says,))
    return Field("area", printed, found, passages(title), doubts)


def _value(words: Words, lines: Sequence[Line], label: re.Pattern[str]) -> tuple[str, list[Line]]:
    """Return what stands after a label, up to the next, and its lines."""
    for at in range(len(lines)):
        held = _label(words, lines[at : at + 2], label)
        if not held:
            continue
        for following in lines[at + len(held) : at + len(held) + _LINES]:
            if ":" in following.text or TITLE.match(following.text) or _labelled(following):
                break
            held.append(following)
        joined = words.joined(held).text
        found = label.match(joined)
        return joined[found.end() if found else 0 :].strip(" :"), held
    return "", []


def _label(words: Words, lines: Sequence[Line], label: re.Pattern[str]) -> list[Line]:
    """Return the line that a label begins, or the two over which it is wrapped."""
    first, *_ = lines
    if label.match(first.text):
        return [first]
    found = None if _labelled(first) else label.match(words.joined(lines).text)
    return list(lines) if found and found.end() > len(first.text) + 1 else []


def _labelled(line: Line) -> bool:
    return bool(_VISITED.match(line.text) or _BEFORE.match(line.text))


def _cover_dates(words: Words, lines: Sequence[Line]) -> tuple[Span | None, Field]:
    found = "after “Inspection dates” on the cover"
    said, held = _value(words, lines, _VISITED)
    read = list(spans(said))
    if len(read) == 1:
        doubts = (*_odd(read[0]), *_left_over(said, read))
        return read[0], Field("cover_dates", plain(read[0]), found, passages(held), doubts)
    why = _why_none("Inspection dates", said, len(read))
    return None, Field("cover_dates", None, found, passages(held), (why,))


def _left_over(said: str, read: Sequence[Span]) -> Iterator[str]:
    """Doubt days after which, or before which, stands more than was read of them."""
    rest = said
    for span in read:
        rest = rest.replace(span.words, "", 1)
    if _FIGURE.search(rest):
        yield f"Of “{said[:_LONGEST]}” only a part was read as days."


def _why_none(label: str, said: str, count: int) -> str:
    if not said:
        return f"Nothing was found after “{label}” on the cover."
    words = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    many = "several spans of days" if count else "no days that can be read"
    return f"After “{label}” stand {many}: “{words}”."


def _odd(span: Span) -> Iterator[str]:
    if span.start < FRAMEWORK_BEGAN:
        yield f"{in_words(span.start)} is before the framework of 2023."
    if span.end - span.start > _LONGEST_VISIT:
        yield f"“{span.words}” is longer than an inspection takes."
    if max(span.start.weekday(), span.end.weekday()) >= _SATURDAY:
        yield f"“{span.words}” begins or ends on a weekend."


def _previous(
    words: Words,
    lines: Sequence[Line],
    area: Area | None,
    visited: Span | None,
    held: Held,
) -> Iterator[Field]:
    found = "after “Date of previous inspection” on the cover"
    said, at = _value(words, lines, _BEFORE)
    place = passages(at)
    yield Field(
        "previous_raw",
        said or None,
        found,
        place,
        () if said else (_why_none("Dates of previous inspection", "", 0),),
    )
    full, again = _parted(said)
    doubts = tuple(_doubts_of_previous(said, full, again, visited))
    first = full[0] if full else None
    yield Field("previous", plain(first) if first else None, found, place, doubts)
    if again:
        yield Field("previous_revisit", plain(again[0]), f"{found}, after “re-visit”", place)
    yield what_it_was(first, area, held, place, never=bool(_NEVER.search(said)))


def _parted(said: str) -> tuple[list[Span], list[Span]]:
    """Return the spans of a full inspection and of a re-visit, by the word beside them."""
    read = list(spans(said))
    again = [span for span in read if span in set(_re_visits(said, read))]
    full = [span for span in read if span not in again]
    return (full, again) if full else (again, [])


def _re_visits(said: str, read: Sequence[Span]) -> Iterator[Span]:
    """Return the spans that are called a re-visit: before it in brackets, else after it."""
    for found in _REVISIT.finditer(said):
        before = [span for span in read if said.find(span.words) < found.start()]
        after = read[len(before) :]
        in_brackets = said[: found.start()].rstrip().endswith(("(", "["))
        if before and (in_brackets or not after):
            yield before[-1]
        elif after:
            yield after[0]


def _doubts_of_previous(
    said: str, full: list[Span], again: list[Span], visited: Span | None
) -> Iterator[str]:
    if len(full) > 1 or len(again) > 1:
        yield _why_none("Dates of previous inspection", said, len(full) + len(again))
    if not full and not again and said and not _NEVER.search(said):
        yield _why_none("Dates of previous inspection", said, 0)
    if _REVISIT.search(said):
        yield "The cover speaks of a re-visit: compare the days."
    if full and not again:
        yield from _left_over(said, full)
    for span in full[:1]:
        if span.start < _FIRST_INSPECTIONS or (visited and span.end >= visited.start):
            yield f"“{span.words}” is no time at which a previous inspection could have been."
