"""Writes the mails: what happened, why it was sent, what was sent before, and how to end it."""

from collections.abc import Callable, Iterable, Sequence
from textwrap import shorten

from django.conf import settings

from areasend.answers.asked import Asked
from areasend.answers.standing import limits
from areasend.answers.topics import UnknownTopic, topic
from areasend.answers.wording import day_of
from areasend.post import keys
from areasend.post.letters import Letter, Refused
from areasend.post.models import Mail, Run, Subscription, Telling
from areasend.post.rhythms import LONDON, Rhythm
from areasend.post.subscribing import TO_CONFIRM, link_to_confirm, link_to_yours
from areasend.register.replying.letters import write_one

_LONGEST_SUBJECT = 78
#: How many of the mails before are listed by their day.
_LISTED = 5


def write(mails: Sequence[Mail]) -> dict[int, Letter | Refused]:
    """Return the letters of mails, by the mails' numbers, or why one cannot be addressed."""
    numbers = [mail.pk for mail in mails]
    held = Mail.objects.filter(pk__in=numbers).select_related("subscriber", "run")
    batch = _Batch([mail for mail in held if mail.kind != Mail.REPLY])
    written = {
        mail.pk: _or_why_not(write_one if mail.kind == Mail.REPLY else batch.letter, mail)
        for mail in held
    }
    return {pk: letter for pk, letter in written.items() if letter}


def _or_why_not(written: Callable[[Mail], Letter | None], mail: Mail) -> Letter | Refused | None:
    """Return a letter. One that cannot be addressed stops no other; its secret may come back."""
    try:
        return written(mail)
    except keys.NotOurs as trouble:
        return Refused(str(trouble), for_good=False)


class _Batch:
    """Mails written together: what they share is asked of the database once."""

    def __init__(self, mails: list[Mail]) -> None:
        self.mails = mails
        whose = {mail.subscriber_id for mail in mails}
        self._links: dict[int, str] = {}
        self._told = self._tellings()
        held = {mail.run_id: mail.run for mail in self._one_a_run() if mail.run}
        self._between = {number: between(run) for number, run in held.items()}
        self._reach = {number: _reach(run) for number, run in held.items()}
        self._asked = {
            (one.subscriber_id, one.topic): one
            for one in Subscription.objects.filter(subscriber__in=whose)
        }
        self._sent: dict[int, list[Mail]] = {}
        sent = Mail.objects.filter(subscriber__in=whose, kind=Mail.DIGEST, sent_at__isnull=False)
        for one in sent.order_by("sent_at"):
            self._sent.setdefault(one.subscriber_id, []).append(one)

    def letter(self, mail: Mail) -> Letter:
        """Return the letter of a mail."""
        subject, words = {
            Mail.CONFIRM: self._to_confirm,
            Mail.WELCOME: self._welcome,
            Mail.DIGEST: self._digest,
        }[mail.kind](mail)
        return Letter(
            key=mail.key,
            to=keys.unseal(mail.subscriber.address),
            subject=shorten(subject, _LONGEST_SUBJECT, placeholder="…"),
            words=words,
            stop=self._stop(mail),
        )

    def _link(self, mail: Mail) -> str:
        whose = mail.subscriber
        if whose.pk not in self._links:
            self._links[whose.pk] = link_to_yours(whose)
        return self._links[whose.pk]

    def _yours(self, mail: Mail) -> str:
        return f"{settings.LINKS_TO}/alerts/yours/{self._link(mail)}"

    def _stop(self, mail: Mail) -> str:
        return f"{settings.LINKS_TO}/alerts/stop/{self._link(mail)}"

    def _one_a_run(self) -> Iterable[Mail]:
        return {mail.run_id: mail for mail in self.mails}.values()

    def _tellings(self) -> dict[tuple[int | None, str], Telling]:
        runs = {mail.run_id for mail in self.mails if mail.run_id}
        topics = {name for mail in self.mails for name in mail.topics.split("\n")}
        held = Telling.objects.filter(run__in=runs, topic__in=topics)
        return {(one.run_id, one.topic): one for one in held}

    def _to_confirm(self, mail: Mail) -> tuple[str, str]:
        asked = self._asked.get((mail.subscriber_id, mail.topics))
        title, when = title_of(mail.topics), Rhythm(mail.rhythm).words
        if asked and asked.confirmed_at and asked.rhythm == mail.rhythm:
            return f"You already get alerts about {title}", _HAS_ALREADY.format(
                title=title, when=when, yours=self._yours(mail)
            )
        link = link_to_confirm(mail.subscriber, topic=mail.topics, rhythm=mail.rhythm)
        return f"Confirm your alerts about {title}", _CONFIRM.format(
            title=title,
            when=when,
            link=f"{settings.LINKS_TO}/alerts/confirm/{link}",
            days=TO_CONFIRM.days,
        )

    def _welcome(self, mail: Mail) -> tuple[str, str]:
        title = title_of(mail.topics)
        return f"You will get alerts about {title}", _WELCOME.format(
            title=title,
            when=Rhythm(mail.rhythm).words,
            yours=self._yours(mail),
            stop=self._stop(mail),
        )

    def _digest(self, mail: Mail) -> tuple[str, str]:
        names = mail.topics.split("\n")
        told = [one for name in names if (one := self._told.get((mail.run_id, name)))]
        subject = f"areasend: {told[0].title}" if told else "areasend"
        more = f" and {len(told) - 1} more" if len(told) > 1 else ""
        return shorten(subject, _LONGEST_SUBJECT - len(more), placeholder="…") + more, "\n\n".join(
            (
                self._between[mail.run_id],
                *(f"{one.title}\n{'=' * min(len(one.title), 60)}\n\n{one.words}" for one in told),
                self._reach[mail.run_id],
                f"Why you get this\n{self._why(mail, names)}",
                f"Sent before\n{self._before(mail)}",
                _FOOT.format(yours=self._yours(mail), stop=self._stop(mail)),
            )
        )

    def _why(self, mail: Mail, names: Iterable[str]) -> str:
        lines = []
        for name in names:
            asked = self._asked.get((mail.subscriber_id, name))
            since = f", confirmed on {_day(asked.confirmed_at)}" if asked else ""
            lines.append(f"* This address asked to be told of {title_of(name)}{since}.")
        return "\n".join(lines)

    def _before(self, mail: Mail) -> str:
        sent = [one for one in self._sent.get(mail.subscriber_id, ()) if one.pk != mail.pk]
        if not sent:
            return "This is the first digest sent to this address."
        listed = ", ".join(_day(one.sent_at) for one in sent[-_LISTED:][::-1])
        count = "1 digest was" if len(sent) == 1 else f"{len(sent)} digests were"
        newest = "" if len(sent) <= _LISTED else f" The newest {_LISTED}:"
        return f"{count} sent since {_day(sent[0].sent_at)}.{newest or ' On:'} {listed}."


