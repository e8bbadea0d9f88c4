"""What the letters share of which no complete specimen has been seen, only descriptions.

Every field rests on a pattern that nobody could try on the real thing, and says so: whoever checks
it compares it with the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.intervals import Interval
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.printed_dates import Span, plain, spans
from areasend.reading.letters.wording import Words, mark_of
from areasend.reading.proposals import Doubt, Field, Proposal

UNSEEN = "We know this kind of document from descriptions alone: compare it with the page."
_TITLE_WITHIN = 60
_TITLE_LINES = 4
_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"none": 0}


@dataclass(frozen=True)
class Paper:
    """A letter's lines in one row, its words, and its area by the title."""

    letter: Letter
    lines: Sequence[Line]
    words: Words
    title: Sequence[Line]
    named: str
    area: Area | None
    visited: Span | None

    def said(self, pattern: re.Pattern[str]) -> tuple[re.Match[str] | None, Sequence[Line]]:
        """Return where a pattern is met within a paragraph, and the lines of that."""
        for held in self.words.paragraphs(self.lines):
            if found := pattern.search(self.words.joined(held).text):
                return found, held
        return None, ()


def titled(letter: Letter, title: re.Pattern[str]) -> bool:
    """Return whether one of the first lines bears a title, alone or with the next."""
    lines = letter.lines(1)[:_TITLE_WITHIN]
    return any(
        title.match(f"{line.text} {following.text}")
        for line, following in zip(lines, [*lines[1:], *lines[-1:]], strict=False)
    )


def paper(letter: Letter, title: re.Pattern[str], visited: re.Pattern[str]) -> Paper:
    """Return a letter made ready, its area read from the title and its days from a sentence."""
    lines = [line for number in range(1, letter.count + 1) for line in letter.body(number)]
    words = Words(lines)
    named, held = _title(lines, title, words)
    bare = Paper(letter, lines, words, held, named, None, None)
    sentence, _ = bare.said(visited)
    read = list(spans(sentence[0])) if sentence else []
    span = read[0] if read else None
    return Paper(letter, lines, words, held, named, _area(named, span), span)


def _title(
    lines: Sequence[Line], title: re.Pattern[str], words: Words
) -> tuple[str, Sequence[Line]]:
    for at, line in enumerate(lines[:_TITLE_WITHIN]):
        if not title.match(f"{line.text} {lines[at + 1].text if at + 1 < len(lines) else ''}"):
            continue
        held = [line]
        for following in lines[at + 1 : at + _TITLE_LINES]:
            near = held[-1].bottom - following.bottom < 2 * line.height
            if not near or abs(following.height - line.height) > 1:
                break
            held.append(following)
        if found := title.match(words.joined(held).text):
            named = words.joined(held).text[found.end() :]
            return re.sub(r"\s+local area(?: partnership)?$", "", named, flags=re.IGNORECASE).strip(
                " ."
            ), held
    return "", ()


def _area(named: str, span: Span | None) -> Area | None:
    try:
        return (
            resolve(re.sub(r"^the ", "", named), on=span.start if span else None) if named else None
        )
    except (AmbiguousName, UnknownName):
        return None


def field(name: str, value: Any, found: str, lines: Sequence[Line] = (), *doubts: str) -> Field:
    """Return a field that always says that its pattern was never seen, or that nothing was met."""
    if value is None:
        return Field(name, None, found, passages(lines), doubts or ("It was not found.",))
    return Field(name, value, found, passages(lines), (UNSEEN, *doubts))


def front(paper_: Paper, days: str) -> Iterator[Field]:
    """Return the fields of the area and of the days of the visit, called `days`."""
    doubt = () if paper_.area else (f"No local area is called “{paper_.named}”.",)
    yield field("area", paper_.named or None, "the title", paper_.title, *doubt)
    slug = paper_.area.slug if paper_.area else None
    yield field("area_slug", slug, "the title", paper_.title, *doubt)
    span = paper_.visited
    yield field(days, plain(span) if span else None, "the sentence on the visit", ())
    yield letter_date(paper_)


def letter_date(paper_: Paper) -> Field:
    """Return the day that stands alone in one of the first lines."""
    for line in paper_.lines[:_TITLE_WITHIN]:
        read = list(spans(line.text))
        if len(read) == 1 and read[0].words == line.text and read[0].start == read[0].end:
            return field("letter_date", read[0].start.isoformat(), "a line that is a day", [line])
    return field("letter_date", None, "a line that is a day")


def listed(paper_: Paper, after: re.Pattern[str], ends: re.Pattern[str]) -> list[list[Line]]:
    """Return the points of the list that follows a sentence, each by its lines."""
    points: list[list[Line]] = []
    begun = False
    for held in paper_.words.paragraphs(paper_.lines):
        said = paper_.words.joined(held).text
        if not begun:
            begun = bool(after.search(said))
            continue
        if ends.match(said):
            break
        if mark_of(held[0]):
            points.append(list(held))
        elif points and said[:1].islower():
            points[-1] += held  # a point that goes on over a page
        elif points:
            break
    return points


def number(word: str) -> int | None:
    """Return the number that a word or figures write."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold())


def proposal(paper_: Paper, facts: dict[str, Any], make: Any, day: date, place: str) -> Proposal:
    """Return an event of a day, with the doubt that all of its kind have."""
    source = Source(
        title=str(facts.pop("title")),
        publisher="Ofsted and CQC",
        kind=SourceKind.OFFICIAL,
        place=place,
    )
    attested = (Attestation(source=source, on=Interval.day(day), confidence=Confidence.OFFICIAL),)
    slug = paper_.area.slug if paper_.area else ""
    event = make(area=slug, attested=attested, **facts)
    return Proposal(event, place, (Doubt(place, UNSEEN),))
