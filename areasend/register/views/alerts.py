"""E-mail alerts: what they are, asking for them, and the answer that tells nobody who has them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from areasend.answers.topics import Kind, Topic, UnknownTopic, topic, topics
from areasend.post import keys, subscribing
from areasend.post.addresses import NotAnAddress, read_address
from areasend.post.rhythms import Rhythm
from areasend.register import sending
from areasend.register.alerts import showing
from areasend.register.asking import now, today
from areasend.register.pages import crumbs, page
from areasend.register.sending import UnableToSend

_FORM = "subscribe"
_ABOVE = (("alerts", "E-mail alerts"),)
KINDS = {
    Kind.AREA: "An area",
    Kind.REGION: "All areas of a region",
    Kind.STAGE: "Areas that reach or leave a stage",
    Kind.MEASURE: "A statistic",
}


class Subscribing(forms.Form):
    """What to be told of, how often, and where. `website` only a machine fills in."""

    topic = forms.CharField(max_length=100)
    rhythm = forms.ChoiceField(choices=[(one.value, one.value) for one in Rhythm])
    # Read by our own rules, which refuse what a field of Django's would quietly mend.
    address = forms.CharField(max_length=1000, strip=False)
    website = forms.CharField(required=False)

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

    def clean_website(self) -> None:
        """Refuse what only a machine fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Something filled in a hidden field. Send it once more.")


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
    form = Subscribing(request.POST)
    try:
        _take(request, form)
    except UnableToSend as trouble:
        told = {"address": str(trouble)}
        return trouble.mark(_form(request, told, status=trouble.status, fresh=trouble.fresh))
    if form.errors:
        return _form(request, _sentences(form), status=400)
    return HttpResponseRedirect(reverse("subscribe-asked"), status=303)


@sensitive_variables()
def _take(request: HttpRequest, form: Subscribing) -> None:
    """Keep what was asked, if it may be sent and the form is without errors.

    :raises UnableToSend: if it may not be sent
    """
    if sending.may_be_kept(request, _FORM, form):
        held = form.cleaned_data
        subscribing.ask(
            address=held["address"],
            topic=held["topic"],
            rhythm=Rhythm(held["rhythm"]),
            at=now(),
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
        token=sending.new_token(_FORM) if fresh or not held.get("token") else held["token"],
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


def _sentences(form: Subscribing) -> dict[str, str]:
    """Return one sentence for each field that is amiss."""
    ours = {
        "topic": "Choose what to be told of",
        "rhythm": "Choose how often",
        "address": "Enter your e-mail address",
    }
    return {
        name: ours[name]
        if name in ours and form.errors.as_data()[name][0].code in {"required", "invalid_choice"}
        else str(told[0])
        for name, told in form.errors.items()
    }
