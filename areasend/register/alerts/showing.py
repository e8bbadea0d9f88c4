"""What pages show of runs and mails: whether each was on time, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min, QuerySet

from areasend.post import runs
from areasend.post.models import Mail, Run, Subscriber, Subscription, Telling
from areasend.post.rhythms import LONDON, ON_TIME, Rhythm, falls_due, last_due
from areasend.register.alerts.letters import title_of

#: How many runs a page shows.
_SHOWN = 40


@dataclass(frozen=True)
class RunLine:
    """A run: of which day, how often it comes, and how it went; `amiss` if it was not on time."""

    day: str
    rhythm: str
    went: str
    amiss: bool


@dataclass(frozen=True)
class Told:
    """What a mail told of a topic: its title, and its words in parts of lines."""

    title: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RunOfYours:
    """A run as a subscriber sees it: how it went, what came of it for them, and what they read."""

    line: RunLine
    came: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Followed:
    """What a subscriber follows, how often, and since when."""

    topic: str
    title: str
    when: str
    since: str


def run_lines() -> tuple[RunLine, ...]:
    """Return the newest runs of both kinds, the newest first."""
    held = Run.objects.select_related("covered_by").order_by("-day", "rhythm", "-number")
    return tuple(_line(one) for one in held[:_SHOWN])


def overdue(*, now: datetime, subscriber: Subscriber | None = None) -> tuple[str, ...]:
    """Return which runs should have been by now and were not, a sentence a rhythm; empty if none.

    Of a subscriber, those of what they follow since they confirmed it. Where there never was a
    run, they count from when anybody first confirmed that they want one.
    """
    asked = Subscription.objects.filter(confirmed_at__isnull=False)
    if subscriber:
        asked = asked.filter(subscriber=subscriber)
    return tuple(filter(None, (_overdue(rhythm, asked, subscriber, now) for rhythm in Rhythm)))


def _overdue(
    rhythm: Rhythm, asked: QuerySet[Subscription], whose: Subscriber | None, now: datetime
) -> str:
    first = asked.filter(rhythm=rhythm.value).aggregate(at=Min("confirmed_at"))["at"]
    last = Run.objects.filter(rhythm=rhythm.value).aggregate(day=Max("day"))["day"]
    if not first and (whose or not last):
        return ""  # nobody awaits one
    since = last_due(rhythm, now=first) if first and (whose or not last) else last
    days = runs.missing(rhythm, after=max(since, last or since), now=now)
    return _have_not_happened(rhythm, days, ever=bool(last)) if days else ""


def _have_not_happened(rhythm: Rhythm, days: tuple[date, ...], *, ever: bool) -> str:
    first, last = (f"{day:%-d %B %Y}" for day in (days[0], days[-1]))
    one = len(days) == 1
    runs_of = f"{len(days)} {rhythm.value} runs from {first} to {last} have"
    which = f"The {rhythm.value} run of {first} has" if one else runs_of
    then = f"{'It' if one else 'They'} will be caught up, and nothing will be left out."
    if not ever:
        then = "There never was one: alerts tell of what comes after the first."
    return f"{which} not happened yet. {then}"


def followed(subscriber: Subscriber) -> tuple[Followed, ...]:
    """Return what a subscriber follows, in the order in which it was asked for."""
    held = subscriber.subscriptions.filter(confirmed_at__isnull=False).order_by("number")
    return tuple(
        Followed(
            one.topic, title_of(one.topic), Rhythm(one.rhythm).words, in_london(one.confirmed_at)
        )
        for one in held
    )


def runs_of(subscriber: Subscriber) -> Iterator[RunOfYours]:
    """Yield the runs since a subscriber began to follow something, the newest first."""
    kept = subscriber.subscriptions.filter(confirmed_at__isnull=False)
    rhythms = {*kept.values_list("rhythm", flat=True)}
    mails = {one.run_id: one for one in subscriber.mails.exclude(run=None)}
    rhythms |= {one.rhythm for one in mails.values()}
    held = Run.objects.filter(rhythm__in=rhythms, begun_at__gte=subscriber.since)
    for run in held.select_related("covered_by").order_by("-day", "-number")[:_SHOWN]:
        mail = mails.get(run.pk)
        yield RunOfYours(_line(run), _came_of(run, mail), tuple(_told(mail)) if mail else ())


def letters_of(subscriber: Subscriber) -> tuple[str, ...]:
    """Return the mails on a subscriber's alerts that are no digests, in words, the newest first."""
    held = subscriber.mails.filter(run=None, kind__in=_ABOUT).order_by("-number")
    return tuple(f"{_ABOUT[one.kind]} {title_of(one.topics)}: {_state(one)}" for one in held)


def in_london(at: datetime | None) -> str:
    """Return a moment by the clock in London; empty if there is none."""
    return f"{at.astimezone(LONDON):%-d %B %Y, %H:%M}" if at else ""


_ABOUT = {Mail.CONFIRM: "To confirm alerts about", Mail.WELCOME: "On the start of alerts about"}


def _line(run: Run) -> RunLine:
    began, due = in_london(run.begun_at), falls_due(run.day)
    on_time = run.begun_at - due <= ON_TIME
    if run.covered_by:
        went = f"Missed. Caught up on {began}, with the run of {run.covered_by.day:%-d %B %Y}"
    elif run.from_at == run.until_at:
        went, on_time = f"The first, on {began}: alerts tell of what came after it", True
    elif run.composed_at is None:
        went = f"Begun on {began}, and not finished yet"
    else:
        went = f"On time, {began}" if on_time else f"Late: caught up on {began}"
    return RunLine(f"{run.day:%-d %B %Y}", run.rhythm, went, amiss=not on_time)


def _came_of(run: Run, mail: Mail | None) -> str:
    if mail:
        return f"A mail: {_state(mail)}"
    if run.from_at == run.until_at and not run.covered_by:
        return "There was nothing to tell yet"
    if run.covered_by:
        return "What it would have told was told with the later run"
    if run.composed_at is None:
        return "Not finished yet"
    return "Nothing happened in what you followed, so no mail was sent"


def _state(mail: Mail) -> str:
    last = mail.troubles.order_by("number").last()
    if mail.sent_at:
        back = f". It came back: {last.words}" if last and last.for_good else ""
        return f"sent on {in_london(mail.sent_at)}{back}"
    if mail.given_up_at:
        return f"given up on {in_london(mail.given_up_at)}. The last answer: {last and last.words}"
    return f"tried again from {in_london(mail.due_at)}" if last else "on its way"


def _told(mail: Mail) -> Iterator[Told]:
    for one in Telling.objects.filter(run=mail.run_id, topic__in=mail.topics.split("\n")):
        parts = tuple(tuple(part.split("\n")) for part in one.words.split("\n\n"))
        yield Told(one.title, parts)
