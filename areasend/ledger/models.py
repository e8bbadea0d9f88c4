"""The ledger's tables. They are only ever added to: the database itself refuses the rest."""

from django.db import models


class Link(models.Model):
    """A row of a chain: its number, what it corrects, and what ties it to the row before."""

    number = models.BigIntegerField(primary_key=True)
    corrects = models.BigIntegerField(null=True, unique=True)
    digest = models.TextField()
    previous = models.TextField()
    hash = models.TextField()

    class Meta:
        abstract = True


class Text(models.Model):
    """What a row of a chain says. The chain holds only its salted digest, so it can be erased."""

    number = models.BigIntegerField(primary_key=True)
    area = models.TextField(db_index=True)
    salt = models.TextField()
    text = models.TextField()

    class Meta:
        abstract = True


class Expunged(models.Model):
    """A row whose text was erased, and the row of the same chain that accounts for it."""

    number = models.BigIntegerField(primary_key=True)
    account = models.BigIntegerField()

    class Meta:
        abstract = True


class Entry(Link):
    """A private row: who recorded it (an opaque account number) and when (UTC, as text)."""

    recorded_at = models.TextField()
    by = models.BigIntegerField()

    class Meta:
        db_table = "entry"


class EntryText(Text):
    """What an entry says."""

    class Meta:
        db_table = "entry_text"


class EntryExpunged(Expunged):
    """An entry whose text was erased."""

    class Meta:
        db_table = "entry_expunged"


class Release(Link):
    """A public row, and the moment (UTC, as text) at which the public learns what it says."""

    takes_effect_at = models.TextField()

    class Meta:
        db_table = "release"


class ReleaseText(Text):
    """What a release says."""

    class Meta:
        db_table = "release_text"


class ReleaseExpunged(Expunged):
    """A release whose text was erased."""

    class Meta:
        db_table = "release_expunged"


class Publication(models.Model):
    """Which release made which entry public. Private: no entry number leaves the building."""

    entry = models.BigIntegerField(primary_key=True)
    release = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "publication"
