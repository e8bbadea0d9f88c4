"""Pages behind the secret links of mails: confirming, a subscriber's own page, and the end.

A link that is only opened changes nothing, so that whatever looks at mail before its reader does
confirms nothing and ends nothing. None of these pages may be kept or listed anywhere.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from areasend.answers.topics import topic, topics
from areasend.post import subscribing
from areasend.post.models import Subscriber
from areasend.post.rhythms import Rhythm
from areasend.register import sending
from areasend.register.alerts import showing
from areasend.register.alerts.letters import title_of
from areasend.register.asking import now, today
from areasend.register.pages import crumbs, page
from areasend.register.views.alerts import KINDS
from areasend.register.views.secret_links import NOT_SET_UP, TITLES, behind_a_link

_ABOVE = (("alerts", "E-mail alerts"),)


def _over(request: HttpRequest, status: int, why: str) -> HttpResponse:
    if status == NOT_SET_UP:
        return _page(request, "none", "Alerts are not set up on this machine", status=status)
    return _page(request, "over", TITLES[status], status=status, why=why)


secret = behind_a_link(_over)


@secret
def confirm(request: HttpRequest, *, link: str) -> HttpResponse:
    """Return a button, and on its press let what was asked count from now on."""
    if request.method == "POST":
        sending.check_origin(request)
        try:
            subscriber = subscribing.confirm(link, at=now())
        except subscribing.TooMuch as trouble:
            title = "You follow as much as one can"
            return _page(request, "over", title, status=409, why=str(trouble))
        yours = reverse("yours", kwargs={"link": subscribing.link_to_yours(subscriber)})
        return HttpResponseRedirect(f"{yours}?confirmed", status=303)
    asked = subscribing.asked_by(link)
    title = "You have confirmed this already" if asked.confirmed else "Confirm your alerts"
    return _page(request, "confirm", title, asked=asked, about=title_of(asked.topic))


@secret
def yours(request: HttpRequest, *, link: str) -> HttpResponse:
    """Return every mail and every run of a subscriber; stop what they choose to."""
    subscriber = subscribing.of_link(link)
    if request.method == "POST":
        sending.check_origin(request)
        return _changed(request, subscriber, link)
    return _page(
        request,
        "yours",
        "Your alerts",
        followed=showing.followed(subscriber),
        overdue=showing.overdue(now=now(), subscriber=subscriber),
        runs=list(showing.runs_of(subscriber)),
        letters=showing.letters_of(subscriber),
        confirmed="confirmed" in request.GET,
        choices=[(KINDS[kind], found) for kind, found in topics(on=today()).items()],
        rhythms=list(Rhythm),
        stop=reverse("stop", kwargs={"link": link}),
    )


def _changed(request: HttpRequest, subscriber: Subscriber, link: str) -> HttpResponse:
    """Change what a subscriber chose to, and lead back to their page; or say why that cannot be."""
    try:
        _change(subscriber, request.POST)
    except subscribing.TooMuch as trouble:
        title = "You follow as much as one can"
        return _page(request, "over", title, status=409, why=str(trouble))
    except ValueError:
        title = "Choose what to add from the list"
        return _page(request, "over", title, status=400, why="That is none of the choices.")
    return HttpResponseRedirect(reverse("yours", kwargs={"link": link}), status=303)


def _change(subscriber: Subscriber, asked: QueryDict) -> None:
    """Stop what a subscriber chose to stop, or add what they chose to add.

    :raises UnknownTopic: if there is no such topic to add
    :raises ValueError: if there is no such rhythm
    :raises TooMuch: if the address follows as much as one can
    """
    if "add" not in asked:
        subscribing.stop(subscriber, topic=asked.get("topic", ""))
        return
    added, rhythm = topic(asked.get("add", "")), Rhythm(asked.get("rhythm", ""))
    subscribing.add(subscriber, topic=added.key, rhythm=rhythm, at=now())


# A mail program presses the button of RFC 8058 without a page of ours: the link is the proof.
@csrf_exempt
@secret
def stop(request: HttpRequest, *, link: str) -> HttpResponse:
    """Return a button, and on its press or a mail program's end every alert and forget all."""
    if request.method == "POST":
        subscriber = _whose(link)
        if subscriber:
            subscribing.forget(subscriber)
        return _page(request, "stopped", "You will get no more alerts")
    subscribing.of_link(link)
    return _page(request, "stop", "Stop every alert")


def _whose(link: str) -> Subscriber | None:
    """Return the subscriber of a link; None if they are forgotten already.

    :raises NotOurs: if we did not sign it
    """
    try:
        return subscribing.of_link(link)
    except subscribing.LinkIsOver:
        return None


def _page(
    request: HttpRequest, name: str, title: str, *, status: int = 200, **given: Any
) -> HttpResponse:
    return page(
        request,
        f"alerts/{name}.html",
        title=title,
        status=status,
        crumbs=crumbs(*_ABOVE),
        # The secret link must not go on into a report of an error.
        report_about="",
        **given,
    )
