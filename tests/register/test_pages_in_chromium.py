"""Every template's fullest page, in real Chromium: nothing for axe to find, at both widths."""

import pytest

from tests.register.looking import amiss
from tests.register.sweeping import SWEPT, WIDTHS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", SWEPT)
def test_a_page_is_accessible_light_and_silent(website, browser, address, width):
    assert amiss(browser, website, address, (width,)) == []
