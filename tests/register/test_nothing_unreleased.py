"""What is not released, or not yet, is nowhere on the website, whatever day or moment is asked.

The same of every page as it stands is tried on the published copy (test_published_copy.py).
"""

import os
from datetime import timedelta

import pytest
from django.test import Client

from areasend.answers.asking import LAST_DAY
from areasend.register.addresses import ALERTS
from areasend.register.asking import now
from tests.register.planting import (
    RELEASED,
    SCHEDULED,
    UNRELEASED,
    plant,
    plant_what_nobody_may_see,
    texts_with,
)
from tests.register.sweeping import every_address


def shown(addresses):
    """Return all that the website tells of the last day there is, as known now, as one text.

    The headers of each page are among it.
    """
    moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    site = Client(headers={"host": "localhost"})
    told = []
    for path in addresses:
        answer = site.get(path, {"as-at": str(LAST_DAY), "known-at": moment})
        assert answer.status_code in {200, 301, 303, 400}, path
        told.append(f"{answer.headers} {answer.content.decode()}")
    return "\n".join(told).casefold()


def walked():
    """Return every address; of health bodies and of cards one in twenty unless asked for more.

    Of cards those of Dudley are always among them: of it the planted words tell.
    """
    few = [one for one in every_address() if one.startswith(("/health/", "/embed/"))]
    left_out = set() if os.environ.get("AREASEND_DEEP") else set(few) - set(few[::20])
    return [one for one in every_address() if one not in left_out or "/areas/dudley" in one]


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_no_page_tells_of_what_is_not_released():
    plant_what_nobody_may_see()
    plant(RELEASED, after=timedelta(0))

    told = shown(walked())

    assert UNRELEASED not in told
    assert SCHEDULED not in told
    # What is released is found, so that what is not found was looked for.
    for what in ("!", "reply", "body", "seen"):
        assert f"{RELEASED} {what}" in told


@pytest.mark.usefixtures("record")
def test_an_event_appears_with_its_release():
    deep_dive = "looked closely at one theme"
    before = shown(["/areas/dudley"])
    plant_what_nobody_may_see()

    assert deep_dive not in before
    assert deep_dive not in shown(["/areas/dudley"])

    plant(RELEASED, after=timedelta(0))

    assert deep_dive in shown(["/areas/dudley"])


@pytest.mark.usefixtures("record")
def test_the_planted_words_are_in_the_record():
    plant_what_nobody_may_see()

    assert (texts_with(UNRELEASED), texts_with(SCHEDULED)) == (5, 10)


@pytest.mark.usefixtures("record")
def test_every_name_of_an_address_is_walked():
    from areasend.register.urls import urlpatterns

    every = every_address()
    # What alerts tell is tried where they are told (tests/answers/test_happenings.py).
    names = {one.name for one in urlpatterns} - ALERTS

    assert len(every) == len(set(every))
    assert len(every) >= len(names) + 153
