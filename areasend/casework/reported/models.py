"""Who has which report or reply, and what was done with it: none of the words that came with it.

The words stay in the website's own tables and are deleted there by rule. People are the opaque
numbers of their accounts. Rows are only ever added.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from areasend.answers.waiting import Kind
from areasend.casework.models import AnyClaim


class Act(StrEnum):
    """What somebody did with a report or a reply. Each of these ends it."""

    ANSWER = "answer"
    RELEASE = "release"
    DECLINE = "decline"
    DELETE = "delete"


#: What is done without a word in public, and so never without a reason that is kept here.
WITH_REASON = (Act.DECLINE.value, Act.DELETE.value)


class Matter(models.Model):
    """A report or a reply that somebody here has looked after: its kind, and its number there."""

    number = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    of = models.BigIntegerField()

    objects: ClassVar[models.Manager["Matter"]] = models.Manager()

    class Meta:
        db_table = "reported_matter"
        constraints: ClassVar = [
            models.UniqueConstraint(name="reported_once", fields=["kind", "of"]),
            models.CheckConstraint(
                name="reported_known_kind", condition=Q(kind__in=[one.value for one in Kind])
            ),
        ]


class Claim(AnyClaim):
    """Somebody has a report or a reply."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="claims")

    class Meta(AnyClaim.Meta):
        db_table = "reported_claim"


class Ending(models.Model):
    """Somebody ended it, by which act and, where the public reads nothing of it, why."""

    matter = models.OneToOneField(Matter, models.PROTECT, primary_key=True, related_name="ending")
    act = models.TextField()
    reason = models.TextField(blank=True, default="")
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "reported_ending"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="reported_known_act", condition=Q(act__in=[one.value for one in Act])
            ),
            models.CheckConstraint(
                name="reported_reason_given",
                condition=~Q(act__in=WITH_REASON) | ~Q(reason=""),
            ),
        ]
