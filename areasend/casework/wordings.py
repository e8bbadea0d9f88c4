"""Points by their words, to which themes belong: whatever number or place they have by now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from areasend.domain.points import Point

#: Enough that no two points of a document share it.
_KEY = 12


class Wording(NamedTuple):
    """The kind and the words of a point; of points in the same words, the how manieth it is."""

    kind: str
    text: str
    nth: int = 1

    @property
    def key(self) -> str:
        """What a form calls it, for as long as its words are the same."""
        short = sha256(self.text.encode()).hexdigest()[:_KEY]
        return f"{self.kind}{self.nth}-{short}"


#: The themes that a person gave to points; `NONE_FITS` alone where they found that none does.
Themes = Mapping[Wording, tuple[str, ...]]


def wordings(kind: str, texts: Iterable[str]) -> Iterator[Wording]:
    """Yield the wording of each text of a kind, in their order."""
    met: Counter[str] = Counter()
    for text in texts:
        met[text] += 1
        yield Wording(kind, text, met[text])


def themes_held(reports: Iterable[Sequence[Point]]) -> Themes:
    """Return the themes that points of reports were given, the last report's first."""
    return dict(chain.from_iterable(map(_themed, reports)))


def _themed(points: Sequence[Point]) -> Iterator[tuple[Wording, tuple[str, ...]]]:
    for kind in dict.fromkeys(point.number[:1] for point in points):
        own = [point for point in points if point.number[:1] == kind]
        for wording, point in zip(wordings(kind, (one.words for one in own)), own, strict=True):
            if point.themes:
                yield wording, point.themes
