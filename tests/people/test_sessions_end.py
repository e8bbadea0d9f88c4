"""A session: what its cookie allows, and everything that ends it."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import override_settings
from django.utils import timezone

from tests.people.accounts import PASSWORD, account
from tests.people.asking_rooms import sign_in, signed_in, stranger

pytestmark = pytest.mark.django_db
HOUR = 60 * 60


@pytest.fixture
def reader():
    return account("reader@example.org", "reader")


def cookies_of(client):
    return [
        client.cookies[name] for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    ]


def test_no_script_and_no_other_site_gets_at_a_cookie(reader):
    client = stranger()
    client.get("/sign-in")
    sign_in(client, reader.email, PASSWORD)

    for cookie in cookies_of(client):
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    # The browser forgets whose session it was when it is closed.
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_over_https_no_cookie_is_ever_sent_in_the_clear(reader):
    client = stranger()
    client.get("/sign-in", secure=True)
    sign_in(client, reader.email, PASSWORD, secure=True)

    assert all(cookie["secure"] for cookie in cookies_of(client))
    assert all(cookie.key.startswith("__Host-") for cookie in cookies_of(client))


def test_an_hour_without_a_request_ends_it(reader):
    client = signed_in(reader)
    client.get("/")
    held = Session.objects.get(pk=client.session.session_key)

    left = (held.expire_date - timezone.now()).total_seconds()
    assert HOUR - 60 < left <= HOUR
    held.expire_date = timezone.now()
    held.save()

    assert client.get("/")["Location"] == "/sign-in?next=/"


def test_each_request_lets_it_go_on(reader):
    client = signed_in(reader)
    client.get("/")
    Session.objects.update(expire_date=timezone.now() + timezone.timedelta(minutes=1))

    client.get("/")

    assert Session.objects.get().expire_date > timezone.now() + timezone.timedelta(minutes=50)


def test_twelve_hours_end_it_however_busy_it_was(reader):
    client = signed_in(reader)
    client.get("/")
    session = client.session
    session["areasend_begun"] -= 12 * HOUR - 60
    session.save()
    assert client.get("/").status_code == 200

    session["areasend_begun"] -= 60
    session.save()

    assert client.get("/")["Location"] == "/sign-in?next=/"
    assert not Session.objects.filter(pk=session.session_key).exists()


def test_signing_out_ends_it_for_whoever_kept_the_cookie_too(reader):
    client, copy = signed_in(reader), stranger()
    copy.cookies = client.cookies.copy()
    assert client.get("/sign-out").status_code == 200
    assert copy.get("/").status_code == 200

    client.post("/sign-out")

    assert copy.get("/")["Location"] == "/sign-in?next=/"


def test_changing_the_password_ends_every_session(reader):
    here, elsewhere = signed_in(reader), signed_in(reader)
    new = "another lantern entirely"

    told = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/account/password", told).status_code == 302

    assert here.get("/").status_code == elsewhere.get("/").status_code == 302
    assert sign_in(stranger(), reader.email, new).status_code == 302
    assert sign_in(stranger(), reader.email, PASSWORD).status_code == 200


def test_a_form_from_elsewhere_is_refused_in_words(reader):
    client = stranger(enforce_csrf_checks=True)

    answer = sign_in(client, reader.email, PASSWORD)

    assert answer.status_code == 403
    assert "did not come from a page of ours" in answer.text
