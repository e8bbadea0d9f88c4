"""What every page of the checking room asks: who it is, what time it is, which document."""

import re
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from areasend.casework.acts import Doing
from areasend.casework.models import Document
from areasend.people.gate import Deed, may
from areasend.people.models import Account

#: As far as a database counts.
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


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


def number_sent(request: HttpRequest, name: str) -> int:
    """Return a number of a form; -1, which numbers nothing, where it says none."""
    text = request.POST.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else -1


def doing(request: HttpRequest) -> Doing:
    """Return who acts, when, and up to which decision their form had seen what was done."""
    return Doing(account(request).number, now(), number_sent(request, "seen"))
