"""The published list of themes of weaknesses: what each means, and examples of ours.

Themes are ours, not the inspectors'. Codes are minted once and never used for another theme.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: What stands in the place of codes where a person looked and found that no theme fits.
NONE_FITS = "none"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A theme, what belongs to it and what belongs to another.

    `examples` are sentences of ours, none of them an inspector's. `cues` are beginnings of words
    that speak for the theme: a machine that proposes themes looks for them.
    """

    code: str
    name: str
    says: str
    includes: str
    excludes: str
    examples: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True)
class Taxonomy:
    """What themes are for, and each theme by its code, in the order in which they are listed."""

    intro: str
    themes: Mapping[str, Theme]

    def name_of(self, code: str) -> str:
        """Return what a theme is called; a code that no theme has stands for itself."""
        if code == NONE_FITS:
            return "none fits"
        return self.themes[code].name if code in self.themes else code


def themes_among(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of themes: without that none fits, which is an answer and no theme."""
    return tuple(code for code in codes if code != NONE_FITS)


@cache
def taxonomy() -> Taxonomy:
    """Return the list of themes."""
    with (files("areasend.domain") / "themes.toml").open("rb") as file:
        held = tomllib.load(file)
    themes = (_theme(**one) for one in held["theme"])
    return Taxonomy(held["intro"], {theme.code: theme for theme in themes})


def _theme(*, examples: list[str], cues: list[str], **words: str) -> Theme:
    return Theme(examples=tuple(examples), cues=tuple(cues), **words)
