"""Signing in: two steps, no word on who has an account, and a lock that holds."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from click.testing import CliRunner
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import caches
from django.utils import timezone

from areasend.config.rooms_commands import people
from areasend.people import accounts
from areasend.people.locks import locked_until, unlock
from areasend.people.sealing import seal, unseal
from tests.people.accounts import PASSWORD, account, code_by, code_of
from tests.people.asking_rooms import sign_in, signed_in, stranger

pytestmark = pytest.mark.django_db
LOCKED = "Too many wrong attempts. Wait 15 minutes"


@pytest.fixture
def reader():
    return account("reader@example.org", "reader")


def test_a_password_alone_opens_nothing(reader):
    client = stranger()

    assert sign_in(client, reader.email, PASSWORD)["Location"].startswith("/sign-in/second-step")
    assert client.get("/")["Location"] == "/sign-in?next=/"


def test_password_and_code_open_the_first_page_and_the_session_gets_a_new_name(reader):
    client = stranger()
    sign_in(client, reader.email, PASSWORD)
    before = client.cookies[settings.SESSION_COOKIE_NAME].value

    answer = client.post("/sign-in/second-step", {"code": code_of(reader)})

    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_a_code_serves_once(reader):
    first, second = stranger(), stranger()
    code = code_of(reader)
    for client in (first, second):
        sign_in(client, reader.email, PASSWORD)

    assert first.post("/sign-in/second-step", {"code": code}).status_code == 302
    again = second.post("/sign-in/second-step", {"code": code})
    assert "wrong or was used already" in again.text


def test_a_spare_code_serves_once(reader):
    (spare, *_rest) = RecoveryCodes.activate(reader).generate_codes()
    first, second = stranger(), stranger()
    for client in (first, second):
        sign_in(client, reader.email, PASSWORD)

    assert first.post("/sign-in/second-step", {"code": spare})["Location"] == "/"
    assert "wrong or was used" in second.post("/sign-in/second-step", {"code": spare}).text


def test_wrong_codes_lock_the_second_step(reader):
    client = stranger()
    sign_in(client, reader.email, PASSWORD)
    wrong = {"code": f"{(int(code_of(reader)) + 500_000) % 1_000_000:06}"}

    told = [client.post("/sign-in/second-step", wrong).text for _ in range(6)]

    assert [LOCKED in one for one in told] == [False] * 5 + [True]
    assert LOCKED in client.post("/sign-in/second-step", {"code": code_of(reader)}).text


def test_wrong_passwords_lock_an_address_even_for_the_right_one_and_no_other(reader):
    other = account("other@example.org", "reader")

    told = [sign_in(stranger(), reader.email, "wrong").text for _ in range(6)]

    assert [LOCKED in one for one in told] == [False] * 5 + [True]
    assert LOCKED in sign_in(stranger(), reader.email.upper(), PASSWORD).text
    assert sign_in(stranger(), other.email, PASSWORD).status_code == 302


def listed():
    """Return what the list says of the one account."""
    return CliRunner().invoke(people, ["list"]).output.splitlines()[-1]


def test_a_lock_is_listed_and_lifted_by_command(reader):
    before = listed()
    for port in range(6):
        sign_in(stranger(), reader.email, "wrong", headers={"host": f"localhost:{port}"})

    until = locked_until(reader, now=timezone.now())
    assert f"{timezone.localtime(until):%H:%M}" in listed().split()
    assert len(listed().split()) == len(before.split()) + 1
    assert CliRunner().invoke(people, ["unlock", reader.email]).exit_code == 0
    assert listed() == before
    assert sign_in(stranger(), reader.email, PASSWORD).status_code == 302


def test_a_lock_by_wrong_codes_is_listed_and_lifted(reader):
    client = stranger()
    sign_in(client, reader.email, PASSWORD)
    for _ in range(6):
        client.post("/sign-in/second-step", {"code": "000000"})

    assert locked_until(reader, now=timezone.now())
    unlock(reader)
    assert locked_until(reader, now=timezone.now()) is None


def test_what_is_counted_holds_for_every_process():
    assert settings.CACHES["default"]["BACKEND"].endswith("db.DatabaseCache")


def test_made_up_addresses_do_not_push_out_a_lock(reader):
    for _ in range(5):
        sign_in(stranger(), reader.email, "wrong")

    # More than a cache keeps by itself, as from many places.
    for made_up in range(400):
        caches["default"].set(f"made-up-{made_up}", [made_up], 900)

    assert LOCKED in sign_in(stranger(), reader.email, PASSWORD).text


@pytest.mark.parametrize(
    "who", ["nobody@example.org", "reader@example.org", "new@example.org", "gone@example.org"]
)
def test_nothing_tells_which_addresses_have_an_account(reader, who, monkeypatch):  # noqa: ARG001
    accounts.add("new@example.org", roles=["reader"], at=timezone.now())
    accounts.close(account("gone@example.org"), at=timezone.now())
    work = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *given: work.append(1) or encode(*given)
    )

    answers = [sign_in(stranger(), who, "quite another word").text for _ in range(6)]

    assert "The e-mail address or the password is wrong." in answers[0]
    assert LOCKED in answers[5]
    # The five that were looked at each took the hash of one password.
    assert len(work) == 5


def test_nobody_signs_up_or_resets_by_mail():
    for address in (
        "/signup",
        "/sign-up",
        "/accounts/signup/",
        "/password/reset",
        "/account/email",
    ):
        assert stranger().get(address).status_code == 404


def test_after_signing_in_one_is_led_to_no_other_site(reader):
    client = stranger()
    client.post(
        "/sign-in?next=https://elsewhere.example/", {"login": reader.email, "password": PASSWORD}
    )

    answer = client.post("/sign-in/second-step", {"code": code_of(reader)})

    assert answer["Location"] == "/"


def test_setting_up_an_app_shows_spare_codes_this_once():
    new = account("new@example.org", "reader", second_step=False)
    client = stranger()
    assert sign_in(client, new.email, PASSWORD)["Location"] == "/"
    assert client.get("/")["Location"] == "/account"
    client.get("/account/code")
    key = client.session["mfa.totp.secret"]

    answer = client.post("/account/code", {"code": code_by(key)})

    assert answer["Location"] == "/account/spare-codes"
    codes = RecoveryCodes(Authenticator.objects.get(user=new, type="recovery_codes"))
    shown = client.get("/account/spare-codes").text
    assert all(one in shown for one in codes.generate_codes())
    again = client.get("/account/spare-codes").text
    assert not any(one in again for one in codes.generate_codes())
    assert "10 of 10" in again
    assert client.get("/").status_code == 200


def test_what_a_second_step_is_checked_by_is_sealed(reader):
    RecoveryCodes.activate(reader)

    held = [one.data for one in Authenticator.objects.filter(user=reader)]

    assert len(held) == 2
    for one in held:
        assert (one.get("secret") or one["seed"]).startswith("gAAAA")


def test_what_was_sealed_under_an_earlier_secret_is_still_read(settings):
    sealed = seal("key")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another " * 8

    assert unseal(sealed) == "key"
    assert seal("key") != sealed


def test_whoever_signed_in_long_ago_is_asked_again_before_a_second_step_is_changed(reader):
    client = signed_in(reader)

    for address in ("/account/code/remove", "/account/passkeys/new", "/account/spare-codes/new"):
        assert client.get(address)["Location"].startswith("/account/again?next=")
    asked = client.get("/account/again?next=/account/code/remove")
    assert "Is it still you?" in asked.text
    client.post("/account/again?next=/account/code/remove", {"password": PASSWORD})

    assert client.get("/account/code/remove").status_code == 200


def test_without_its_last_second_step_an_account_opens_nothing(reader):
    client = signed_in(reader)
    client.post("/account/again", {"password": PASSWORD})

    client.post("/account/code/remove")

    assert client.get("/")["Location"] == "/account"
