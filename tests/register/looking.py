"""Looks at a page in Chromium: with axe, at a width, and at all that it fetches."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.register.sweeping import HEAVIEST, WIDTHS

AXE = Axe()
TAGS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # All that is well on a long page takes longer to hand over than to find.
    "resultTypes": ["violations"],
}
_HEIGHT = 900
#: Where pages were asked for too fast, one waits this many milliseconds and asks again.
_TOO_MANY, _SOON = 429, 1000


def amiss(browser: Any, website: str, address: str, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """Return what is amiss on a page, in words, at each width."""
    page = browser.new_page(viewport={"width": widths[0], "height": _HEIGHT})
    told: list[str] = []
    fetched: list[Any] = []
    page.on("console", lambda message: told.append(message.text))
    # Playwright marks the handler, which a built-in method does not bear.
    page.on("response", lambda answer: fetched.append(answer))  # noqa: PLW0108
    try:
        while page.goto(website + address).status == _TOO_MANY:
            page.wait_for_timeout(_SOON)
            del told[:], fetched[:]
        return [*_of_what_came(website, told, fetched), *at_each(page, widths)]
    finally:
        page.close()


def at_each(page: Any, widths: tuple[int, ...]) -> Iterator[str]:
    """Yield what axe finds on an open page at each width, and whether it is wider."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": _HEIGHT})
        for one in AXE.run(page, options=TAGS).response["violations"]:
            yield f"{width}: {one['id']}: {[node['html'][:200] for node in one['nodes']]}"
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            yield f"{width}: it is {wide} wide"


def _of_what_came(website: str, told: list[str], fetched: list[Any]) -> Iterator[str]:
    weight = sum(map(_weight, fetched))
    if weight >= HEAVIEST:
        yield f"it weighs {weight:,} bytes"
    yield from (f"the console says: {one}" for one in told if "status of 4" not in one)
    yield from (f"fetches {one.url}" for one in fetched if not one.url.startswith(website))


def _weight(answer: Any) -> int:
    """Return the bytes that came over the wire: as compressed as they were sent."""
    if "br" in answer.headers.get("content-encoding", ""):
        return int(answer.headers["content-length"])
    return len(answer.body())
