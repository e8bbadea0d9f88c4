"""Every template's fullest page, in real Chromium: nothing for axe to find, at both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from areasend.post import keys
from tests.register.conftest import ASKED, SOMEBODY
from tests.register.sweeping import FULLEST, HEAVIEST, WIDTHS

pytestmark = pytest.mark.slow
AXE = Axe()
TAGS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", FULLEST.values())
def test_a_page_is_accessible_light_and_silent(website, browser, address, width):
    look(website, browser, address, width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("what", ["confirm", "yours", "stop"])
def test_so_are_the_pages_behind_secret_links(website, browser, what, width):
    held = [SOMEBODY, ASKED, "daily"] if what == "confirm" else SOMEBODY
    link = keys.sign("confirm" if what == "confirm" else "yours", held)
    look(website, browser, f"/alerts/{what}/{link}", width)


def look(website, browser, address, width):
    """Open a page, and find nothing amiss with it."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    told, fetched = [], []
    page.on("console", lambda message: told.append(message.text))
    # Playwright marks the handler, which a built-in method does not bear.
    page.on("response", lambda answer: fetched.append(answer))  # noqa: PLW0108
    try:
        page.goto(website + address)
        found = AXE.run(page, options=TAGS).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        weight = sum(
            len(one.body())
            if "br" not in one.headers.get("content-encoding", "")
            else int(one.headers["content-length"])
            for one in fetched
        )
    finally:
        page.close()

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert [one for one in told if "status of 4" not in one] == []
    assert wide <= width
    assert weight < HEAVIEST
    assert all(one.url.startswith(website) for one in fetched)
