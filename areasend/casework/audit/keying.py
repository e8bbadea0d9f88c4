"""Keying facts again without seeing what is recorded, and deciding what a difference is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from areasend.casework.audit.models import Cause, Drawn, Judged, Keyed, Said, Sample
from areasend.casework.models import Decision
from areasend.domain.keyable import BY_KEY, agree, keyed


class UnableToAudit(ValueError):
    """This cannot be keyed or decided by this person now, for the reason given."""


def open_sample() -> Sample | None:
    """Return the sample that is being keyed: the last that was drawn, unless it is published."""
    last = Sample.objects.order_by("number").last()
    return last if last and last.release is None else None


def next_to_key(sample: Sample, *, by: int) -> Drawn | None:
    """Return the next fact that somebody may key: not of a document that they worked on."""
    return _for(sample, by).filter(keyed=None).order_by("place").first()


def to_judge(sample: Sample, *, by: int) -> list[Drawn]:
    """Return the differences that somebody may decide.

    None is among them that they keyed, and none of a document that they checked or published: they
    would decide whether they were wrong themselves.
    """
    theirs = set(_for(sample, by).values_list("pk", flat=True))
    return [one for one in differences(sample) if one.keyed.by != by and one.pk in theirs]


@dataclass(frozen=True)
class Barred:
    """How many differences somebody may not decide, by why; and how many no auditor may."""

    keyed: int
    checked: int
    for_nobody: int


def barred(sample: Sample, *, by: int, auditors: Iterable[int]) -> Barred:
    """Return how many differences are not for somebody to decide, of all that wait."""
    open_ones = differences(sample)
    may = {one.pk for each in auditors for one in to_judge(sample, by=each)}
    keyed = [one for one in open_ones if one.keyed.by == by]
    return Barred(
        keyed=len(keyed),
        checked=len(open_ones) - len(keyed) - len(to_judge(sample, by=by)),
        for_nobody=sum(one.pk not in may for one in open_ones),
    )


def differences(sample: Sample) -> list[Drawn]:
    """Return the facts that were not keyed as they are recorded, and that nobody decided."""
    open_ones = sample.facts.filter(judged=None, keyed__isnull=False).select_related("keyed")
    return [one for one in open_ones.order_by("place") if differs(one)]


def differs(fact: Drawn) -> bool:
    """Return whether anything else was keyed than is recorded: another value, or none.

    A recorded fact that its document does not say is an error like any other, and one person alone
    does not settle that a page cannot be read.
    """
    if fact.keyed.said != Said.VALUE:
        return True
    return not agree(BY_KEY[fact.field], fact.recorded, fact.keyed.value)


def may_key(fact: Drawn, *, by: int) -> bool:
    """Return whether somebody may key a fact, or look at it: not if they checked its document."""
    return _for(fact.sample, by).filter(pk=fact.pk).exists()


def key(fact: Drawn, said: Said, typed: str, *, by: int, at: datetime) -> Keyed:
    """Keep what somebody found in the document.

    :raises NotAnAnswer: if what was typed does not answer the question
    :raises UnableToAudit: if it was keyed already, or by whoever checked the document
    """
    if not may_key(fact, by=by):
        raise UnableToAudit("You checked or published this document: another person must key it.")
    value = keyed(BY_KEY[fact.field], typed) if said is Said.VALUE else ""
    try:
        with transaction.atomic():
            return Keyed.objects.create(fact=fact, said=said.value, value=value, by=by, at=at)
    except IntegrityError:
        raise UnableToAudit("This was keyed already. Go on with the next.") from None


def judge(fact: Drawn, cause: Cause, reason: str, *, by: int, at: datetime) -> Judged:
    """Keep what a difference was found to be, and why.

    :raises UnableToAudit: if there is no open difference, it is their own, they checked the
        document, or no reason is given
    """
    if not reason.strip():
        raise UnableToAudit("Say why.")
    if fact.pk not in {one.pk for one in differences(fact.sample)}:
        raise UnableToAudit("There is no difference here that waits to be decided.")
    if fact.keyed.by == by:
        raise UnableToAudit("You keyed it: another person must decide what the difference is.")
    if not may_key(fact, by=by):
        raise UnableToAudit("You checked or published this document: another person must decide.")
    try:
        with transaction.atomic():
            kept = {"cause": cause.value, "reason": reason.strip()}
            return Judged.objects.create(fact=fact, **kept, by=by, at=at)
    except IntegrityError:
        raise UnableToAudit("This was decided already.") from None


def _for(sample: Sample, by: int) -> QuerySet[Drawn]:
    seen = Decision.objects.filter(by=by).values("document__paper")
    return sample.facts.exclude(paper__in=seen)
