"""Documents to check, who has which of them, and what was decided. What waits is read from these.

People are the opaque numbers of their accounts, as in the ledger. Decisions are only ever added;
how far a document has come is worked out from them (`course.py`).
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from areasend.papers.models import Paper


class Act(StrEnum):
    """What somebody did: to one field, or to the document as a whole."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    LABEL = "label"
    FORWARD = "forward"
    DISMISS = "dismiss"
    SEND_BACK = "send-back"
    PUBLISH = "publish"
    UNDO = "undo"


#: What is done to one field; the others are done to the document as a whole.
OF_FIELDS = (Act.ACCEPT, Act.CORRECT, Act.REJECT, Act.LABEL)
#: What puts a value of a person's own there.
WITH_VALUE = (Act.CORRECT, Act.LABEL)
#: The name under which the themes of points are kept.
THEMES = "themes"
#: Why a table waits for no checking, and where it goes instead.
TABLE = "It is a table of many areas, which `areasend read` and `areasend record` take."
#: As what tables are kept that came from a source.
TABLES = frozenset({"text/csv", "application/zip"})
#: What nobody does without saying why.
WITH_REASON = (Act.CORRECT, Act.REJECT, Act.DISMISS, Act.SEND_BACK)


def _among(acts: Iterable[Act]) -> Q:
    return Q(act__in=[one.value for one in acts])


_UNDO = Q(act=Act.UNDO.value)


class Document(models.Model):
    """A document as it was read: what it proposes (`proposal.py`), or the trouble with reading it.

    `address` is where it was published and `published` the day, where the one who took it in knew.
    `doubts` counts those of the reader; what is left to look at is worked out (`checking.py`).
    """

    number = models.BigAutoField(primary_key=True)
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="document")
    address = models.TextField(blank=True, default="")
    published = models.DateField(null=True)
    kind = models.TextField(blank=True, default="")
    area = models.TextField(blank=True, default="")
    title = models.TextField(blank=True, default="")
    proposal = models.TextField(blank=True, default="")
    trouble = models.TextField(blank=True, default="")
    doubts = models.PositiveIntegerField(default=0)
    taken_in_at = models.DateTimeField()

    class Meta:
        db_table = "casework_document"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="casework_read_or_in_trouble",
                condition=(Q(proposal="") & ~Q(trouble="")) | (~Q(proposal="") & Q(trouble="")),
            ),
        ]


class AnyClaim(models.Model):
    """Somebody has something until a moment: the last claim on it counts.

    `after` is who had it and had not let go of it, if anyone: both are told.
    """

    number = models.BigAutoField(primary_key=True)
    by = models.BigIntegerField()
    begun_at = models.DateTimeField()
    until = models.DateTimeField()
    after = models.BigIntegerField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                name="%(app_label)s_claim_goes_forward", condition=Q(until__gte=F("begun_at"))
            ),
            models.CheckConstraint(
                name="%(app_label)s_claim_from_another",
                condition=Q(after=None) | ~Q(after=F("by")),
            ),
        ]


class Claim(AnyClaim):
    """Somebody has a document."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="claims")

    class Meta(AnyClaim.Meta):
        db_table = "casework_claim"


class Decision(models.Model):
    """Somebody did something with a document: to the field of that name, or to the whole.

    `value` is what was put in the place of what was read, or the themes that a person gave to the
    points, as JSON; `undoes` is the decision taken
    back. Of a publication `entries` are the numbers in the ledger, as JSON.
    """

    number = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="decisions")
    field = models.TextField(blank=True, default="")
    act = models.TextField()
    value = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True, default="")
    entries = models.TextField(blank=True, default="")
    by = models.BigIntegerField()
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone")

    class Meta:
        db_table = "casework_decision"
        constraints: ClassVar = [
            models.CheckConstraint(name="casework_known_act", condition=_among(Act)),
            models.CheckConstraint(
                name="casework_act_of_a_field_or_the_whole",
                condition=_UNDO
                | (_among(OF_FIELDS) & ~Q(field=""))
                | (~_among(OF_FIELDS) & Q(field="")),
            ),
            models.CheckConstraint(
                name="casework_reason_given",
                condition=~_among(WITH_REASON) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="casework_undo_of_something",
                condition=(_UNDO & Q(undoes__isnull=False)) | (~_UNDO & Q(undoes__isnull=True)),
            ),
            models.CheckConstraint(
                name="casework_value_of_a_persons_own",
                condition=Q(value="") | _among(WITH_VALUE),
            ),
            models.UniqueConstraint(
                name="casework_published_once",
                fields=["document"],
                condition=Q(act=Act.PUBLISH.value),
            ),
        ]
