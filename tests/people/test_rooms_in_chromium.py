"""Two people begin to work in the rooms, in real Chromium: one with an app, one with a passkey."""

import time

import pytest
from django.utils import timezone

from tests.people.accounts import PASSWORD, code_by
from tests.register.looking import AXE, TAGS

pytestmark = pytest.mark.slow
#: Seconds that a code must still serve for, where it is about to be typed in.
ENOUGH, PERIOD = 5, 30
#: The narrowest and a usual window; what axe looks at is the same in both.
NARROW, WIDE = 320, 1280
#: What everyone has who has set up an app, and a page that is refused and one that is not there.
PAGES = (
    "/account",
    "/account/password",
    "/account/again",
    "/account/again/code",
    "/account/code/remove",
    "/account/spare-codes/new",
    "/account/passkeys/new",
    "/sign-out",
    "/nowhere",
    "/",
)


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def code(key):
    left = PERIOD - timezone.now().timestamp() % PERIOD
    time.sleep(left + 0.1 if left < ENOUGH else 0)
    return code_by(key)


def first_step(page, email, password=PASSWORD):
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Continue").click()


def choose_password(page, link):
    page.goto(link)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def sign_out(page):
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()


def amiss(page):
    """Return what axe finds on a page, and where it is wider than the window."""
    found = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        found += [width] * (page.evaluate("document.documentElement.scrollWidth") > width)
    return found + [one["id"] for one in AXE.run(page, options=TAGS).response["violations"]]


def test_a_reader_begins_with_an_app_and_no_script(rooms, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    key, spare = begin_with_an_app(page, rooms)

    for typed in (spare, key):
        sign_out(page)
        first_step(page, "reader@example.org")
        assert heading(page) == "Second step"
        page.get_by_label("Code").fill(code(key) if typed == key else spare)
        page.get_by_role("button", name="Sign in").click()
        assert page.url == f"{rooms.address}/"

    rooms.command("people", "close", "reader@example.org")
    page.reload()
    assert heading(page) == "Sign in"
    context.close()


def begin_with_an_app(page, rooms):
    """Set a password and an app, and return the app's key and one of the spare codes."""
    choose_password(page, rooms.add("reader@example.org", "reader"))
    assert heading(page) == "Sign in"
    first_step(page, "reader@example.org")
    assert heading(page) == "Set up a second step"
    page.goto(rooms.address)
    assert heading(page) == "Set up a second step"

    page.get_by_role("button", name="Set up an app").click()
    assert page.locator(".app-scan svg").bounding_box()["width"] > 150
    key = page.locator(".app-secret").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code(key))
    page.get_by_role("button", name="Set it up").click()
    assert heading(page) == "Spare codes"
    return key, page.locator(".app-spare-codes li").first.inner_text()


def test_a_wrong_password_five_times_is_locked_and_says_for_how_long(rooms, page):
    choose_password(page, rooms.add("locked@example.org", "reader"))

    for _ in range(5):
        first_step(page, "locked@example.org", "not the right one")
        assert "The e-mail address or the password is wrong." in page.content()
    first_step(page, "locked@example.org")

    told = page.get_by_role("alert").inner_text()
    assert "Too many wrong attempts. Wait 15 minutes, then try again." in told
    assert amiss(page) == []


def test_a_moderator_begins_with_a_passkey(rooms, page):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "isUserVerified": True}
    also = {"hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**device, **also}})
    told = []
    page.on("console", lambda message: told.append((message.type, message.text)))

    choose_password(page, rooms.add("moderator@example.org", "moderator"))
    first_step(page, "moderator@example.org")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_label("A name to tell it by").fill("my laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/account/spare-codes")
    sign_out(page)

    first_step(page, "moderator@example.org")
    assert heading(page) == "Second step"
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(f"{rooms.address}/")

    page.get_by_role("link", name="Your account").click()
    assert "my laptop" in page.get_by_role("main").inner_text()
    page.get_by_role("link", name="Remove the passkey my laptop").click()
    assert heading(page) == "Remove a passkey"
    assert [words for kind, words in told if kind == "error"] == []


def test_every_page_can_be_used_by_everyone(rooms, page):
    choose_password(page, rooms.add("everyone@example.org"))
    first_step(page, "everyone@example.org")
    found = {"second step": amiss(page)}

    page.get_by_role("button", name="Set up an app").click()
    found["app"] = amiss(page)
    page.get_by_label("Code").fill(code(page.locator(".app-secret").inner_text().replace(" ", "")))
    page.get_by_role("button", name="Set it up").click()
    found["spare codes"] = amiss(page)
    own = ("", "/password", "/again", "/again/code", "/code/remove", "/spare-codes/new")
    for path in (
        *(f"/account{one}" for one in own),
        "/account/passkeys/new",
        "/sign-out",
        "/",
        "/x",
    ):
        page.goto(rooms.address + path)
        found[path] = amiss(page)
    sign_out(page) if page.goto(f"{rooms.address}/account") else None
    found["sign in"] = amiss(page)
    first_step(page, "everyone@example.org")
    found["code"] = amiss(page)

    assert {where: what for where, what in found.items() if what} == {}
