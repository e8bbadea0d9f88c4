"""The list of themes, how well the machine proposes them, and how far people agree on them."""

from dataclasses import dataclass

from areasend.answers.recoding import Recoding, recoding
from areasend.domain.themes import Theme, taxonomy
from areasend.reading.themes import Likely, likely_themes
from areasend.reading.themes.results import Results, results


@dataclass(frozen=True)
class ThemesAnswer:
    """What themes are for and each theme; how well the machine proposes, how far people agree."""

    intro: str
    themes: tuple[Theme, ...]
    machine: Results
    people: Recoding


@dataclass(frozen=True)
class ProposedThemes:
    """The three themes that the machine finds likeliest for a text, and who says so."""

    text: str
    found: str
    themes: tuple[Likely, ...]


def themes_answer() -> ThemesAnswer:
    """Return the list of themes and what is known of labels by it."""
    held = taxonomy()
    return ThemesAnswer(held.intro, tuple(held.themes.values()), results(), recoding())


def proposed_themes(text: str) -> ProposedThemes:
    """Return what the machine proposes for a text: no person has seen it."""
    return ProposedThemes(text, "machine", likely_themes(text))
