"""Who asked for mail, which runs there were, and the outbox. An address is here sealed, and once.

What a mail has come to is read from its moments: sent, given up, or waiting until `due_at`.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from areasend.post.rhythms import Rhythm

_RHYTHMS = [one.value for one in Rhythm]


class Subscriber(models.Model):
    """An address. `key` stands for it in links; `lookup` is a keyed hash to find it again by."""

    number = models.BigAutoField(primary_key=True)
    key = models.TextField(unique=True)
    lookup = models.TextField(unique=True)
    address = models.TextField()
    since = models.DateTimeField()

    class Meta:
        db_table = "post_subscriber"
        constraints: ClassVar = [
            # What Fernet seals begins so; an address never does.
            models.CheckConstraint(
                name="post_address_is_sealed",
                condition=Q(address__startswith="gAAAA") & ~Q(address__contains="@"),
            ),
        ]


class Subscription(models.Model):
    """What an address asked to be told of, and how often. It counts once it is confirmed."""

    number = models.BigAutoField(primary_key=True)
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="subscriptions")
    topic = models.TextField()
    rhythm = models.TextField()
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "post_subscription"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="post_a_topic_once", fields=["subscriber", "topic", "rhythm"]
            ),
            models.CheckConstraint(name="post_known_rhythm", condition=Q(rhythm__in=_RHYTHMS)),
            models.CheckConstraint(
                name="post_confirmed_after_asked",
                condition=Q(confirmed_at=None) | Q(confirmed_at__gte=F("asked_at")),
            ),
        ]


class Run(models.Model):
    """A run of digests for a day: what the public was told between two states of the record.

    A state is the last release held and a moment. A run that was missed is `covered_by` the one
    that told of its time as well. `composed_at` is when the last of its mails was in the outbox.
    """

    number = models.BigAutoField(primary_key=True)
    rhythm = models.TextField()
    day = models.DateField()
    from_release = models.BigIntegerField()
    from_at = models.DateTimeField()
    until_release = models.BigIntegerField()
    until_at = models.DateTimeField()
    begun_at = models.DateTimeField()
    composed_at = models.DateTimeField(null=True)
    covered_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="covers")

    class Meta:
        db_table = "post_run"
        constraints: ClassVar = [
            models.UniqueConstraint(name="post_a_run_a_day", fields=["rhythm", "day"]),
            models.CheckConstraint(name="post_run_of_a_rhythm", condition=Q(rhythm__in=_RHYTHMS)),
            models.CheckConstraint(
                name="post_run_goes_forward",
                condition=Q(until_at__gte=F("from_at")) & Q(until_release__gte=F("from_release")),
            ),
        ]


class Telling(models.Model):
    """What a run tells of a topic, in words: written once, sent to all who asked for it."""

    number = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(Run, models.CASCADE, related_name="tellings")
    topic = models.TextField()
    title = models.TextField()
    words = models.TextField()

    class Meta:
        db_table = "post_telling"
        constraints: ClassVar = [
            models.UniqueConstraint(name="post_told_once_a_run", fields=["run", "topic"]),
            models.CheckConstraint(name="post_telling_has_words", condition=~Q(words="")),
        ]


class Mail(models.Model):
    """A mail to send, or sent. `key` is its Message-ID's, the same however often it is tried.

    Whoever takes it to send it writes `claim` and puts `due_at` off: if nothing more is heard of
    them it falls due again. `topics` are what it is about, one a line.
    """

    number = models.BigAutoField(primary_key=True)
    key = models.TextField(unique=True)
    kind = models.TextField()
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="mails")
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="mails")
    topics = models.TextField()
    rhythm = models.TextField()
    queued_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claim = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    #: The kinds there are.
    CONFIRM, WELCOME, DIGEST, REPLY = "confirm", "welcome", "digest", "reply"

    class Meta:
        db_table = "post_mail"
        indexes: ClassVar = [
            models.Index(
                name="post_mail_waiting",
                fields=["due_at"],
                condition=Q(sent_at=None, given_up_at=None),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(name="post_one_digest_a_run", fields=["run", "subscriber"]),
            models.CheckConstraint(
                name="post_known_kind",
                condition=Q(kind__in=["confirm", "welcome", "digest", "reply"]),
            ),
            models.CheckConstraint(
                name="post_digest_has_its_run",
                condition=Q(kind="digest", run__isnull=False)
                | (~Q(kind="digest") & Q(run__isnull=True)),
            ),
            models.CheckConstraint(
                name="post_sent_or_given_up", condition=Q(sent_at=None) | Q(given_up_at=None)
            ),
        ]


class Trouble(models.Model):
    """A mail was not taken, or came back: when, and what was said, with every address left out."""

    number = models.BigAutoField(primary_key=True)
    mail = models.ForeignKey(Mail, models.CASCADE, related_name="troubles")
    at = models.DateTimeField()
    for_good = models.BooleanField()
    words = models.TextField()

    class Meta:
        db_table = "post_trouble"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="post_trouble_names_nobody", condition=~Q(words__contains="@")
            ),
        ]
