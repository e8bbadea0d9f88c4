"""Where words stand that a field rests on."""

from collections.abc import Iterable

from areasend.reading.letters.page import Line
from areasend.reading.proposals import Passage


def passages(lines: Iterable[Line]) -> tuple[Passage, ...]:
    """Return the words of lines with the box around them, page by page."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return tuple(_around(page, held) for page, held in pages.items())


def _around(page: int, lines: list[Line]) -> Passage:
    _, texts, lefts, bottoms, rights, tops, *_ = zip(*lines, strict=True)
    box = (
        round(min(lefts), 1),
        round(min(bottoms), 1),
        round(max(rights), 1),
        round(max(tops), 1),
    )
    return Passage(page, box, " ".join(texts))
