"""Every template's fullest page, in real Chromium: nothing for axe to find, at both widths."""

import pytest

from areasend.post import keys
from areasend.register.replying import keeping
from tests.register.conftest import ASKED, SOMEBODY
from tests.register.looking import amiss, at_each
from tests.register.sweeping import SWEPT, WIDTHS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("address", SWEPT)
def test_a_page_is_accessible_light_and_silent(website, browser, address):
    assert amiss(browser, website, address) == []


@pytest.mark.parametrize("what", ["confirm", "yours", "stop"])
def test_so_are_the_pages_behind_secret_links(website, browser, what):
    held = [SOMEBODY, ASKED, "daily"] if what == "confirm" else SOMEBODY
    link = keys.sign("confirm" if what == "confirm" else "yours", held)

    assert amiss(browser, website, f"/alerts/{what}/{link}") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_so_are_the_pages_on_which_a_body_replies(website, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{website}/reply/{keeping.link(f'width-{width}')}")
    found = [*at_each(page, (width,))]

    for words in ("Ring Mrs Smith.", "The plan is on our site."):
        page.get_by_label("The reply").fill(words)
        page.get_by_role("button", name="See how it will stand").click()
        found += at_each(page, (width,))
    page.get_by_role("button", name="Send the reply").click()
    found += at_each(page, (width,))

    assert found == []
    assert page.get_by_role("heading", level=1).inner_text() == "Thank you: we have the reply"
    page.close()


def test_the_key_of_the_map_opens_the_part_to_which_it_leads(website, browser):
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{website}/map")
    area = page.locator("table").get_by_role("link", name="Oldham", exact=True)
    assert not area.is_visible()

    page.get_by_role("link", name="widespread or systemic failings; no monitoring").first.click()

    assert area.is_visible()
    page.close()
