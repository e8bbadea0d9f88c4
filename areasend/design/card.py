"""A card as one picture: words set in lines, and a chart. It stands alone, and needs no styles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup, escape

WIDE = 600
_EDGE, _CHART_WIDE = 20, 560
#: How wide a letter is on the whole, in its own size. Arial's are narrower in nearly every line.
_LETTER = 0.5


@dataclass(frozen=True)
class Words:
    """A paragraph as it is set: its size in pixels, its weight and its colour."""

    says: str
    size: int = 15
    weight: int = 400
    colour: str = "#0b0c0c"


@dataclass(frozen=True)
class Drawing:
    """A picture among the words, and how high it is where the card is 600 wide."""

    drawn: Markup
    high: int


def card(title: str, desc: str, parts: Sequence[Words | Drawing]) -> Markup:
    """Return a picture of words and drawings beneath each other, as a file of SVG.

    :param desc: all of it in one run of words, for whoever cannot see it
    """
    set_, below = "", _EDGE
    for part in parts:
        if isinstance(part, Drawing):
            set_ += _drawn(part, below)
            below += part.high + 10
        else:
            lines = list(_lines(part, below))
            set_ += "".join(lines)
            below += len(lines) * _step(part) + 10
    high = below + _EDGE // 2
    return Markup(  # noqa: S704  our own parts, and words that are escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" width="{WIDE}" '
        f'height="{high}" role="img" aria-labelledby="title desc" lang="en-GB" '
        f'font-family="arial, sans-serif"><title id="title">{escape(title)}</title>'
        f'<desc id="desc">{escape(desc)}</desc><rect width="{WIDE}" height="{high}" fill="#fff"/>'
        f'<rect width="{WIDE}" height="6" fill="#1f4e5f"/>{set_}</svg>\n'
    )


def _drawn(one: Drawing, top: int) -> str:
    place = f'x="{_EDGE}" y="{top}" width="{_CHART_WIDE}" height="{one.high}"'
    return f'<svg {place} font-size="13" fill="#0b0c0c">{one.drawn}</svg>'


def _lines(one: Words, top: int) -> Iterator[str]:
    letters = int(_CHART_WIDE / (_LETTER * one.size))
    look = f'font-size="{one.size}" font-weight="{one.weight}" fill="{one.colour}"'
    for at, line in enumerate(wrap(one.says, letters, break_on_hyphens=False), start=1):
        yield f'<text x="{_EDGE}" y="{top + at * _step(one) - 4}" {look}>{escape(line)}</text>'


def _step(one: Words) -> int:
    return round(one.size * 1.35)
