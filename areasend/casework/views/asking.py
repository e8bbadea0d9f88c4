"""What every page of the checking room asks: who it is, what time it is, which document."""

import re
import unicodedata
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from areasend.casework.acts import Doing
from areasend.casework.editors import NotAValue
from areasend.casework.models import Document
from areasend.people.gate import Deed, may
from areasend.people.models import Account

#: What ends a line or parts its words is typed; other signs that nobody sees are not.
_TYPED = frozenset("\t\r\n")
_UNSEEN = frozenset({"Cc", "Cs"})
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


def sent(request: HttpRequest) -> dict[str, str]:
    """Return what a form says, all of which can be stored.

    :raises NotAValue: if there is a sign in it that nobody sees and not every database keeps
    """
    said = request.POST.dict()
    for mark in set("".join(said.values())) - _TYPED:
        if unicodedata.category(mark) in _UNSEEN:
            raise NotAValue(
                "There is a sign in it that cannot be seen or kept: type the words anew."
            )
    return said


def number_sent(request: HttpRequest, name: str) -> int:
    """Return a number of a form; -1, which numbers nothing, where it says none."""
    text = request.POST.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else -1


def doing(request: HttpRequest) -> Doing:
    """Return who acts, when, and up to which decision their form had seen what was done."""
    return Doing(account(request).number, now(), number_sent(request, "seen"))
