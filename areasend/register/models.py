"""What readers reported and what bodies reply, until it is answered or public, and a little after.

Nothing of who sent it.
"""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

LONGEST = 1500
LONGEST_ADDRESS = 300
#: For how long a report is kept once it is answered or declined, and at the very longest.
AFTER_ITS_END = timedelta(days=30)
AT_MOST = timedelta(days=365)


def _is_ours(name: str) -> models.CheckConstraint:
    """Return the rule that `about` is an address of ours, under a name."""
    return models.CheckConstraint(
        name=name,
        condition=Q(about__startswith="/")
        & ~Q(about__startswith="//")
        & Q(LessThanOrEqual(Length("about"), Value(LONGEST_ADDRESS))),
    )


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports, by what the rule of deletion makes of them."""

    def open(self) -> "ReportQuerySet":
        """Return those that nobody has answered or declined, the oldest first."""
        return self.filter(ended=None).order_by("number")

    def due_to_go(self, *, today: date) -> "ReportQuerySet":
        """Return those that the rule deletes by a day."""
        long_ended = Q(ended__lte=today - AFTER_ITS_END)
        return self.filter(long_ended | Q(received__lte=today - AT_MOST))


class Report(models.Model):
    """An error that a reader reports: about which page or fact, what is wrong, where it is right.

    `about` and `right` are addresses, ours and anybody's. Which day it came, and on which it was
    answered or declined. Who sent it is not here and nowhere else.
    """

    number = models.BigAutoField(primary_key=True)
    about = models.TextField()
    words = models.TextField()
    right = models.TextField(blank=True)
    received = models.DateField()
    ended = models.DateField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        db_table = "report"
        constraints: ClassVar = [
            _is_ours("report_is_about_a_page_of_ours"),
            models.CheckConstraint(
                name="report_has_words_and_not_too_many",
                condition=~Q(words="") & Q(LessThanOrEqual(Length("words"), Value(LONGEST))),
            ),
            models.CheckConstraint(
                name="report_leads_to_the_web_if_anywhere",
                condition=(Q(right="") | Q(right__startswith="http"))
                & Q(LessThanOrEqual(Length("right"), Value(LONGEST_ADDRESS))),
            ),
            models.CheckConstraint(
                name="report_ends_after_it_came",
                condition=Q(ended=None) | Q(ended__gte=F("received")),
            ),
        ]


class ReplyQuerySet(models.QuerySet["Reply"]):
    """Links to reply by, and replies, by where they stand."""

    def waiting(self) -> "ReplyQuerySet":
        """Return the replies that nobody has released or declined, the oldest first."""
        return self.filter(ended=None).exclude(received=None).order_by("number")

    def without_address(self) -> "ReplyQuerySet":
        """Return what was asked for by bodies whose address is not held, the oldest first."""
        return self.filter(mailed=None).order_by("number")

    def due_to_go(self, *, today: date) -> "ReplyQuerySet":
        """Return those that the rule deletes by a day."""
        before = today - AFTER_ITS_END
        unused = Q(received=None, asked__lte=before)
        return self.filter(unused | Q(ended__lte=before) | Q(asked__lte=today - AT_MOST))


class Reply(models.Model):
    """A link by which a body may reply, once; and the reply, once it came.

    `key` stands for it in the link, `body` is such as 'council/dudley', and `about` is the page or
    fact of ours. `mailed` is the day on which the link went into the outbox; without one the
    body's address is not held. `area` and `seen` are as they will be released. The address itself
    is not here.
    """

    number = models.BigAutoField(primary_key=True)
    key = models.TextField(unique=True)
    body = models.TextField()
    about = models.TextField()
    asked = models.DateField()
    mailed = models.DateField(null=True)
    area = models.TextField(blank=True)
    words = models.TextField(blank=True)
    seen = models.TextField(blank=True)
    received = models.DateField(null=True)
    ended = models.DateField(null=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        db_table = "reply"
        constraints: ClassVar = [
            _is_ours("reply_is_about_a_page_of_ours"),
            models.CheckConstraint(
                name="reply_came_by_a_link_that_was_mailed",
                condition=Q(received=None) | Q(mailed__isnull=False, mailed__lte=F("received")),
            ),
            models.CheckConstraint(
                name="reply_has_words_once_it_came",
                condition=Q(received=None, words="", area="", seen="")
                | (Q(received__isnull=False) & ~Q(words="") & ~Q(area="") & ~Q(seen="")),
            ),
            models.CheckConstraint(
                name="reply_has_not_too_many_words",
                condition=Q(LessThanOrEqual(Length("words"), Value(LONGEST))),
            ),
            models.CheckConstraint(
                name="reply_ends_after_it_came",
                condition=Q(ended=None) | Q(ended__gte=F("received")),
            ),
        ]
