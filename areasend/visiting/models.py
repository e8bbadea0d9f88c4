"""Rounds of visits, and what was found at each address when it was last visited.

What a document is and when it was seen stands with the papers: here only what a round needs to go
on where it was cut off, and what a page led to, so that one that is unchanged need not come again.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Round(models.Model):
    """A round of visits, from its beginning to its end; without an end it was cut off or goes on."""

    number = models.BigAutoField(primary_key=True)
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
                name="visiting_one_open_round",
                fields=["ended_at"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
            ),
        ]


class Visit(models.Model):
    """An address of a source as it was last visited: in which round, and what came of it.

    A page has what it led to, and as which version of its reader saw it; a document whether it
    waits to be queued. `why` says what was wrong.
    """

    number = models.BigAutoField(primary_key=True)
    source = models.TextField()
    address = models.TextField()
    is_page = models.BooleanField()
    in_round = models.ForeignKey(Round, models.PROTECT, related_name="visits")
    at = models.DateTimeField()
    came = models.TextField()
    why = models.TextField(blank=True, default="")
    sha256 = models.TextField(blank=True, default="")
    published = models.DateField(null=True)
    to_queue = models.BooleanField(default=False)
    etag = models.TextField(blank=True, default="")
    last_modified = models.TextField(blank=True, default="")
    leads = models.JSONField(null=True)
    read_as = models.IntegerField(default=0)

    #: What may come of a visit.
    READ, NEW, UNCHANGED, MOVED, REPLACED, GONE, CHANGED_SHAPE, TROUBLE = (
        "read",
        "new",
        "unchanged",
        "moved",
        "replaced",
        "gone",
        "changed shape",
        "trouble",
    )

    class Meta:
        db_table = "visiting_visit"
        constraints: ClassVar = [
            models.UniqueConstraint(name="visiting_address_once", fields=["source", "address"]),
            models.CheckConstraint(
                name="visiting_known_outcome",
                condition=Q(
                    came__in=[
                        "read",
                        "new",
                        "unchanged",
                        "moved",
                        "replaced",
                        "gone",
                        "changed shape",
                        "trouble",
                    ]
                ),
            ),
        ]
