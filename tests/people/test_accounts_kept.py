"""Accounts are made, linked and closed by command, and what they lose they lose at once."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from django.contrib.auth import tokens
from django.db import IntegrityError, transaction
from django.utils import timezone

from areasend.config.rooms_commands import people
from areasend.people.models import Account
from tests.people.accounts import PASSWORD, account
from tests.people.asking_rooms import sign_in, signed_in, stranger

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://localhost:8001(/set-password/\S+)")


def run(*words, status=0):
    done = CliRunner().invoke(people, words)
    assert done.exit_code == status, done.output
    return done.output


def link_of(output):
    return LINK.search(output)[1]


def set_password(link, password=PASSWORD):
    """Follow a link and send its form; return the client and the answer."""
    client = stranger()
    page = client.get(link, follow=True)
    where = page.redirect_chain[-1][0] if page.redirect_chain else link
    given = {"new_password1": password, "new_password2": password}
    return client, client.post(where, given)


def test_an_account_is_made_and_its_holder_sets_the_password():
    link = link_of(run("add", "Reader@Example.org", "--role", "reader"))

    client, answer = set_password(link)

    assert answer["Location"] == "/sign-in"
    assert sign_in(client, "reader@example.org", PASSWORD)["Location"] == "/"
    made = Account.objects.get()
    assert made.email == "reader@example.org"
    assert made.roles() == {"reader"}
    assert made.password != PASSWORD


def test_an_account_number_is_twelve_digits_that_say_nothing():
    run("add", "one@example.org")
    run("add", "two@example.org")

    first, second = Account.objects.order_by("pk")

    assert len(str(first.number)) == len(str(second.number)) == 12
    assert abs(first.number - second.number) > 1
    assert str(first) == str(first.number)


def test_a_link_serves_once():
    link = link_of(run("add", "reader@example.org"))
    set_password(link)

    assert "This link has ended" in stranger().get(link, follow=True).text


def test_a_link_serves_for_a_day(monkeypatch):
    link = link_of(run("add", "reader@example.org"))
    assert "Choose a password" in stranger().get(link, follow=True).text
    then = tokens.default_token_generator._now() + timedelta(hours=24, seconds=5)
    monkeypatch.setattr(tokens.PasswordResetTokenGenerator, "_now", lambda _self: then)

    assert "This link has ended" in stranger().get(link, follow=True).text


def test_a_new_link_ends_the_one_before_the_password_and_the_session():
    link = link_of(run("add", "reader@example.org"))
    set_password(link)
    client = signed_in(Account.objects.get())
    assert client.get("/account").status_code == 200

    again = link_of(run("link", "reader@example.org"))

    assert client.get("/account")["Location"] == "/sign-in?next=/account"
    assert sign_in(stranger(), "reader@example.org", PASSWORD).status_code == 200
    newest = link_of(run("link", "reader@example.org"))
    assert "This link has ended" in stranger().get(again, follow=True).text
    assert "Choose a password" in stranger().get(newest, follow=True).text


def test_who_lost_the_second_step_is_let_set_up_another():
    reader = account("reader@example.org", "reader")

    run("link", "reader@example.org")
    assert Authenticator.objects.filter(user=reader).exists()
    run("link", "reader@example.org", "--lost-second-step")

    assert not Authenticator.objects.filter(user=reader).exists()


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("elevenchars", "too short"),
        ("password1234", "too common"),
        ("reader@example.org", "too similar"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password, told):
    _client, answer = set_password(link_of(run("add", "reader@example.org")), password)

    assert told in answer.text
    assert not Account.objects.get().has_usable_password()


def test_whoever_is_signed_in_to_an_account_that_is_closed_is_out_at_once():
    client = signed_in(account("reader@example.org", "reader"))
    assert client.get("/").status_code == 200

    run("close", "reader@example.org")

    assert client.get("/")["Location"] == "/sign-in?next=/"
    assert sign_in(stranger(), "reader@example.org", PASSWORD).status_code == 200


def test_a_closed_account_stays_closed_and_its_number_stays():
    reader = account("reader@example.org", "reader")
    run("close", "reader@example.org")

    assert "has no open account" in run("link", "reader@example.org", status=2)
    assert "has an account already" in run("add", "READER@example.org", status=2)
    closed = Account.objects.get(number=reader.number)
    assert closed.roles() == frozenset()
    assert not closed.has_usable_password()
    assert not Authenticator.objects.filter(user=closed).exists()


def test_a_role_is_given_and_taken_at_once():
    client = signed_in(account("reader@example.org", "reader"))

    run("roles", "reader@example.org", "--remove", "reader")
    assert client.get("/").status_code == 403

    assert run("roles", "reader@example.org", "--add", "reader").startswith("reader: Checks")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "words",
    [
        ("add", "nobody"),
        ("add", "reader@example.org", "--role", "king"),
        ("roles", "reader@example.org", "--add", "reader"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(words):
    assert re.search(r"is not an|no role king|has no open account", run(*words, status=2))
    assert not Account.objects.exists()


def test_every_account_is_listed_with_what_it_holds():
    account("reader@example.org", "reader", "auditor")
    account("new@example.org", second_step=False)
    run("close", "new@example.org")

    told = run("list")

    assert "auditor, reader  set up" in told
    assert told.splitlines()[-1].endswith(f"{timezone.now():%Y-%m-%d}")


def test_the_database_holds_an_address_once_however_it_is_written():
    account("reader@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(email="READER@example.org", opened_at=timezone.now())
