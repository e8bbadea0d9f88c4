"""Report an error. What is sent is screened first; nothing of what is refused is kept."""

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from areasend.answers.answered import page_name
from areasend.answers.course import course
from areasend.register import reports, sending
from areasend.register.asking import today
from areasend.register.models import AFTER_ITS_END, LONGEST, LONGEST_ADDRESS
from areasend.register.pages import crumbs, page
from areasend.register.screening import seen_in, seen_in_address
from areasend.register.sending import UnableToSend

_FORM = "report"
_PLACE = re.compile(r"[a-z0-9-]{1,80}")


class Reporting(forms.Form):
    """What is wrong, and where it can be seen what is right. `website` only a machine fills in."""

    words = forms.CharField(max_length=LONGEST)
    right = forms.URLField(max_length=LONGEST_ADDRESS, required=False, assume_scheme="https")
    website = forms.CharField(required=False)

    def clean_words(self) -> str:
        """Return the words if nothing in them points to a child or a person."""
        words = str(self.cleaned_data["words"])
        _refuse(seen_in(words), "Your words")
        return words

    def clean_right(self) -> str:
        """Return the address if it is of the web and nothing in it points to a person."""
        address = str(self.cleaned_data["right"])
        if address and urlsplit(address).scheme not in {"http", "https"}:
            raise forms.ValidationError(_WEB)
        _refuse(seen_in_address(address), "The web address")
        return address

    def clean_website(self) -> None:
        """Refuse what only a machine fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Something filled in a hidden field. Send it once more.")


def _refuse(seen: tuple[str, ...], what: str) -> None:
    if seen:
        raise forms.ValidationError(
            f"{what} may hold {_listed(seen)}. We must not keep that, and have not. Take it out or "
            "put it another way. If it is about a child, the help above is the way."
        )


def _listed(kinds: tuple[str, ...]) -> str:
    *most, last = kinds
    return f"{', '.join(most)} and {last}" if most else last


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Return the form, or take a report and say that it came."""
    if request.method != "POST":
        return _form(request, {}, about=request.GET.get("about", ""))
    form = Reporting(request.POST)
    try:
        _take(request, form)
    except UnableToSend as trouble:
        told = {"words": str(trouble)}
        return trouble.mark(_form(request, told, status=trouble.status, fresh=trouble.fresh))
    if form.errors:
        return _form(request, _sentences(form), status=400)
    return HttpResponseRedirect(reverse("report-received"), status=303)


@sensitive_variables()
def _take(request: HttpRequest, form: Reporting) -> None:
    """Store what was sent, if it may be and the form is without errors.

    :raises UnableToSend: if it may not be sent
    """
    if sending.may_be_kept(request, _FORM, form):
        held = form.cleaned_data
        about = address_of_ours(request.POST.get("about", ""))
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
        token=sending.new_token(_FORM) if fresh or not sent.get("token") else sent["token"],
        typed={} if about is not None else sent,
        errors=errors,
        longest=LONGEST,
        **_promises(),
    )


def _promises() -> dict[str, Any]:
    # These two pages themselves are not reported about.
    return {"days_kept": AFTER_ITS_END.days, "report_about": ""}


def _sentences(form: Reporting) -> dict[str, str]:
    """Return one sentence for each field that is amiss."""
    return {name: _sentence(name, form) for name in form.errors}


def _sentence(name: str, form: Reporting) -> str:
    error = form.errors.as_data()[name][0]
    ours = {
        ("words", "required"): "Say what is wrong",
        ("words", "max_length"): f"Say it in {LONGEST:,} characters or fewer",
        ("right", "invalid"): _WEB,
        ("right", "max_length"): "Give a shorter web address, or none",
    }
    return ours.get((name, str(error.code)), str(form.errors[name][0]))


_WEB = "Enter a web address that begins with https://, or leave it empty"
