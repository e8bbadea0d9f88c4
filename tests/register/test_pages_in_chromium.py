"""Every template's fullest page, in real Chromium: nothing for axe to find, at both widths."""

import pytest

from areasend.post import keys
from tests.register.conftest import ASKED, SOMEBODY
from tests.register.looking import amiss
from tests.register.sweeping import SWEPT, WIDTHS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", SWEPT)
def test_a_page_is_accessible_light_and_silent(website, browser, address, width):
    assert amiss(browser, website, address, (width,)) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("what", ["confirm", "yours", "stop"])
def test_so_are_the_pages_behind_secret_links(website, browser, what, width):
    held = [SOMEBODY, ASKED, "daily"] if what == "confirm" else SOMEBODY
    link = keys.sign("confirm" if what == "confirm" else "yours", held)

    assert amiss(browser, website, f"/alerts/{what}/{link}", (width,)) == []
