"""What letters, notices and plans share that bear no fixed title: the area, the day, the words."""

import re
from collections.abc import Iterator, Sequence

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.reading.held import Held
from areasend.reading.kinds.unseen import Paper, field, letter_date
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Doubt, Field

_FIRST = 60
#: Words in capitals that are no part of an area's name.
_OTHERS = re.compile(
    r"\b(?:joint |written |revised )*statement of action\b|\bpriority (?:action|impact)"
    r"(?: and improvement)? plan\b|\baccelerated progress plan\b|\bimprovement notice\b"
    r"|\b(?:joint )?(?:local )?area SEND (?:inspection|re-?visit)\b|\bSEND\b|\blocal area"
    r"(?: partnership)?\b|\bevaluation\b|\bletter\b|\b(?:WSoA|APP|PAP)\b|\breport\b",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"[A-Z][\w’'-]*(?:(?:,? and| &| of| upon| on| with| the|,)? [A-Z][\w’'-]*|-(?:on|upon|in)-"
    r"[A-Z]\w+)*"
)
_COUNCIL = re.compile(r"\b(?:Council|Borough|City Corporation)\b")


def paper(letter: Letter, title: re.Pattern[str]) -> Paper:
    """Return a letter made ready, its area told by its title or by the council it names."""
    lines = [line for number in range(1, letter.count + 1) for line in letter.body(number)]
    words = Words(lines)
    named, area, at = _area(lines[:_FIRST], title)
    return Paper(letter, lines, words, at, named, area, None)


def front(read: Paper) -> Iterator[Field]:
    """Return the fields of the area and of the day of the letter."""
    doubt = () if read.area else ("No local area, or more than one, is named where one should be.",)
    found = "the title, or the council that is named"
    yield field("area", read.named or None, found, read.title, *doubt)
    yield field("area_slug", read.area.slug if read.area else None, found, read.title, *doubt)
    yield letter_date(read)


def latest(read: Paper, framework: str, held: Held) -> str:
    """Return the name of the latest inspection held of the area under a framework, or nothing."""
    known = held.get(read.area.slug, ()) if read.area else ()
    those = [one for one in known if f"/{framework}/" in one[0]]
    return max(those, key=lambda one: one[1])[0] if those else ""


def troubles(letter: Letter) -> tuple[Doubt, ...]:
    """Return what could not be read of the pages."""
    return tuple(Doubt(f"page {at}", says) for at, says in letter.troubles.items() if says)


def first_words(letter: Letter, pages: int = 1) -> str:
    """Return what the first pages say, as one line."""
    numbers = range(1, min(pages, letter.count) + 1)
    return " ".join(line.text for number in numbers for line in letter.lines(number))


def _area(lines: Sequence[Line], title: re.Pattern[str]) -> tuple[str, Area | None, Sequence[Line]]:
    """Return the one area that a title names, or else that a council's name has."""
    titles = [(line, following) for line, following in _pairs(lines) if title.search(line.text)]
    councils = [(line, None) for line in lines if _COUNCIL.search(line.text)]
    for where in (titles, councils):
        found = {
            area.slug: (name, area, [line])
            for line, following in where
            for name, area in (_named(line.text) or _named(following.text if following else ""))
        }
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            break
    return "", None, ()


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    for at, line in enumerate(lines):
        yield line, lines[at + 1] if at + 1 < len(lines) else None


def _named(text: str) -> list[tuple[str, Area]]:
    """Return the areas among the names in a text."""
    found = []
    for run in _RUN.findall(_OTHERS.sub("|", text)):
        try:
            found.append((run, resolve(run)))
        except (AmbiguousName, UnknownName):
            continue
    return found
