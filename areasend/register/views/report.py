"""Report an error. What is sent is screened first; nothing of what is refused is kept."""

import re
from functools import partial
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from areasend.answers.answered import page_name
from areasend.answers.course import course
from areasend.register import reports
from areasend.register.asking import today
from areasend.register.models import AFTER_ITS_END, LONGEST, LONGEST_ADDRESS
from areasend.register.pages import crumbs, page
from areasend.register.public_forms import PublicForm, refuse, screened, take, token
from areasend.register.screening import seen_in_address

_FORM = "report"
_PLACE = re.compile(r"[a-z0-9-]{1,80}")
_WEB = "Enter a web address that begins with https://, or leave it empty"
_HELP = " If it is about a child, the help above is the way."


class Reporting(PublicForm):
    """What is wrong, and where it can be seen what is right."""

    words = forms.CharField(max_length=LONGEST)
    right = forms.URLField(max_length=LONGEST_ADDRESS, required=False, assume_scheme="https")
    ours: ClassVar = {
        ("words", "required"): "Say what is wrong",
        ("words", "max_length"): f"Say it in {LONGEST:,} characters or fewer",
        ("right", "invalid"): _WEB,
        ("right", "max_length"): "Give a shorter web address, or none",
    }

    def clean_words(self) -> str:
        """Return the words if nothing in them points to a child or a person."""
        return screened(str(self.cleaned_data["words"]), "Your words", _HELP)

    def clean_right(self) -> str:
        """Return the address if it is of the web and nothing in it points to a person."""
        address = str(self.cleaned_data["right"])
        if address and urlsplit(address).scheme not in {"http", "https"}:
            raise forms.ValidationError(_WEB)
        refuse(seen_in_address(address), "The web address", _HELP)
        return address


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Return the form, or take a report and say that it came."""
    if request.method != "POST":
        return _form(request, {}, about=request.GET.get("about", ""))
    return take(
        request,
        Reporting(request.POST),
        named=_FORM,
        at="words",
        keep=partial(_store, address_of_ours(request.POST.get("about", ""))),
        again=partial(_form, request),
        then="report-received",
    )


def _store(about: str, held: dict[str, Any]) -> None:
    reports.store(about=about, words=held["words"], right=held["right"], today=today())


def received(request: HttpRequest) -> HttpResponse:
    """Return thanks, and what happens next."""
    title = "Thank you: we have your report"
    return page(request, "report_received.html", title=title, crumbs=crumbs(), **_promises())


def address_of_ours(text: str) -> str:
    """Return the page or the fact of ours that an address names, without what was asked of it.

    What is no page of ours, or would carry words of its own past the screening, is the first page.
    """
    try:
        parts = urlsplit(text[:LONGEST_ADDRESS])
        found = resolve(parts.path)
    except (ValueError, Resolver404):
        return reverse("home")
    place = f"#{parts.fragment}" if _PLACE.fullmatch(parts.fragment) else ""
    address = reverse(str(found.url_name), kwargs=found.kwargs) + place
    return reverse("home") if parts.netloc or seen_in_address(address) else address


def _form(
    request: HttpRequest,
    errors: dict[str, str],
    *,
    about: str | None = None,
    status: int = 200,
    fresh: bool = False,
) -> HttpResponse:
    sent = request.POST
    address = address_of_ours(sent.get("about", "") if about is None else about)
    return page(
        request,
        "report.html",
        title="Report an error",
        status=status,
        crumbs=crumbs(),
        about_address=address,
        about_name=page_name(address, area=reports.area_of(address)),
        help=course().help,
        token=token(request, _FORM, fresh=fresh),
        typed={} if about is not None else sent,
        errors=errors,
        longest=LONGEST,
        **_promises(),
    )


def _promises() -> dict[str, Any]:
    # These two pages themselves are not reported about.
    return {"days_kept": AFTER_ITS_END.days, "report_about": ""}
