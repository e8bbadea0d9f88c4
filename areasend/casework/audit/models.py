"""Samples of recorded facts, what was keyed again of each, and who decided what a difference is.

Rows are only ever added. How far a sample has come is read from them (`tallying.py`).
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from areasend.papers.models import Paper


class Said(StrEnum):
    """What came of looking for a fact in its document."""

    VALUE = "value"
    NOT_SAID = "not-said"
    UNREADABLE = "unreadable"


class Cause(StrEnum):
    """What a difference was found to be."""

    RECORD_WRONG = "record-wrong"
    KEYING_WRONG = "keying-wrong"
    UNCLEAR = "unclear"


class Sample(models.Model):
    """Facts drawn by a seed, out of so many that had a document (`frame`) and all (`record`).

    `reason` says why it was drawn although another was not finished; `release` is the number of the
    release that published what came of it.
    """

    number = models.BigAutoField(primary_key=True)
    seed = models.TextField()
    drawn_at = models.DateTimeField()
    frame = models.PositiveIntegerField()
    record = models.PositiveIntegerField()
    reason = models.TextField(blank=True, default="")
    release = models.BigIntegerField(null=True, unique=True)

    class Meta:
        db_table = "audit_sample"
        constraints: ClassVar = [
            models.CheckConstraint(name="audit_seed_given", condition=~Q(seed="")),
            models.CheckConstraint(name="audit_frame", condition=Q(record__gte=F("frame"))),
        ]


class Drawn(models.Model):
    """A fact of a sample as it was recorded when it was drawn, and the document to key it from."""

    number = models.BigAutoField(primary_key=True)
    sample = models.ForeignKey(Sample, models.PROTECT, related_name="facts")
    place = models.PositiveIntegerField()
    release = models.BigIntegerField()
    area = models.TextField()
    field = models.TextField()
    recorded = models.TextField()
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")

    class Meta:
        db_table = "audit_drawn"
        constraints: ClassVar = [
            models.UniqueConstraint(name="audit_place_once", fields=["sample", "place"]),
            models.UniqueConstraint(name="audit_fact_once", fields=["sample", "release", "field"]),
        ]


class Keyed(models.Model):
    """What somebody keyed of a fact, who had not seen what is recorded."""

    fact = models.OneToOneField(Drawn, models.PROTECT, primary_key=True, related_name="keyed")
    said = models.TextField()
    value = models.TextField(blank=True, default="")
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "audit_keyed"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="audit_known_said", condition=Q(said__in=[one.value for one in Said])
            ),
            models.CheckConstraint(
                name="audit_value_if_said",
                condition=(Q(said="value") & ~Q(value="")) | (~Q(said="value") & Q(value="")),
            ),
        ]


class Judged(models.Model):
    """What another person found a difference to be, and why."""

    fact = models.OneToOneField(Drawn, models.PROTECT, primary_key=True, related_name="judged")
    cause = models.TextField()
    reason = models.TextField()
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "audit_judged"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="audit_known_cause", condition=Q(cause__in=[one.value for one in Cause])
            ),
            models.CheckConstraint(name="audit_cause_has_reason", condition=~Q(reason="")),
        ]
