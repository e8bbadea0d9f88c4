"""What came of a sample, worked out from its rows, and published as a release once it is whole."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from areasend.casework.audit.keying import UnableToAudit, differences
from areasend.casework.audit.models import Cause, Drawn, Said, Sample
from areasend.domain.keyable import KEYABLE
from areasend.ledger import entries, releases
from areasend.ledger.rows import writing
from areasend.ledger.statements import Audited, Tally

_LONDON = ZoneInfo("Europe/London")
_HOW = (
    "Each fact that can be keyed from a kept document had the same chance: its lot was the SHA-256 "
    "of the seed, its release and its field, with colons between, and the lowest were drawn. One "
    "person keyed each without seeing what is recorded; another decided what a difference was."
)


def tallies(sample: Sample) -> tuple[Tally, ...]:
    """Return what came of each field so far, in the order in which fields are listed."""
    facts = list(sample.facts.select_related("keyed", "judged"))
    found = (_tally(one.key, [fact for fact in facts if fact.field == one.key]) for one in KEYABLE)
    return tuple(one for one in found if one.drawn)


def _tally(field: str, facts: list[Drawn]) -> Tally:
    compared = [one for one in facts if hasattr(one, "keyed") and _is_compared(one)]
    found = Counter((_cause(one), one.keyed.said) for one in compared)
    causes = Counter(_cause(one) for one in compared)
    return Tally(
        field=field,
        drawn=len(facts),
        compared=len(compared),
        wrong=causes[Cause.RECORD_WRONG],
        unclear=causes[Cause.UNCLEAR],
        unsaid=found[Cause.RECORD_WRONG, Said.NOT_SAID],
    )


def _cause(fact: Drawn) -> str:
    return fact.judged.cause if hasattr(fact, "judged") else ""


def _is_compared(fact: Drawn) -> bool:
    """Return whether the document could be asked: two people agree on it where one says no."""
    if fact.keyed.said == Said.VALUE:
        return True
    # Of what cannot be read, "unclear" is what the second person says who cannot read it either.
    none = {"", Cause.UNCLEAR} if fact.keyed.said == Said.UNREADABLE else {""}
    return _cause(fact) not in none


def left(sample: Sample) -> tuple[int, int]:
    """Return how many facts wait to be keyed, and how many differences to be decided."""
    return sample.facts.filter(keyed=None).count(), len(differences(sample))


def result(sample: Sample) -> Audited:
    """Return what came of a sample, as it would be published."""
    return Audited(
        drawn_on=sample.drawn_at.astimezone(_LONDON).date(),
        seed=sample.seed,
        frame=sample.frame,
        record=sample.record,
        tallies=tallies(sample),
        words=_HOW + (f" It was drawn anew because: {sample.reason}" if sample.reason else ""),
    )


def publish(sample: Sample, *, by: int, at: datetime) -> int:
    """Publish what came of a sample, and return the number of the release.

    :raises UnableToAudit: if it is not whole, nothing of it could be compared, or it is published
        already
    """
    with writing():
        held = Sample.objects.get(pk=sample.pk)
        if held.release is not None:
            raise UnableToAudit(f"Sample {held.number} is published already.")
        if any(waits := left(held)):
            raise UnableToAudit(
                f"Sample {held.number} is not whole: {waits[0]} to key, {waits[1]} to decide."
            )
        found = result(held)
        if not any(one.compared for one in found.tallies):
            raise UnableToAudit(f"Of sample {held.number} nothing could be compared: draw another.")
        entry = entries.say(found, by=by, at=at)
        held.release = releases.release(entry, takes_effect_at=at, now=at)
        held.save()
    return held.release
