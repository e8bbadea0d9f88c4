"""Commands of `areasend reports` on what bodies reply: links are mailed, replies released."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from areasend.answers.bodies import UnknownBody, body
from areasend.answers.waiting import UnableToAnswer
from areasend.register.asking import now, today
from areasend.register.models import Reply
from areasend.register.replying import keeping, posts

_NUMBER = click.IntRange(1, 2**63 - 1)


def lines_of_replies() -> Iterator[str]:
    """Yield what there is to say of replies that wait, and of bodies without an address."""
    for one in Reply.objects.waiting():
        yield f"Reply {one.number}  {one.received}  {one.body}, about {one.about}"
        yield f"   {one.words}"
    for one in Reply.objects.without_address():
        yield f"Asks for a link  {one.asked}  {one.body}, about {one.about}: no address is held"
    try:
        posts.post_of("")
    except posts.UnableToReadPosts as trouble:
        yield str(trouble)


def plain(words: str) -> str:
    """Return words without characters that could make a terminal do something."""
    return "".join(one if one.isprintable() else " " for one in words)


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Say why something could not be done, instead of how it failed."""
    try:
        yield
    except (UnableToAnswer, UnknownBody, posts.UnableToReadPosts) as trouble:
        raise click.UsageError(str(trouble)) from None


@click.command("link")
@click.argument("of", metavar="BODY")
def mailing(of: str) -> None:
    """Mail BODY, such as council/dudley, the link that it asked for, once its address is listed.

    \b
    areasend reports link council/dudley
    """
    with in_one_sentence():
        mailed = keeping.mail_to(body(of, on=today()), at=now())
    words = f"A link for {of} is in the outbox." if mailed else "A day's links went there already."
    click.echo(words)


@click.command("release-reply")
@click.argument("number", type=_NUMBER)
@click.option("--by", type=_NUMBER, required=True, metavar="ACCOUNT", help="Who does this.")
def releasing(number: int, by: int) -> None:
    """Make reply NUMBER public from this moment on, in the body's own words.

    Read it first: a screening by patterns sees no bare name.

    \b
    areasend reports release-reply 2 --by 1
    """
    with in_one_sentence():
        held = keeping.release(number, by=by, at=now())
    click.echo(f"Reply {number} stands at {held.about}.")


@click.command("decline-reply")
@click.argument("number", type=_NUMBER)
def declining_a_reply(number: int) -> None:
    """End reply NUMBER without a word in public: it names a person, or is no reply.

    \b
    areasend reports decline-reply 2
    """
    with in_one_sentence():
        keeping.decline(number, today=today())
    click.echo(f"Reply {number} is declined.")
