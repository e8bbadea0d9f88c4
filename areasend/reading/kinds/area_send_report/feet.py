"""The days that stand at the foot of each page, which are not always those of the cover."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.printed_dates import Span, plain, spans
from areasend.reading.proposals import Field


def header_dates(letter: Letter, visited: Span | None) -> Field:
    """Return the days at the foot of the pages, doubted where they are not those of the cover."""
    found = "the foot of the pages"
    read: dict[tuple[date, date], tuple[Span, list[Line]]] = {}
    for number in range(1, letter.count + 1):
        foot = letter.furniture(number)
        for span in spans(_running(foot)):
            read.setdefault((span.start, span.end), (span, list(foot)))
    if not read:
        return Field("header_dates", None, found, (), ("No page has days at its head or foot.",))
    span, lines = next(iter(read.values()))
    said = tuple(_disagreeing(read, visited))
    return Field("header_dates", plain(span), found, passages(lines), said)


def _running(lines: Sequence[Line]) -> str:
    """Return a foot's words in their order, without the number of the page after the days."""
    return " ".join(line.text for line in lines)


def _disagreeing(
    read: Mapping[tuple[date, date], tuple[Span, list[Line]]], visited: Span | None
) -> Iterator[str]:
    if len(read) > 1:
        yield f"The pages give {len(read)} different spans: {_listed(read)}."
    first = next(iter(read))
    if visited and first != (visited.start, visited.end):
        yield f"The cover says “{visited.words}”, the foot of the pages “{read[first][0].words}”."


def _listed(read: Mapping[tuple[date, date], tuple[Span, list[Line]]]) -> str:
    return "; ".join(f"“{span.words}”" for span, _ in read.values())
