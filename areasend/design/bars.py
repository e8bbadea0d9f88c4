"""Bars beside each other, each with its number and its name, as a picture with words."""

from collections.abc import Sequence

from markupsafe import Markup, escape

_WIDE, _HIGH = 600, 200
_TOP, _FOOT = 20, 24
#: How much of its place a bar takes, and how wide it gets.
_SHARE, _WIDEST = 0.7, 64


def bars(parts: Sequence[tuple[str, int]], *, title: str) -> Markup:
    """Return the picture, as SVG that stands in a page, of parts by name and number."""
    most = max(1, *(number for _, number in parts))
    said = "; ".join(f"{name}: {number}" for name, number in parts)
    each = "".join(
        _bar(at, len(parts), name, number, number / most) for at, (name, number) in enumerate(parts)
    )
    return Markup(  # noqa: S704  numbers, and words that are escaped
        f'<svg class="app-bars" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'aria-label="{escape(f"{title}. {said}.")}">{each}'
        f'<path stroke="#505a5f" d="M0 {_HIGH - _FOOT}H{_WIDE}"/></svg>'
    )


def _bar(at: int, of: int, name: str, number: int, share: float) -> str:
    place = _WIDE / of
    middle = round((at + 0.5) * place, 1)
    wide = round(min(_WIDEST, _SHARE * place), 1)
    high = round((_HIGH - _FOOT - _TOP) * share, 1)
    top = round(_HIGH - _FOOT - high, 1)
    return (
        f'<rect fill="#1f4e5f" x="{round(middle - wide / 2, 1)}" y="{top}" '
        f'width="{wide}" height="{high}"/>'
        f'<text text-anchor="middle" x="{middle}" y="{round(top - 5, 1)}">{number}</text>'
        f'<text text-anchor="middle" x="{middle}" y="{_HIGH - 6}">{escape(name)}</text>'
    )
