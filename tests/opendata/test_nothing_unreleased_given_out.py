"""What is not released, or not yet, is in no answer of the API, no feed and no calendar."""

from datetime import timedelta

import pytest
from django.test import Client

from areasend.answers.asking import LAST_DAY
from areasend.opendata.addresses import addresses, questions
from areasend.register.asking import now
from tests.register.planting import RELEASED, SCHEDULED, UNRELEASED, plant


def walked():
    """Return every address, but of those of single areas only Dudley's and one in twenty."""
    every = [*addresses(), *questions()]
    of_areas = [one for one in every if "/areas/" in one]
    left_out = {one for one in set(of_areas) - set(of_areas[::20]) if "/dudley" not in one}
    return [one for one in every if one not in left_out]


def asked_of(address):
    """Return what to ask of an address: nothing more; of the API also the last day there is."""
    if not address.startswith("/api/v1/") or address.endswith("openapi.json"):
        return [{}]
    moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    pages = {"limit": "500"} if address.count("/") == 3 else {}
    return [pages, {"as_at": str(LAST_DAY), "known_at": moment, **pages}]


def given_out(address):
    return "".join(words for query in asked_of(address) for words in pages(address, query))


def pages(address, query):
    """Yield what an address tells, page by page."""
    answer = Client(headers={"host": "localhost"}).get(address, query)
    assert answer.status_code == 200, (address, query, answer.content)
    # A calendar folds its lines anywhere.
    yield answer.content.decode().replace("\r\n ", "").casefold()
    following = address.startswith("/api/v1/") and answer.json().get("next")
    if following:
        yield from pages(following.removeprefix("http://localhost"), {})


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_no_program_is_told_of_what_is_not_released():
    plant(UNRELEASED, after=None)
    plant(SCHEDULED, after=timedelta(days=1))
    plant(RELEASED, after=timedelta(0))

    told = {address: given_out(address) for address in walked()}

    assert [one for one, words in told.items() if UNRELEASED in words or SCHEDULED in words] == []
    # What is released is found in each, so that what is not found was looked for.
    for address in (
        "/api/v1/events",
        "/api/v1/deadlines",
        "/api/v1/releases",
        "/api/v1/areas/dudley",
        "/feeds/nation.atom",
        "/feeds/areas/dudley.atom",
        "/feeds/areas/dudley.ics",
        "/feeds/nation.ics",
    ):
        assert RELEASED in told[address], address
