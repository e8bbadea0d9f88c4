"""Weights of the signs of a text for each theme: a linear model that can be read and checked.

A part of a word weighs by how often it stands in the text and how rare it is; a cue weighs once
or twice. The sum for a theme becomes a likelihood by a curve fitted to texts that the weights had
not seen (ADR 40).
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from areasend.reading.themes.words import cues, parts

#: More cues of one theme than these say no more.
_MOST_CUES = 2


@dataclass(frozen=True)
class Model:
    """Weights by theme and sign. `rarity` is by part of a word; parts without it are not seen.

    `slope` and `start` make a likelihood of a sum, and a theme as likely as `enough` is proposed.
    """

    rarity: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    constants: Mapping[str, float]
    slope: float
    start: float
    enough: float
    cue: float

    def likelihoods(self, text: str) -> dict[str, float]:
        """Return how likely each theme is, from 0 to 1, by its code."""
        values = signs(text, self.rarity, cue=self.cue)
        return {code: self._likely(self._sum(code, values)) for code in self.weights}

    def speaking_for(self, code: str, text: str) -> list[tuple[int, int, float]]:
        """Return from where to where words of the text speak for a theme, and how much."""
        values, weights = signs(text, self.rarity, cue=self.cue), self.weights[code]
        seen = [sign for sign in (*parts(text), *cues(text)) if sign.name in weights]
        often = Counter(sign.name for sign in seen)
        worth: dict[tuple[int, int], float] = defaultdict(float)
        for sign in seen:
            if sign.name in values:
                share = values[sign.name] / often[sign.name]
                worth[sign.start, sign.end] += weights[sign.name] * share
        return [(*place, amount) for place, amount in worth.items()]

    def _sum(self, code: str, values: Mapping[str, float]) -> float:
        weights = self.weights[code]
        return self.constants[code] + sum(
            weights[name] * value for name, value in values.items() if name in weights
        )

    def _likely(self, amount: float) -> float:
        return 1 / (1 + math.exp(-(self.slope * amount + self.start)))


def signs(text: str, rarity: Mapping[str, float], *, cue: float) -> dict[str, float]:
    """Return how much each sign stands out in a text: parts together weigh 1, a cue `cue`."""
    often, cued = _counted(text)
    values = {
        name: (1 + math.log(times)) * rarity[name]
        for name, times in often.items()
        if name in rarity
    }
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    found = {name: value / length for name, value in values.items()}
    return found | {name: cue * min(times, _MOST_CUES) for name, times in cued.items()}


@lru_cache(maxsize=512)
def _counted(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often each part of a word and each cue stands in a text."""
    return Counter(one.name for one in parts(text)), Counter(one.name for one in cues(text))


@cache
def model() -> Model:
    """Return the model that this installation has."""
    held = (files("areasend.reading.themes") / "weights.json").read_text(encoding="utf-8")
    return Model(**json.loads(held))
