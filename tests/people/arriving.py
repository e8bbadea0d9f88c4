"""People in the served rooms, in real Chromium: signed in already, and what is amiss on a page.

How a password and a second step are set up is tried in `test_rooms_in_chromium.py`; whoever tries
a room begins after it, which saves some ten seconds for each of them.
"""

from django.conf import settings

from tests.ledgers import connected_to
from tests.people.accounts import account
from tests.people.asking_rooms import signed_in
from tests.register.looking import AXE, TAGS

#: The narrowest and a usual window; what axe looks at is the same in both.
NARROW, WIDE = 320, 1280


def arrive(browser, rooms, email, role, **how):
    """Return the first page as somebody new of a role sees it, in a window of their own."""
    with connected_to(rooms.ledger):
        cookies = signed_in(account(email, role)).cookies
    held = cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(base_url=rooms.address, **how)
    # They are served without HTTPS on this machine, and so the name has no prefix there.
    name = settings.SESSION_COOKIE_NAME.removeprefix("__Host-")
    context.add_cookies([{"name": name, "value": held, "url": rooms.address}])
    page = context.new_page()
    page.goto("/")
    return page


def amiss(page, *, axe=True):
    """Return where a page is wider than the window, and what axe finds on it."""
    found = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        found += [width] * (page.evaluate("document.documentElement.scrollWidth") > width)
    seen = AXE.run(page, options=TAGS).response["violations"] if axe else []
    return found + [one["id"] for one in seen]
