"""What is not released, or not yet, is nowhere on the website, whatever day or moment is asked."""

import os
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from areasend.answers.asking import LAST_DAY
from areasend.domain.attestations import SourceKind
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.ledger import entries, releases
from areasend.ledger.statements import Answered, Finding, Replied
from areasend.register.addresses import ALERTS
from areasend.register.asking import now
from tests.builders import build_attestation, build_report, build_source, build_started, build_step
from tests.register.sweeping import every_address

#: Words that nobody else uses.
UNRELEASED, SCHEDULED, RELEASED = "quillfeather", "marlinspike", "tamarisk"


def planted(word):
    """Yield the numbers of entries that say a word in every field in which words can stand."""
    at = now()
    name = f"dudley/{word}/1"
    source = build_source(
        kind=SourceKind.PRESS,
        title=f"{word} title",
        publisher=f"{word} publisher",
        href=f"https://{word}.example/page",
    )
    told = {"attested": (build_attestation("2026-06-15", source=source, words=f"{word} said"),)}
    inspected = {"inspection": name, **told}
    for event in (
        build_started(framework=Framework.AREA_SEND_2023, **inspected),
        build_report(outcome=Outcome.WIDESPREAD_FAILINGS, **inspected),
        build_step(step=StepKind.DEEP_DIVE, **told),
    ):
        yield entries._append(entries.Told(event=event), by=1, at=at, corrects=None)
    yield entries.say(
        Answered(about=f"/{word}", area="dudley", finding=Finding.CANNOT_TELL, words=f"{word} !"),
        by=1,
        at=at,
    )
    yield entries.say(
        Replied(area="dudley", body=f"{word} body", words=f"{word} reply", seen=f"{word} seen"),
        by=1,
        at=at,
    )


def plant(word, *, after):
    """Record entries that say a word, and release each so long after now, if at all."""
    for number in planted(word):
        if after is not None:
            at = now()
            releases.release(number, takes_effect_at=at + after, now=at)


def asked_of(address):
    """Return what to ask of an address: nothing more, and the last day there is, as known now."""
    moment = now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return [(address, {}), (address, {"as-at": str(LAST_DAY), "known-at": moment})]


def shown(addresses):
    """Return all that the website tells of anything: its pages and their headers, as one text."""
    site = Client(headers={"host": "localhost"})
    told = []
    for path, query in (one for address in addresses for one in asked_of(address)):
        answer = site.get(path, query)
        assert answer.status_code in {200, 301, 303, 400}, (path, query)
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
    plant(UNRELEASED, after=None)
    plant(SCHEDULED, after=timedelta(days=1))
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
    plant(UNRELEASED, after=None)
    plant(SCHEDULED, after=timedelta(days=1))

    assert deep_dive not in before
    assert deep_dive not in shown(["/areas/dudley"])

    plant(RELEASED, after=timedelta(0))

    assert deep_dive in shown(["/areas/dudley"])


@pytest.mark.usefixtures("record")
def test_the_planted_words_are_in_the_record():
    for word, after in ((UNRELEASED, None), (SCHEDULED, timedelta(days=1))):
        plant(word, after=after)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM entry_text UNION ALL SELECT text FROM release_text")
        texts = [text for (text,) in cursor.fetchall()]

    assert sum(UNRELEASED in text for text in texts) == 5
    assert sum(SCHEDULED in text for text in texts) == 10


@pytest.mark.usefixtures("record")
def test_every_name_of_an_address_is_walked():
    from areasend.register.urls import urlpatterns

    every = every_address()
    # What alerts tell is tried where they are told (tests/answers/test_happenings.py).
    names = {one.name for one in urlpatterns} - ALERTS

    assert len(every) == len(set(every))
    assert len(every) >= len(names) + 153
