"""Links to reply by and the replies that came: asked for, used once, released or declined."""

import secrets
from datetime import date, datetime, timedelta

from django.db import transaction

from areasend.answers.bodies import Body, body
from areasend.answers.waiting import UnableToAnswer
from areasend.answers.wording import day_of
from areasend.ledger.rows import writing
from areasend.ledger.statements import Replied
from areasend.post import keys, single
from areasend.post.subscribing import LinkIsOver
from areasend.register import reports
from areasend.register.models import Reply
from areasend.register.replying.posts import Post, UnableToReadPosts, post_of

#: For how long a link is good.
TO_REPLY = timedelta(days=7)
_REPLY = "reply"


def ask(of: Body, *, about: str, at: datetime) -> None:
    """Mail a body a link to reply by, or keep that its address must be looked for.

    Where it was mailed as many today as go out in a day, nothing is kept and nothing is mailed.

    :raises NoKey: if addresses cannot be sealed
    """
    keys.secrets()
    today = day_of(at)
    post = _post_if_held(of.key)
    with transaction.atomic():
        reports.sweep(today=today)
        if post:
            _mail(post, about=about, at=at)
        elif not Reply.objects.without_address().filter(body=of.key).exists():
            _keep(of.key, about=about, asked=today)


def _post_if_held(of: str) -> Post | None:
    """Return the post of a body; None also where the list is amiss, which its keeper is told."""
    try:
        return post_of(of)
    except UnableToReadPosts:
        return None


def mail_to(of: Body, *, at: datetime) -> bool:
    """Mail a body a link whose address is held by now; return whether one more may go today.

    It is about what the body asked for before, which is done with, or else about its first area.

    :raises UnableToAnswer: if its address is not held
    :raises UnableToReadPosts: if the operator's list cannot be read
    """
    post = post_of(of.key)
    if post is None:
        raise UnableToAnswer(f"No published address of {of.key} is in the list of posts.")
    with transaction.atomic():
        asked = Reply.objects.without_address().filter(body=of.key)
        first = asked.first()
        about = first.about if first else f"/areas/{of.areas[0]}"
        mailed = _mail(post, about=about, at=at)
        if mailed:
            asked.delete()
        return mailed


def _mail(post: Post, *, about: str, at: datetime) -> bool:
    key = secrets.token_urlsafe(16)
    mailed = single.queue(address=post.address, about=f"{post.body}\n{key}\n{about}", at=at)
    if mailed:
        _keep(post.body, about=about, asked=day_of(at), mailed=day_of(at), key=key)
    return mailed


def _keep(of: str, *, about: str, asked: date, mailed: date | None = None, key: str = "") -> None:
    Reply.objects.create(
        key=key or secrets.token_urlsafe(16), body=of, about=about, asked=asked, mailed=mailed
    )


def link(key: str) -> str:
    """Return the signed and dated part of a link to reply by."""
    return keys.sign(_REPLY, key)


def of_link(signed: str, *, today: date) -> tuple[Reply, Body]:
    """Return what a link lets a body reply to. To look at it changes nothing.

    :raises NotOurs: if we did not sign it, or too long ago
    :raises LinkIsOver: if it was used, or leads to no body any more
    """
    key = keys.read(_REPLY, signed, seconds=TO_REPLY.total_seconds())
    held = Reply.objects.filter(key=key).exclude(mailed=None).first()
    if held is None:
        raise LinkIsOver("There is nothing behind this link any more.")
    if held.received:
        raise LinkIsOver("A reply was sent by this link already, and a link is good once.")
    try:
        return held, body(held.body, on=today)
    except ValueError as trouble:
        raise LinkIsOver(str(trouble)) from None


def how_known(held: Reply, *, today: date) -> str:
    """Return how a body proves by a link who it is, as the public will read it."""
    post = _post_if_held(held.body)
    seen = f" as we saw on its own page on {post.seen:%-d %B %Y}" if post else ""
    return (
        f"A link mailed on {held.mailed:%-d %B %Y} to the address that the body publishes for the "
        f"post of its chief officer{',' if seen else ''}{seen}. The reply came on "
        f"{today:%-d %B %Y}."
    )


def receive(held: Reply, *, area: str, about: str, words: str, today: date) -> None:
    """Keep a reply that was screened, until somebody releases it. Its link is used up.

    :raises LinkIsOver: if another reply came first
    """
    free = Reply.objects.filter(pk=held.pk, received=None)
    seen = how_known(held, today=today)
    if not free.update(area=area, about=about, words=words, seen=seen, received=today):
        raise LinkIsOver("A reply was sent by this link already, and a link is good once.")


def release(number: int, *, by: int, at: datetime) -> Reply:
    """Make a reply public, at once, and end it: all of it or nothing.

    :raises UnableToAnswer: if it is not waiting, or the words are not fit for the public
    """
    with writing():
        held = decline(number, today=day_of(at))
        reports.release(said(held, on=day_of(at)), by=by, at=at)
    return held


def decline(number: int, *, today: date) -> Reply:
    """End a reply without a word in public, so that it is deleted in its time, and return it.

    :raises UnableToAnswer: if it is not waiting
    """
    held = Reply.objects.waiting().filter(number=number).first()
    if held is None or not Reply.objects.filter(pk=held.pk, ended=None).update(ended=today):
        raise UnableToAnswer(f"No reply {number} is waiting.")
    return held


def said(held: Reply, *, on: date) -> Replied:
    """Return what a reply says in public once it is released.

    :raises UnknownBody: if its body is no more
    """
    name = body(held.body, on=on).name
    whole = held.about == f"/areas/{held.area}"
    about = "" if whole else held.about
    return Replied(area=held.area, body=name, words=held.words, seen=held.seen, about=about)
