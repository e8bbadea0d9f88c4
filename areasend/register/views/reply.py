"""Asking for a link to reply: mailed to the published address of a post, to no other, whoever asks.

The answer is the same whether an address is held or not, and however often was asked.
"""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from areasend.answers.answered import page_name
from areasend.answers.bodies import Body, UnknownBody, bodies, body, health_body_alone
from areasend.post import keys
from areasend.post.single import A_DAY
from areasend.register import reports
from areasend.register.asking import now, today
from areasend.register.pages import crumbs, page
from areasend.register.public_forms import PublicForm, take, token
from areasend.register.replying import keeping
from areasend.register.views.report import address_of_ours

_FORM = "reply"
_CHOOSE = "Choose the body that wants to reply"


class Asking(PublicForm):
    """Which body wants to reply. Its address is never typed in."""

    body = forms.CharField(max_length=200)
    ours: ClassVar = {("body", "required"): _CHOOSE, ("body", "max_length"): _CHOOSE}

    def clean_body(self) -> Body:
        """Return the body if there is one of that key today."""
        try:
            return body(self.cleaned_data["body"], on=today())
        except UnknownBody:
            raise forms.ValidationError(_CHOOSE) from None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest) -> HttpResponse:
    """Return the form, or take it and say the same whatever came of it."""
    try:
        keys.secrets()
    except keys.NoKey:
        title = "Links to reply are not mailed from this machine"
        return page(request, "replying/none.html", title=title, status=503, crumbs=crumbs())
    if request.method != "POST":
        return _form(request, {}, about=request.GET.get("about", ""))
    return take(
        request,
        Asking(request.POST),
        named=_FORM,
        at="body",
        keep=partial(_ask, address_of_ours(request.POST.get("about", ""))),
        again=partial(_form, request),
        then="reply-asked",
    )


def _ask(about: str, held: dict[str, Any]) -> None:
    keeping.ask(held["body"], about=about, at=now())


def asked(request: HttpRequest) -> HttpResponse:
    """Return what happens next: the same for every body."""
    return page(
        request,
        "replying/asked.html",
        title="Look in the mail of the chief officer’s post",
        crumbs=crumbs(),
        days=keeping.TO_REPLY.days,
        a_day=A_DAY,
        report_about="",
    )


def _form(
    request: HttpRequest,
    errors: dict[str, str],
    *,
    about: str | None = None,
    status: int = 200,
    fresh: bool = False,
) -> HttpResponse:
    address = address_of_ours(request.POST.get("about", "") if about is None else about)
    return page(
        request,
        "replying/ask.html",
        title="Reply to what is said of you",
        status=status,
        crumbs=crumbs(),
        about_address=address,
        about_name=page_name(address, area=reports.area_of(address)),
        bodies=_bodies(address),
        token=token(request, _FORM, fresh=fresh),
        chosen=request.POST.get("body", ""),
        errors=errors,
        days=keeping.TO_REPLY.days,
        report_about="",
    )


def _bodies(address: str) -> tuple[Body, ...]:
    """Return who may reply to what stands at an address of ours; none where it is of no area."""
    if area := reports.area_of(address):
        return bodies(area, on=today())
    found = resolve(address.partition("#")[0])
    is_body = found.url_name == "health-body"
    return health_body_alone(str(found.kwargs["slug"]), on=today()) if is_body else ()
