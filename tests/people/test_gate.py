"""Who gets through the gate of the rooms."""

from importlib import import_module

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import URLResolver, path

from areasend.people.deeds import roles
from areasend.people.gate import OPEN, OWN, Deed, deeds_of, may, needs
from tests.people.accounts import account
from tests.people.asking_rooms import signed_in, stranger

pytestmark = pytest.mark.django_db
#: What stands in an address for what it asks for.
SAMPLES = {"int": "1", "path": "x"}


def addresses(patterns=None, before="/", named=""):
    """Yield every address of the rooms and the name it goes by."""
    here = import_module(settings.ROOT_URLCONF).urlpatterns if patterns is None else patterns
    for one in here:
        route = before + _filled(one)
        if isinstance(one, URLResolver):
            space = f"{one.namespace}:" if one.namespace else ""
            yield from addresses(one.url_patterns, route, named + space)
        else:
            yield route, f"{named}{one.name}"


def _filled(pattern):
    route = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        for written in (f"<{kind}:{name}>", f"<{name}>"):
            route = route.replace(written, SAMPLES.get(kind, "x"))
    return route


def forgotten(_request):
    """A view whose author forgot the gate."""
    return HttpResponse("not for you")


@needs(Deed.MODERATE)
def second_look(_request):
    return HttpResponse("looked")


urlpatterns = [
    *import_module("areasend.config.rooms_urls").urlpatterns,
    path("forgotten", forgotten, name="forgotten"),
    path("second-look", second_look, name="second-look"),
]


def behind_the_gate():
    return [address for address, name in addresses() if name not in OPEN | OWN]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_opens_nothing_but_the_pages_of_signing_in(method):
    client = stranger()

    for address, name in addresses():
        answer = getattr(client, method)(address)
        led = answer.status_code == 302 and answer["Location"].startswith("/sign-in?next=")
        assert led == (name not in OPEN), (address, answer.status_code)


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_account_without_a_role_is_refused_everywhere_but_at_its_own_pages(method):
    client = signed_in(account())

    told = {address: getattr(client, method)(address).status_code for address in behind_the_gate()}

    assert told
    assert set(told.values()) == {403}, told


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_second_step_every_way_leads_to_setting_one_up(method):
    client = signed_in(account("reader@example.org", *roles(), second_step=False))

    told = {getattr(client, method)(address).get("Location") for address in behind_the_gate()}

    assert told == {"/account"}


def test_every_page_of_an_own_account_is_one_that_is_there():
    assert {name for _address, name in addresses()} >= OPEN | OWN


def test_every_view_of_the_rooms_is_behind_the_gate_or_in_a_list():
    client = signed_in(account("all@example.org", *roles()))

    told = {address: client.get(address).status_code for address in behind_the_gate()}

    assert 403 not in told.values(), told


@pytest.mark.urls("tests.people.test_gate")
def test_a_view_that_forgot_the_gate_is_seen_by_nobody():
    everything = account("all@example.org", *roles())

    assert stranger().get("/forgotten")["Location"] == "/sign-in?next=/forgotten"
    assert signed_in(everything).get("/forgotten").status_code == 403


@pytest.mark.urls("tests.people.test_gate")
def test_a_view_is_open_to_whoever_may_and_to_nobody_else():
    assert signed_in(account("m@example.org", "moderator")).get("/second-look").content == b"looked"
    assert signed_in(account("r@example.org", "reader")).get("/second-look").status_code == 403


@pytest.mark.parametrize("role", roles())
def test_each_role_lets_its_deeds_be_done_and_no_others(role):
    held = account(f"{role}@example.org", role)

    assert deeds_of(held) == roles()[role].may
    assert [may(held, deed) for deed in Deed] == [deed in roles()[role].may for deed in Deed]


def test_without_a_second_step_nothing_may_be_done():
    assert not deeds_of(account("reader@example.org", "reader", second_step=False))


def test_a_role_that_no_longer_exists_lets_nothing_be_done():
    reader = account()
    reader.held.create(role="registrar")

    assert not deeds_of(reader)


def test_a_closed_account_may_nothing():
    reader = account("reader@example.org", "reader")
    reader.closed_at = reader.opened_at

    assert not may(reader, Deed.CHECK)
