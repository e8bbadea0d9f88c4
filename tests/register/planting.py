"""Facts with words that nobody else uses: not released, released for later, or released."""

from datetime import timedelta

from django.db import connection

from areasend.domain.attestations import SourceKind
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.ledger import entries, releases
from areasend.ledger.statements import Answered, Finding, Replied
from areasend.register.asking import now
from tests.builders import build_attestation, build_report, build_source, build_started, build_step

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


def texts_with(word):
    """Return how many of the ledger's texts say a word."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM entry_text UNION ALL SELECT text FROM release_text")
        return sum(word in text for (text,) in cursor.fetchall())


def plant_what_nobody_may_see():
    """Plant what is not released, and what takes effect a day from now."""
    plant(UNRELEASED, after=None)
    plant(SCHEDULED, after=timedelta(days=1))
