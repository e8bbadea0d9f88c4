"""How well the machine proposes themes, beside the usual way and the person who labelled.

`python -m benchmarks.themes` leaves out one area at a time and prints the figures; `--write DAY`
keeps them and the weights where the website and the reader have them, and `--weights` writes the
weights alone. The texts are in the folder that AREASEND_LETTERS names.
"""

import json
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from tabulate import tabulate

import areasend.reading.themes
from areasend.domain.agreement import alpha, differ, masi
from areasend.domain.themes import taxonomy
from areasend.reading.themes.model import Model
from benchmarks import theming
from benchmarks.rounds import Size
from benchmarks.table import Asked, Line, Of
from benchmarks.theme_trials import FEWEST, TOP, Trial, by_area, common, ours_alone
from benchmarks.theming import CODES

FOLDER = Path(areasend.reading.themes.__file__).parent
RESULTS, WEIGHTS = FOLDER / "results.json", FOLDER / "weights.json"
_DRAWS, _TIMES = 2000, 40
_PLACES = 3
Score = Callable[[Sequence[Trial]], float]


def lines(size: Size) -> Iterator[Line]:
    """Yield how far the machine's main themes are from a person's, beside the usual way."""
    named = os.environ.get("AREASEND_LETTERS")
    if not named or size.rounds == 1:
        return
    texts = theming.labelled(Path(named))
    main = figures(by_area(texts), ours_alone(texts))["main"]
    yield Line(
        what=f"main themes of {main['texts']} weaknesses, area by area: macro-F1 short of 1 by",
        ours=1 - main["ours"][0],
        rival="parts of words, one linear model",
        theirs=1 - main["usual"][0],
        asked=Asked("less", Of.RATIO, 1),
        said="{:.3f}".format,
    )


def figures(trials: Sequence[Trial], alone: Sequence[Trial]) -> dict[str, Any]:
    """Return every figure: in all, of main themes beside the usual way, and theme by theme."""
    codes = common([trial.one for trial in trials])
    main = [trial for trial in trials if trial.main in codes]
    ours: Score = lambda some: macro([(one.main, one.first_of(codes)) for one in some])  # noqa: E731
    usual: Score = lambda some: macro([(one.main, one.usual) for one in some])  # noqa: E731
    return {
        "texts": len(trials),
        "areas": len({trial.one.area for trial in trials}),
        "overall": overall(trials),
        "alone": overall(alone),
        "main": {
            "texts": len(main),
            "themes": len(codes),
            "ours": with_interval(main, ours),
            "usual": with_interval(main, usual),
            "gain": with_interval(main, lambda some: ours(some) - usual(some)),
            "alone": with_interval([one for one in alone if one.main in codes], ours),
        },
        "themes": [theme(code, trials) for code in CODES],
        "likelihoods": bands(trials),
    }


def overall(trials: Sequence[Trial]) -> dict[str, Any]:
    """Return the figures over all labels of some trials."""
    right = sum(len(one.given & one.chosen) for one in trials)
    said, given = (sum(map(len, sets)) for sets in (chosen(trials), labels(trials)))
    often = [code for code in CODES if sum(code in one.given for one in trials) >= FEWEST]
    each = {code: f1(*counts(code, trials)) for code in CODES}
    agreed = alpha(zip(labels(trials), chosen(trials), strict=True), masi)
    return {
        "precision": rounded(right / said),
        "recall": rounded(right / given),
        "micro_f1": rounded(2 * right / (said + given)),
        "micro_f1_interval": with_interval(trials, _micro)[1:],
        "macro_f1": rounded(sum(each[code] for code in often) / len(often)),
        "macro_over": len(often),
        "same_set": rounded(sum(one.given == one.chosen for one in trials) / len(trials)),
        "among_three": rounded(sum(one.place_of(one.main) <= TOP for one in trials) / len(trials)),
        "alpha_masi": rounded(float(agreed or 0)),
        "brier": rounded(_brier(trials), 4),
    }


def _micro(trials: Sequence[Trial]) -> float:
    right = sum(len(one.given & one.chosen) for one in trials)
    return 2 * right / sum(len(one.given) + len(one.chosen) for one in trials)


def _brier(trials: Sequence[Trial]) -> float:
    gaps = [(one.likelihoods[code] - (code in one.given)) ** 2 for one in trials for code in CODES]
    return sum(gaps) / len(gaps)


def labels(trials: Sequence[Trial]) -> list[frozenset[str]]:
    """Return the sets of themes that a person gave."""
    return [one.given for one in trials]


def chosen(trials: Sequence[Trial]) -> list[frozenset[str]]:
    """Return the sets of themes that the machine proposes."""
    return [one.chosen for one in trials]


