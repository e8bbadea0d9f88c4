"""A sample of facts that was keyed again, as the public is told of it."""

from datetime import date

from areasend.ledger import entries, releases
from areasend.ledger.statements import Audited, Tally
from areasend.register.asking import now

AUDITED = Audited(
    drawn_on=date(2026, 11, 21),
    seed="a seed <of ours>",
    frame=412,
    record=867,
    tallies=(
        Tally(field="started", drawn=40, compared=38, wrong=1, unclear=1),
        Tally(field="outcome-2023", drawn=60, compared=60),
        Tally(field="weaknesses", drawn=2),
    ),
    words="Each fact had the same chance.",
)


def tell_of_an_audit():
    """Publish what came of a sample."""
    at = now()
    releases.release(entries.say(AUDITED, by=1, at=at), takes_effect_at=at, now=at)