def title_of(name: str) -> str:
    """Return what a topic is called; one that is no longer kept, by its key."""
    try:
        return topic(name).title
    except UnknownTopic:
        return name


def between(run: Run) -> str:
    """Return what time a run tells of, in a sentence, and whether others were missed in it."""
    missed = run.covers.count()
    told = f"What this register was told from {_moment(run.from_at)} to {_moment(run.until_at)}."
    if missed:
        runs = "One earlier run" if missed == 1 else f"{missed} earlier runs"
        told += f" {runs} did not happen; this mail covers the time, so that nothing is left out."
    return told


def _reach(run: Run) -> str:
    """Return how far the record reached when a run told of it."""
    return limits(Asked(day_of(run.until_at), run.until_at))


def _day(at: object) -> str:
    return f"{at.astimezone(LONDON):%-d %B %Y}" if at else ""  # type: ignore[attr-defined]


def _moment(at: object) -> str:
    return f"{at.astimezone(LONDON):%-d %B %Y, %H:%M}"  # type: ignore[attr-defined]


_CONFIRM = """\
Somebody, we hope you, asked areasend to tell this address {when} of what happens in: {title}.

To confirm, open this and press the button:
{link}

The link is good for {days} days. If you did not ask, do nothing: no alerts will come, and the
address is deleted after that time.

areasend is an independent record of inspections of local SEND services in England.
"""
_HAS_ALREADY = """\
Somebody, perhaps you, asked areasend to tell this address {when} of what happens in: {title}.

You get these alerts already, so nothing has changed. Every mail and every run so far:
{yours}
"""
_WELCOME = """\
From now on we tell this address {when} of what happens in: {title}.

No mail comes where nothing happened. To see that silence means just that, keep this link: it shows
every mail we sent you and every run, also those in which there was nothing to tell, and lets you
stop any alert. Whoever has it can see the same, so share it with nobody:
{yours}

To stop every alert and have this address deleted at once:
{stop}
"""
_FOOT = """\
Every mail and every run so far, and your choices (a link for you alone):
{yours}

Stop every alert and have this address deleted:
{stop}
"""
