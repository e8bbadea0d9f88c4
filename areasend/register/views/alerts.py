"""E-mail alerts: what they are, asking for them, and the answer that tells nobody who has them."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from areasend.answers.topics import Kind, Topic, UnknownTopic, topic, topics
from areasend.post import keys, subscribing
from areasend.post.addresses import NotAnAddress, read_address
from areasend.post.rhythms import Rhythm
from areasend.register.alerts import showing
from areasend.register.asking import now, today
from areasend.register.pages import crumbs, page
from areasend.register.public_forms import PublicForm, take, token

_FORM = "subscribe"
_ABOVE = (("alerts", "E-mail alerts"),)
KINDS = {
    Kind.AREA: "An area",
    Kind.REGION: "All areas of a region",
    Kind.STAGE: "Areas that reach or leave a stage",
    Kind.MEASURE: "A statistic",
}
_ASKED = {
    "topic": "Choose what to be told of",
    "rhythm": "Choose how often",
    "address": "Enter your e-mail address",
}


class Subscribing(PublicForm):
    """What to be told of, how often, and where."""

    topic = forms.CharField(max_length=100)
    rhythm = forms.ChoiceField(choices=[(one.value, one.value) for one in Rhythm])
    # Read by our own rules, which refuse what a field of Django's would quietly mend.
    address = forms.CharField(max_length=1000, strip=False)
    ours: ClassVar = {
        (name, code): words
        for name, words in _ASKED.items()
        for code in ("required", "invalid_choice")
    }

    def clean_topic(self) -> str:
        """Return the topic's key if there is such a topic."""
        try:
            return topic(self.cleaned_data["topic"]).key
        except UnknownTopic as trouble:
            raise forms.ValidationError(str(trouble)) from None

    def clean_address(self) -> str:
        """Return the address if mail could be sent to it."""
        try:
            return read_address(self.cleaned_data["address"])
        except NotAnAddress as trouble:
            raise forms.ValidationError(str(trouble)) from None


@cache_control(max_age=60)
def alerts(request: HttpRequest) -> HttpResponse:
    """Return what alerts are, and every run of late: on time, late, or missed and caught up."""
    return page(
        request,
        "alerts/alerts.html",
        title="E-mail alerts",
        crumbs=crumbs(),
        runs=showing.run_lines(),
        overdue=showing.overdue(now=now()),
        days=subscribing.TO_CONFIRM.days,
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Return the form, or take it and say the same whoever the address belongs to."""
    try:
        keys.secrets()
    except keys.NoKey:
        title = "Alerts are not set up on this machine"
        return page(request, "alerts/none.html", title=title, status=503, crumbs=crumbs(*_ABOVE))
    if request.method != "POST":
        return _form(request, {}, typed={"topic": request.GET.get("about", "")})
    return take(
        request,
        Subscribing(request.POST),
        named=_FORM,
        at="address",
        keep=_ask,
        again=partial(_form, request),
        then="subscribe-asked",
    )


@sensitive_variables()
def _ask(held: dict[str, Any]) -> None:
    subscribing.ask(
        address=held["address"], topic=held["topic"], rhythm=Rhythm(held["rhythm"]), at=now()
    )


def asked(request: HttpRequest) -> HttpResponse:
    """Return what happens next: the same for every address."""
    title = "Now look in your mail"
    return page(
        request,
        "alerts/asked.html",
        title=title,
        crumbs=crumbs(*_ABOVE),
        days=subscribing.TO_CONFIRM.days,
        asked_a_day=subscribing.ASKED_A_DAY,
    )


def _form(
    request: HttpRequest,
    errors: dict[str, str],
    *,
    typed: Any = None,
    status: int = 200,
    fresh: bool = False,
) -> HttpResponse:
    held = request.POST if typed is None else typed
    return page(
        request,
        "alerts/subscribe.html",
        title="Get e-mail alerts",
        status=status,
        crumbs=crumbs(*_ABOVE),
        kinds={kind.value: words for kind, words in KINDS.items()},
        choices=_choices(request, held.get("topic", "")),
        rhythms=list(Rhythm),
        token=token(request, _FORM, fresh=fresh),
        typed=held,
        errors=errors,
        days=subscribing.TO_CONFIRM.days,
        report_about="",
    )


def _choices(request: HttpRequest, typed: str) -> list[tuple[str, tuple[Topic, ...]]]:
    """Return what can be followed of the kind that was asked for or chosen; none before it was."""
    wanted = request.GET.get("kind") or typed.partition("/")[0]
    every = request.method == "POST"
    return [
        (words, topics(on=today())[kind])
        for kind, words in KINDS.items()
        if kind.value == wanted or (every and wanted not in set(Kind))
    ]
