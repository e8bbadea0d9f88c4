"""What `python -m benchmarks.themes --write DAY` found, as it is kept beside the weights."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class ThemeFigures:
    """How often a person gave a theme, and how well the machine proposed it.

    `n` texts have it; `proposed` is how often the machine said so and `right` how often it agreed
    with the person. Shares are from 0 to 1, and None where there is nothing to share; `alpha` is
    Krippendorff's, of machine and person.
    """

    code: str
    n: int
    proposed: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None
    alpha: float | None


@dataclass(frozen=True)
class Score:
    """A figure and the ends of its 95 per cent interval, areas drawn again and again."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Band:
    """Likelihoods between two bounds: what was said on average, and how often it was so."""

    start: float
    end: float
    said: float
    given: int
    of: int


@dataclass(frozen=True)
class Results:
    """Every figure, of texts of areas that the machine had not learnt from, and the day.

    `main` is of main themes; `usual` the same by the usual way, `gain` the difference, `alone` that
    of a machine that learnt from the taxonomy's own words only. `overall` is of all themes,
    and `taxonomy_alone` the same of the machine that had no more to learn from.
    """

    day: date
    texts: int
    areas: int
    main_texts: int
    main_themes: int
    main: Score
    usual: Score
    gain: Score
    alone: Score
    micro: Score
    overall: dict[str, Any]
    taxonomy_alone: dict[str, Any]
    themes: tuple[ThemeFigures, ...]
    bands: tuple[Band, ...]


@cache
def results() -> Results:
    """Return the figures that this version was tried to have."""
    path = files("areasend.reading.themes") / "results.json"
    return _results(json.loads(path.read_text(encoding="utf-8")))


def _results(held: dict[str, Any]) -> Results:
    main, overall = held["main"], held["overall"]
    return Results(
        day=date.fromisoformat(held["day"]),
        texts=held["texts"],
        areas=held["areas"],
        main_texts=main["texts"],
        main_themes=main["themes"],
        main=Score(*main["ours"]),
        usual=Score(*main["usual"]),
        gain=Score(*main["gain"]),
        alone=Score(*main["alone"]),
        micro=Score(overall["micro_f1"], *overall["micro_f1_interval"]),
        overall=overall,
        taxonomy_alone=held["alone"],
        themes=tuple(ThemeFigures(**one) for one in held["themes"]),
        bands=tuple(Band(*one.values()) for one in held["likelihoods"]),
    )
