"""Nothing can be sent to a page that is only read."""

import pytest
from django.test import Client

from areasend.register.addresses import TAKE_FORMS
from areasend.register.urls import urlpatterns

#: What fits in each place of an address.
_ANY = {"slug": "dudley", "name": "inspected", "file": "areas.csv", "link": "x"}


def _address(pattern):
    route = str(pattern.pattern)
    for name, any_ in _ANY.items():
        route = route.replace(f"<slug:{name}>", any_).replace(f"<str:{name}>", any_)
    return f"/{route}"


READ = [_address(one) for one in urlpatterns if one.name not in TAKE_FORMS]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "FOO"])
@pytest.mark.parametrize("address", READ)
def test_a_page_refuses_what_is_sent(address, method):
    refused = Client().generic(method, address)

    assert refused.status_code == 405
    assert refused.headers["Allow"] == "GET, HEAD"


def test_every_address_that_takes_a_form_is_one():
    assert {one.name for one in urlpatterns} >= TAKE_FORMS


@pytest.mark.parametrize("address", ["/find", "/deadline", "/report"])
def test_a_form_takes_nothing_but_a_form(address):
    assert Client().generic("PUT", address).status_code == 405
