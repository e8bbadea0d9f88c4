"""What readers reported and nobody has answered yet, or answered lately. Nothing of the sender."""

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
            models.CheckConstraint(
                name="report_is_about_a_page_of_ours",
                condition=Q(about__startswith="/")
                & ~Q(about__startswith="//")
                & Q(LessThanOrEqual(Length("about"), Value(LONGEST_ADDRESS))),
            ),
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