def theme(code: str, trials: Sequence[Trial]) -> dict[str, Any]:
    """Return how well one theme is proposed; alpha is that of person and machine."""
    right, said, given = counts(code, trials)
    agreed = alpha([(code in one.given, code in one.chosen) for one in trials], differ)
    return {
        "code": code,
        "n": given,
        "proposed": said,
        "right": right,
        "precision": rounded(right / said) if said else None,
        "recall": rounded(right / given) if given else None,
        "f1": rounded(f1(right, said, given)) if given else None,
        "alpha": rounded(float(agreed)) if agreed is not None and given else None,
    }


def counts(code: str, trials: Sequence[Trial]) -> tuple[int, int, int]:
    """Return how often a theme was rightly proposed, proposed, and given by a person."""
    said = [one for one in trials if code in one.chosen]
    return (
        sum(code in one.given for one in said),
        len(said),
        sum(code in one.given for one in trials),
    )


def f1(right: int, said: int, given: int) -> float:
    """Return the harmonic mean of precision and recall, 0 where there is nothing."""
    return 2 * right / (said + given) if said + given else 0.0


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of main themes over those that a person gave or the machine chose."""
    codes = {code for pair in pairs for code in pair}
    each = [
        f1(
            sum(one == other == code for one, other in pairs),
            sum(other == code for _, other in pairs),
            sum(one == code for one, _ in pairs),
        )
        for code in codes
    ]
    return sum(each) / len(each)


def with_interval(trials: Sequence[Trial], score: Score) -> list[float]:
    """Return a score and its 95 per cent interval, areas drawn again and again."""
    areas: dict[str, list[Trial]] = {}
    for one in trials:
        areas.setdefault(one.one.area, []).append(one)
    draw = random.Random(0)
    held = list(areas.values())
    scores = sorted(
        score([one for area in draw.choices(held, k=len(held)) for one in area])
        for _ in range(_DRAWS)
    )
    low, high = scores[_DRAWS // _TIMES], scores[-_DRAWS // _TIMES - 1]
    return [rounded(score(trials)), rounded(low), rounded(high)]


def bands(trials: Sequence[Trial]) -> list[dict[str, Any]]:
    """Return, for each band of likelihood, how often a person had given the theme."""
    edges = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01)
    pairs = [(one.likelihoods[code], code in one.given) for one in trials for code in CODES]
    found = []
    for low, high in pairwise(edges):
        inside = [(likely, has) for likely, has in pairs if low <= likely < high]
        mean = sum(likely for likely, _ in inside) / len(inside)
        given = sum(has for _, has in inside)
        top = min(high, 1.0)
        found.append(
            {"from": low, "to": top, "said": rounded(mean), "given": given, "of": len(inside)}
        )
    return found


def rounded(number: float, places: int = _PLACES) -> float:
    """Return a figure as it is kept."""
    return round(number, places)


def written(model: Model) -> str:
    """Return a model as it is kept: a line for what is of all themes, and one for each theme."""
    plain = asdict(model)
    weights = plain.pop("weights")
    lines = [f"{json.dumps(name)}: {_tight(value)}," for name, value in plain.items()]
    each = ",\n".join(f"{json.dumps(code)}: {_tight(one)}" for code, one in weights.items())
    return "\n".join(["{", *lines, '"weights": {', each, "}}", ""])


def _tight(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def table(held: dict[str, Any]) -> str:
    """Return the figures as tables to read."""
    heads = ["Theme", "n", "Proposed", "Right", "Precision", "Recall", "F1", "Alpha"]
    named = [[taxonomy().name_of(one["code"]), *list(one.values())[1:]] for one in held["themes"]]
    main = [[name, *held["main"][name]] for name in ("usual", "ours", "gain", "alone")]
    every = [[name, value, held["alone"][name]] for name, value in held["overall"].items()]
    return "\n\n".join(
        [
            f"{held['texts']} texts of {held['areas']} areas, one area left out at a time.",
            tabulate(named, heads, missingval="–"),
            f"Main theme: {held['main']['themes']} themes, {held['main']['texts']} texts",
            tabulate(main, ["", "Macro-F1", "Low", "High"]),
            tabulate(every, ["All labels", "Learnt", "Taxonomy alone"]),
            tabulate(
                [list(one.values()) for one in held["likelihoods"]],
                ["From", "To", "Said", "Given", "Of"],
            ),
        ]
    )


def _main(words: Sequence[str]) -> None:
    named = os.environ.get("AREASEND_LETTERS")
    if not named:
        sys.exit("AREASEND_LETTERS names no folder with weaknesses_2016_2022.csv.")
    texts = theming.labelled(Path(named))
    if words[:1] == ["--weights"] or words[:1] == ["--write"]:
        WEIGHTS.write_text(written(theming.learnt(texts)), encoding="utf-8")
    if words[:1] == ["--weights"]:
        return
    held = figures(by_area(texts), ours_alone(texts))
    if words[:1] == ["--write"]:
        kept = {"day": words[1], **held}
        RESULTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(table(held))


if __name__ == "__main__":
    _main(sys.argv[1:])
