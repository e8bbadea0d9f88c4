"""Which documents are kept, and at which addresses each was seen. Their bytes are files."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

#: How many characters a SHA-256 has in hexadecimal.
_HASH = 64


class Paper(models.Model):
    """A document that is kept: the SHA-256 of its bytes, how many they are, and what they are."""

    sha256 = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    media_type = models.TextField()
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "paper"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="paper_has_a_hash", condition=Q(Exact(Length("sha256"), _HASH))
            ),
            models.CheckConstraint(name="paper_has_bytes", condition=Q(size__gt=0)),
        ]


class Sighting(models.Model):
    """A document was at an address, from the first time we saw it there to the last.

    Another document at the same address is another sighting. `said` is what the page that led
    there said of it, `published` the day that it gave, and `gone_at` when it was no longer there.
    """

    number = models.BigAutoField(primary_key=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sightings")
    address = models.TextField()
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    published = models.DateField(null=True)
    etag = models.TextField(blank=True, default="")
    last_modified = models.TextField(blank=True, default="")
    said = models.TextField(blank=True, default="")

    class Meta:
        db_table = "sighting"
        constraints: ClassVar = [
            models.UniqueConstraint(name="sighting_once", fields=["address", "paper"]),
            models.CheckConstraint(
                name="sighting_last_after_first",
                condition=Q(last_seen_at__gte=F("first_seen_at")),
            ),
        ]
