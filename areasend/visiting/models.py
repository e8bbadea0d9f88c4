"""Rounds of visits, and what was found at each address when it was last visited.

What a document is and when it was seen stands with the papers: here only what a round needs to go
on where it was cut off, and what a page led to, so that one that is unchanged need not come again.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Came(StrEnum):
    """What came of a visit: to a page the first, to a document one of the others."""

    READ = "read"
    NEW = "new"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    REPLACED = "replaced"
    GONE = "gone"
    CHANGED_SHAPE = "changed shape"
    TROUBLE = "trouble"


class Round(models.Model):
    """A round of visits to a source; without an end it goes on, or was cut off."""

    number = models.BigAutoField(primary_key=True)
    source = models.TextField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "visiting_round"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="visiting_ended_after_begun",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("begun_at")),
            ),
            models.UniqueConstraint(
                name="visiting_one_open_round", fields=["source"], condition=Q(ended_at=None)
            ),
        ]


class Visit(models.Model):
    """An address of a source as it was last visited: in which round, and what came of it.

    Of a page it holds what the page led to, and which version of its reader saw it so; of a
    document, whether it still has to be queued. `why` says what was wrong.
    """

    number = models.BigAutoField(primary_key=True)
    source = models.TextField()
    address = models.TextField()
    in_round = models.ForeignKey(Round, models.PROTECT, related_name="visits")
    at = models.DateTimeField()
    came = models.TextField()
    why = models.TextField(blank=True, default="")
    etag = models.TextField(blank=True, default="")
    last_modified = models.TextField(blank=True, default="")
    leads = models.JSONField(null=True)
    read_as = models.PositiveIntegerField(default=0)
    sha256 = models.TextField(blank=True, default="")
    published = models.DateField(null=True)
    to_queue = models.BooleanField(default=False)

    class Meta:
        db_table = "visiting_visit"
        constraints: ClassVar = [
            models.UniqueConstraint(name="visiting_address_once", fields=["source", "address"]),
            models.CheckConstraint(
                name="visiting_known_outcome", condition=Q(came__in=[one.value for one in Came])
            ),
            models.CheckConstraint(
                name="visiting_pages_lead", condition=~Q(came="read") | Q(leads__isnull=False)
            ),
            models.CheckConstraint(
                name="visiting_queue_what_came", condition=Q(to_queue=False) | ~Q(sha256="")
            ),
        ]
