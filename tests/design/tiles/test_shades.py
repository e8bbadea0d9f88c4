"""The colours of tiles: read by anyone, from the stylesheet itself."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import areasend
from areasend.design.tiles.tile import Shade

STYLES = (Path(areasend.__file__).parent / "design/styles/60-tiles.css").read_text("utf-8")
LINE, PAPER, INK = "#484949", "#ffffff", "#0b0c0c"


def fills():
    """Return the fill of each shade and the ink of its mark, as the stylesheet has them."""
    rule = r'\.app-tiles \[href\$="-([a-z0-9-]+)"\],\s*\.app-key[^{]*\{([^}]*)\}'
    found = dict(re.findall(rule, STYLES))
    return {Shade.NONE: (PAPER, INK)} | {
        Shade(shade): (
            re.search(r"fill: (#\w+)", body)[1],
            PAPER if "--ink: #fff" in body else INK,
        )
        for shade, body in found.items()
    }


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_shade_has_a_fill():
    assert set(fills()) == set(Shade)


@pytest.mark.parametrize("shade", Shade)
def test_mark_and_name_can_be_read_on_it(shade):
    fill, ink = fills()[shade]

    assert contrast(fill, ink) >= 4.5


@pytest.mark.parametrize("shade", Shade)
def test_a_tile_stands_out_from_the_page_by_its_fill_or_by_its_line(shade):
    fill, _ = fills()[shade]

    assert contrast(fill, PAPER) >= 3 or contrast(fill, LINE) >= 3
    assert contrast(LINE, PAPER) >= 3


@pytest.mark.parametrize("family", ["blue", "brown"])
def test_a_family_goes_from_pale_to_deep(family):
    depth = [luminance(fills()[Shade(f"{family}-{step}")][0]) for step in range(1, 6)]

    assert depth == sorted(depth, reverse=True)
    assert all(one > 1.3 * other for one, other in pairwise(depth))


@pytest.mark.parametrize("kind", ["protan", "deutan", "tritan"])
def test_no_two_shades_look_the_same_to_the_colour_blind(kind):
    seen = {shade: as_seen(fill, kind) for shade, (fill, _) in fills().items()}
    alike = [
        (one, other)
        for one, other in combinations(seen, 2)
        if sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) < 0.06**2
    ]

    assert alike == []


#: Viénot, Brettel and Mollon (1999), and for tritan their plane simplified: in linear light.
BLIND = {
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": ((1, 0.1446, -0.1446), (0, 0.8595, 0.1405), (0, 0.8595, 0.1405)),
}


def as_seen(colour, kind):
    linear = [(int(colour[place : place + 2], 16) / 255) ** 2.2 for place in (1, 3, 5)]
    return [
        max(0, sum(share * part for share, part in zip(row, linear, strict=True))) ** (1 / 2.2)
        for row in BLIND[kind]
    ]
