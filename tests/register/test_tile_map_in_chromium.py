"""The tile map in real Chromium: it can be read, walked and tapped, wide and narrow."""

from datetime import date
from pathlib import Path

import pytest

import areasend
from areasend.design.tiles.drawing import tile_map
from areasend.design.tiles.key import tile_key
from tests.design.tiles.sample import CATEGORIES, build_tiles

pytestmark = pytest.mark.slow
STYLES = (Path(areasend.__file__).parent / "design/styles/60-tiles.css").read_text("utf-8")
WIDE, NARROW = 1280, 320
SIZES = """() => [...document.querySelectorAll('.app-tiles a')].map(link => {
    const [name, shape] = [link.querySelector('text'), link.querySelector('use')];
    const [there, here] = [name.getBoundingClientRect(), shape.getBoundingClientRect()];
    return {label: link.getAttribute('aria-label'), shown: there.width > 0,
        over: Math.max(here.left - there.left, there.right - here.right),
        letters: parseFloat(getComputedStyle(name).fontSize) * shape.getCTM().a};
})"""
FOCUSED = "() => document.activeElement.getAttribute('aria-label')"


DAY = date(2024, 6, 1)
TILES = build_tiles(DAY)


@pytest.fixture
def shown(browser):
    """Return a function that opens the map in a window of a width."""
    body = tile_key(TILES, CATEGORIES) + tile_map(TILES, CATEGORIES, on=DAY, title="England")
    page = (
        f'<!doctype html><html lang="en"><title>Map</title><style>{STYLES}</style>'
        f"<body><main><h1>Map</h1>{body}</main></body></html>"
    )
    opened = []

    def show(width, **given):
        opened.append(browser.new_page(viewport={"width": width, "height": 1200}, **given))
        opened[-1].set_content(page)
        return opened[-1]

    yield show
    for one in opened:
        one.close()


def test_wide_every_name_is_within_its_tile(shown):
    sizes = shown(WIDE).evaluate(SIZES)

    assert all(size["shown"] for size in sizes)
    assert [size for size in sizes if size["over"] > -1] == []
    assert min(size["letters"] for size in sizes) >= 9.5


def test_narrow_every_name_is_as_large_as_wide_and_the_map_scrolls_in_its_frame(shown):
    page = shown(NARROW)
    sizes = page.evaluate(SIZES)
    frame = page.locator(".app-tiles")

    assert all(size["shown"] for size in sizes)
    assert min(size["letters"] for size in sizes) >= 9.5
    assert frame.evaluate("frame => frame.scrollWidth > 2 * frame.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW


def test_a_keyboard_reaches_the_frame_and_the_tile_in_focus_comes_into_view(shown):
    page = shown(NARROW)
    frame = page.locator(".app-tiles")
    frame.focus()

    assert frame.evaluate("frame => frame === document.activeElement")

    page.get_by_label("Norfolk:").focus()
    assert frame.evaluate("frame => frame.scrollLeft") > 0


def test_the_tab_key_walks_every_tile_once(shown):
    page = shown(NARROW)
    page.locator(".app-tiles").focus()
    walked = []
    for _ in TILES:
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUSED))

    assert sorted(walked) == sorted(f"{tile.name}: {tile.says}" for tile in TILES)


@pytest.mark.parametrize("given", [{}, {"forced_colors": "active"}])
def test_the_tile_in_focus_looks_unlike_the_others(shown, given):
    page = shown(WIDE, **given)
    look = """link => {
        const shape = getComputedStyle(link.querySelector('use'));
        return [shape.fill, shape.strokeWidth];
    }"""
    link = page.locator(".app-tiles a").nth(20)
    before = link.evaluate(look)
    link.focus()

    assert link.evaluate(look) != before


def test_chosen_colours_are_kept_and_every_tile_has_its_mark(shown):
    page = shown(WIDE, forced_colors="active")
    fills = page.evaluate(
        "() => [...document.querySelectorAll('.app-tiles a use')]"
        ".map(shape => getComputedStyle(shape).fill)"
    )

    assert len(set(fills)) == 1


def test_on_paper_the_names_are_there(shown):
    page = shown(700)
    page.emulate_media(media="print")

    assert all(size["shown"] for size in page.evaluate(SIZES))
