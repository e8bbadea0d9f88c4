"""What every page of the checking room asks: who it is, what time it is, which document."""

from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from areasend.casework.acts import Doing
from areasend.casework.models import Document
from areasend.people.gate import Deed, may
from areasend.people.models import Account


def now() -> datetime:
    """Return the present moment."""
    return timezone.now()


def account(request: HttpRequest) -> Account:
    """Return the account of whoever asks, whom the gate let in."""
    if not isinstance(request.user, Account):
        raise TypeError("The gate lets nobody in without an account.")
    return request.user


def allowed(request: HttpRequest, deed: Deed) -> bool:
    """Return whether whoever asks may do a deed."""
    return may(request.user, deed)


def document_of(number: int) -> Document:
    """Return the document of a number.

    :raises Http404: if there is none
    """
    found = Document.objects.select_related("paper").filter(number=number).first()
    if found is None:
        raise Http404(f"There is no document {number}.")
    return found


def doing(request: HttpRequest) -> Doing:
    """Return who acts, when, and up to which decision their form had seen what was done."""
    seen = request.POST.get("seen", "")
    known = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 19 else -1  # noqa: PLR2004  as far as a database counts
    return Doing(account(request).number, now(), known)
