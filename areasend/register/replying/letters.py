"""Writes the mail that brings a body its link to reply by."""

from django.conf import settings

from areasend.answers.bodies import UnknownBody, body
from areasend.post import keys
from areasend.post.letters import Letter
from areasend.post.models import Mail
from areasend.register.asking import today
from areasend.register.replying.keeping import TO_REPLY, link


def write_one(mail: Mail) -> Letter | None:
    """Return the letter with the link; None where its body is no more."""
    of, key, about = mail.topics.split("\n")
    try:
        name = body(of, on=today()).name
    except UnknownBody:
        return None
    words = _WORDS.format(
        name=name,
        page=f"{settings.LINKS_TO}{about}",
        link=f"{settings.LINKS_TO}/reply/{link(key)}",
        days=TO_REPLY.days,
        rights=f"{settings.LINKS_TO}/about#right-of-reply",
    )
    to = keys.unseal(mail.subscriber.address)
    return Letter(key=mail.key, to=to, subject=f"A link to reply for {name}", words=words)


_WORDS = """\
To whoever holds the post of chief officer: {name}.

areasend is an independent record of inspections of local SEND services in England. Somebody asked
it for a link by which this body can reply to what is said here:
{page}

We mail such a link to the address that the body publishes for this post and to no other, whoever
asks. To write a reply, open this; nothing is sent or published by opening it:
{link}

The link is good for {days} days and for one reply. Pass it on only to whoever may answer for the
body: a reply sent by it counts as the body's. A person here reads it before it is public.

What a reply is, and what is kept of it: {rights}

If nobody of this body wants to reply, do nothing.
"""
