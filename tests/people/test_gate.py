"""Who gets through the gate of the rooms."""

import pytest
from django.test import Client

from areasend.people.gate import Deed, may
from tests.people.accounts import account

pytestmark = pytest.mark.django_db


def signed_in(who):
    client = Client(headers={"host": "localhost"})
    client.force_login(who)
    return client


def test_a_role_lets_its_deeds_be_done_and_no_others():
    reader = account("reader@example.org", "reader")

    assert may(reader, Deed.CHECK)
    assert not may(reader, Deed.MODERATE)


def test_without_a_second_step_nothing_may_be_done():
    reader = account("reader@example.org", "reader", second_step=False)

    assert not may(reader, Deed.CHECK)


def test_a_reader_gets_in():
    client = signed_in(account("reader@example.org", "reader"))

    assert client.get("/").status_code == 200


def test_a_stranger_is_led_to_sign_in():
    answer = Client(headers={"host": "localhost"}).get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?next=/")


def test_someone_without_a_role_is_refused():
    assert signed_in(account()).get("/").status_code == 403


def test_someone_without_a_second_step_is_led_to_set_one_up():
    client = signed_in(account("reader@example.org", "reader", second_step=False))

    assert client.get("/")["Location"] == "/account"
