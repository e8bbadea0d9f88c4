"""Themes proposed for texts of an area by a model that never saw the area, and the usual way's."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from areasend.reading.themes import proposed
from areasend.reading.themes.model import Model
from benchmarks.theming import CODES, Labelled, fit, learnt

#: Main themes that fewer texts have are not compared with the usual way, which cannot learn them.
FEWEST = 5
#: So many of the likeliest themes are shown.
TOP = 3
#: How much the model of the taxonomy alone believes it, as the middle of what is tried with texts.
_MIDDLE = 10.0


@dataclass(frozen=True)
class Trial:
    """A text with the themes a person gave it and the machine's likelihoods and proposals.

    `usual` is the main theme as the usual way has it, empty where it cannot learn the right one.
    """

    one: Labelled
    likelihoods: dict[str, float]
    chosen: frozenset[str]
    usual: str = ""

    @property
    def given(self) -> frozenset[str]:
        """The themes that a person gave it."""
        return frozenset(self.one.codes)

    @property
    def main(self) -> str:
        """The main theme that a person gave it."""
        return self.one.codes[0]

    def first_of(self, codes: Sequence[str]) -> str:
        """Return the likeliest of some themes."""
        return max(codes, key=lambda code: self.likelihoods[code])

    def place_of(self, code: str) -> int:
        """Return a theme's place among all by likelihood, from 1."""
        return sorted(self.likelihoods, key=lambda one: -self.likelihoods[one]).index(code) + 1


def common(texts: Sequence[Labelled]) -> tuple[str, ...]:
    """Return the themes that are the main one of enough texts."""
    often = Counter(one.codes[0] for one in texts)
    return tuple(code for code in CODES if often[code] >= FEWEST)


def by_area(texts: Sequence[Labelled]) -> list[Trial]:
    """Return a trial of each text: the model learnt from all other areas, and the usual way too."""
    usual = _usual([one for one in texts if one.codes[0] in common(texts)])
    return [
        trial
        for area in sorted({one.area for one in texts})
        for trial in _trials(_without(texts, area, learnt), _within(texts, area), usual)
    ]


def ours_alone(texts: Sequence[Labelled]) -> list[Trial]:
    """Return a trial of each text by a model learnt from the taxonomy's own words alone."""
    return list(_trials(fit([], _MIDDLE), texts, {}))


def _without(
    texts: Sequence[Labelled], area: str, learn: Callable[[Sequence[Labelled]], Model]
) -> Model:
    return learn([one for one in texts if one.area != area])


def _within(texts: Sequence[Labelled], area: str) -> list[Labelled]:
    return [one for one in texts if one.area == area]


def _trials(model: Model, texts: Sequence[Labelled], usual: dict[Labelled, str]) -> Iterator[Trial]:
    for one in texts:
        found = model.likelihoods(one.text)
        yield Trial(one, found, proposed(found, model), usual.get(one, ""))


def _usual(texts: Sequence[Labelled]) -> dict[Labelled, str]:
    """Return the main theme of each by parts of words and one linear model, its area left out."""
    found = {}
    for area in sorted({one.area for one in texts}):
        known = [one for one in texts if one.area != area]
        way = make_pipeline(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
            LogisticRegression(C=10, class_weight="balanced", max_iter=2000),
        )
        way.fit([one.text for one in known], [one.codes[0] for one in known])
        here = _within(texts, area)
        found |= dict(zip(here, way.predict([one.text for one in here]), strict=True))
    return found
