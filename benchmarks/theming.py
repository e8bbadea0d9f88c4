"""How the weights that propose themes are learnt, from texts that a person labelled and from ours.

The labelled texts are quotations that we may not ship: AREASEND_LETTERS names their folder. Of
them only the parts of words are kept that two areas' letters, or one and the taxonomy, have in
common (of the taxonomy's own, which are published, those that stand in it twice).

Whatever is chosen (how far to believe the texts, the curve of likelihoods, from where on a theme is
proposed) is chosen inside the texts given, leaving a third of their areas out at a time.
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from areasend.domain.themes import Theme, taxonomy
from areasend.reading.themes.model import Model, signs
from areasend.reading.themes.words import CUE, parts

Array = NDArray[np.float64]
OURS = "the taxonomy"
CODES = tuple(taxonomy().themes)
#: How strongly to believe the texts (the inverse of regularisation): one of these is chosen.
BELIEFS = (3.0, 10.0, 30.0)
_PARTS = 3
_STEPS = tuple(step / 20 for step in range(2, 13))
#: A text of ours counts for so much of a labelled one.
_TRUST_IN_OURS = 0.5
#: What one cue weighs beside all parts of words together.
_CUE = 0.5
#: Weights are written to so many places, and not at all where they are less than this.
_PLACES, _LEAST = 2, 0.1


@dataclass(frozen=True)
class Labelled:
    """A text, the area whose letter it is from, and the themes a person gave it, the main first."""

    text: str
    area: str
    codes: tuple[str, ...]


def labelled(folder: Path) -> list[Labelled]:
    """Return the weaknesses of 2016 to 2022 that were labelled by hand."""
    with (folder / "weaknesses_2016_2022.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        Labelled(row["text"], row["area"], tuple(row["themes(hand)"].split(";"))) for row in rows
    ]


@cache
def ours() -> tuple[Labelled, ...]:
    """Return the taxonomy's own words as labelled texts."""
    return tuple(one for theme in taxonomy().themes.values() for one in _of(theme))


def _of(theme: Theme) -> Iterator[Labelled]:
    included = filter(None, re.split(r"[;,.]\s*", theme.includes))
    for text in (theme.name, theme.says, *included, *theme.examples):
        yield Labelled(text, OURS, (theme.code,))


def rarity(texts: Sequence[Labelled]) -> dict[str, float]:
    """Return how rare each part of a word is, of those that two areas or our texts have twice."""
    having: dict[str, set[str]] = {}
    often: dict[str, int] = {}
    for one in texts:
        for name in _names(one.text):
            having.setdefault(name, set()).add(one.area)
            often[name] = often.get(name, 0) + 1
    shared = sorted(
        name
        for name, areas in having.items()
        if len(areas) > 1 or (areas == {OURS} and often[name] > 1)
    )
    return {name: round(1 + math.log((1 + len(texts)) / (1 + often[name])), 3) for name in shared}


@cache
def _names(text: str) -> frozenset[str]:
    return frozenset(sign.name for sign in parts(text))


def learnt(given: Sequence[Labelled]) -> Model:
    """Return a model learnt from labelled texts and the taxonomy, its likelihoods fitted."""
    trials = {belief: _tried(given, belief) for belief in BELIEFS}
    curves = {belief: _curve(*trial) for belief, trial in trials.items()}
    best = min(BELIEFS, key=lambda belief: _surprise(*trials[belief], curves[belief]))
    slope, start = curves[best]
    sums, has = trials[best]
    enough = _enough(_likely(sums, slope, start), has)
    return replace(fit(given, best), slope=slope, start=start, enough=enough)


def fit(given: Sequence[Labelled], belief: float) -> Model:
    """Return a model learnt from labelled texts and the taxonomy; its sums are no likelihoods."""
    texts = [*given, *ours()]
    rare = rarity(texts)
    columns = [*rare, *(CUE + code for code in CODES)]
    matrix = _matrix([signs(one.text, rare, cue=_CUE) for one in texts], columns)
    trust = np.array([_TRUST_IN_OURS if one.area == OURS else 1.0 for one in texts])
    weights, constants = {}, {}
    for code in CODES:
        has = np.array([code in one.codes for one in texts])
        learner = LogisticRegression(C=belief, solver="liblinear", tol=1e-6)
        learner.fit(matrix, has, sample_weight=trust)
        weights[code] = _written(columns, learner.coef_[0])
        constants[code] = round(float(learner.intercept_[0]), _PLACES)
    return Model(rare, weights, constants, slope=1.0, start=0.0, enough=0.5, cue=_CUE)


def _tried(given: Sequence[Labelled], belief: float) -> tuple[Array, Array]:
    """Return the sums for texts that the model had not seen, and whether they have each theme."""
    areas = sorted({one.area for one in given})
    sums, has = [], []
    for part in range(_PARTS):
        out = set(areas[part::_PARTS])
        model = fit([one for one in given if one.area not in out], belief)
        for one in (one for one in given if one.area in out):
            sums.append([_sum(likely) for likely in model.likelihoods(one.text).values()])
            has.append([code in one.codes for code in CODES])
    return np.array(sums), np.array(has)


def _sum(likely: float) -> float:
    """Return the sum that a model whose curve is not fitted made a likelihood of."""
    return math.log(likely / (1 - likely))


def _curve(sums: Array, has: Array) -> tuple[float, float]:
    """Return slope and start of the curve from sums to likelihoods (Platt 1999)."""
    learner = LogisticRegression(C=1e6, solver="lbfgs", tol=1e-8).fit(
        sums.reshape(-1, 1), has.ravel()
    )
    return round(float(learner.coef_[0][0]), 3), round(float(learner.intercept_[0]), 3)


def _likely(sums: Array, slope: float, start: float) -> Array:
    return 1 / (1 + np.exp(-(slope * sums + start)))


def _surprise(sums: Array, has: Array, curve: tuple[float, float]) -> float:
    """Return how surprising the labels are beside their likelihoods: the logarithmic loss."""
    likely = _likely(sums, *curve)
    return float(-np.log(np.where(has, likely, 1 - likely)).mean())


def _enough(likely: Array, has: Array) -> float:
    """Return from what likelihood on proposing a theme gives the best F1 over all labels."""

    def f1(least: float) -> float:
        chosen = (likely >= least) | (likely == likely.max(axis=1, keepdims=True))
        return float(2 * (chosen & has).sum() / (chosen.sum() + has.sum()))

    return max(_STEPS, key=f1)


def _matrix(values: Sequence[Mapping[str, float]], columns: Sequence[str]) -> csr_matrix:
    at = {name: number for number, name in enumerate(columns)}
    cells = [
        (row, at[name], value) for row, one in enumerate(values) for name, value in one.items()
    ]
    rows, places, amounts = zip(*cells, strict=True)
    return csr_matrix((amounts, (rows, places)), shape=(len(values), len(columns)))


def _written(columns: Sequence[str], learnt: Sequence[float]) -> dict[str, float]:
    rounded = (
        (name, round(float(weight), _PLACES)) for name, weight in zip(columns, learnt, strict=True)
    )
    return {name: weight for name, weight in rounded if abs(weight) >= _LEAST}
