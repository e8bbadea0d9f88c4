"""Themes that the machine proposes for weaknesses, with the words that decided (ADR 40).

Nothing proposed here is shown as a theme: a person gives themes, and may take the machine's up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from areasend.domain.points import ACTION, IMPROVEMENT, WEAKNESS
from areasend.domain.themes import taxonomy
from areasend.reading.proposals import Field, Reading
from areasend.reading.themes.model import Model, model

#: How it was found, as opposed to by a person.
MACHINE = "machine"
#: Fields of a reading that list points, and the letter with which their numbers begin.
LISTS = {"weaknesses": WEAKNESS, "priority_actions": ACTION, "improvements": IMPROVEMENT}
_TOP, _MOST_WORDS = 3, 4
#: Below this not even the likeliest theme is proposed: one in five is no proposal.
_UNLIKELY = 0.2
#: Words that speak for a theme less than this share of those that speak for it did not decide.
_LEAST = 0.1


@dataclass(frozen=True)
class Likely:
    """A theme that a text may have: how likely, from 0 to 1, and the words that speak for it.

    `proposed` says whether it is likely enough to be proposed.
    """

    code: str
    name: str
    likelihood: float
    proposed: bool
    words: tuple[str, ...]


def likely_themes(text: str) -> tuple[Likely, ...]:
    """Return the three likeliest themes of a text, the likeliest first."""
    held = model()
    found = held.likelihoods(text)
    order = sorted(found, key=lambda code: -found[code])
    chosen = proposed(found, held)
    return tuple(
        Likely(
            code,
            taxonomy().name_of(code),
            round(found[code], 2),
            code in chosen,
            deciding(held, code, text),
        )
        for code in order[:_TOP]
    )


def proposed(found: Mapping[str, float], held: Model) -> frozenset[str]:
    """Return the themes likely enough; where none is, the likeliest, unless it is unlikely."""
    enough = frozenset(code for code, likely in found.items() if likely >= held.enough)
    likeliest = max(found, key=lambda code: found[code])
    return enough or frozenset({likeliest} if found[likeliest] >= _UNLIKELY else ())


def deciding(held: Model, code: str, text: str) -> tuple[str, ...]:
    """Return the words of a text that speak most for a theme, the strongest first."""
    joined = _joined(held.speaking_for(code, text))
    total = sum(amount for *_, amount in joined if amount > 0)
    strongest = sorted(joined, key=lambda one: -one[2])[:_MOST_WORDS]
    words = (text[start:end] for start, end, amount in strongest if amount > _LEAST * total)
    return tuple(dict.fromkeys(words))


def _joined(spoken: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return places with those that overlap made one: a cue may be of several words."""
    joined: list[tuple[int, int, float]] = []
    for start, end, amount in sorted(spoken):
        if joined and start < joined[-1][1]:
            first, last, before = joined.pop()
            joined.append((first, max(last, end), before + amount))
        else:
            joined.append((start, end, amount))
    return joined


def with_themes(reading: Reading) -> Reading:
    """Return a reading with a field more: the themes that the machine proposes point by point."""
    lists = [field for field in reading.fields if field.name in LISTS and field.value]
    if not lists:
        return reading
    values = [one for field in lists for one in _points(field)]
    places = tuple(place for field in lists for place in field.passages)
    return replace(reading, fields=(*reading.fields, Field("themes", values, MACHINE, places)))


def _points(field: Field) -> Iterator[dict[str, Any]]:
    for number, point in enumerate(field.value, 1):
        likely = [asdict(one) for one in likely_themes(point["text"])]
        yield {"point": f"{LISTS[field.name]}{number}", "likely": likely}
