"""A curve that goes down in steps, as a picture with words: the share of something still there."""

from collections.abc import Sequence

from markupsafe import Markup, escape

_WIDE, _HIGH = 600, 240
_LEFT, _FOOT = 46, 34
_QUARTERS = (0, 25, 50, 75, 100)


def steps(points: Sequence[tuple[int, float]], *, across: str, title: str) -> Markup:
    """Return the picture, as SVG that stands in a page.

    :param points: how far across, and the share from there on, from 0 to 1
    :param across: what is counted from left to right
    """
    furthest = max(at for at, _ in points)
    path, share = [f"M{_LEFT} {_y(1.0)}"], 1.0
    for at, lower in points:
        path.append(f"H{_x(at, furthest)}V{_y(lower)}")
        share = lower
    path.append(f"H{_WIDE}")
    words = f"{title}. It begins at 100 % and ends at {share:.0%} after {furthest} {across}."
    return Markup(  # noqa: S704  numbers, and words that are escaped
        f'<svg class="app-curve" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'aria-label="{escape(words)}">{_grid(furthest, across)}'
        '<path class="app-curve__line" fill="none" stroke="#1f4e5f" stroke-width="3" '
        f'd="{"".join(path)}"/></svg>'
    )


def _grid(furthest: int, across: str) -> str:
    lines = [
        f'<path class="app-curve__grid" stroke="#cecece" d="M{_LEFT} {_y(one / 100)}H{_WIDE}"/>'
        f'<text x="{_LEFT - 6}" y="{_y(one / 100) + 4}" text-anchor="end">{one} %</text>'
        for one in _QUARTERS
    ]
    marks = [
        f'<text x="{_x(at, furthest)}" y="{_HIGH - 12}" text-anchor="{anchor}">{at}{unit}</text>'
        for at, anchor, unit in (
            (0, "start", ""),
            (furthest // 2, "middle", ""),
            (furthest, "end", f" {escape(across)}"),
        )
    ]
    return "".join([*lines, *marks])


def _x(at: int, furthest: int) -> float:
    return round(_LEFT + (_WIDE - _LEFT) * at / furthest, 1)


def _y(share: float) -> float:
    return round(8 + (_HIGH - _FOOT - 8) * (1 - share), 1)
