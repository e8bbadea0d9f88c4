"""`areasend reports`: what readers reported, and what bodies reply: read, answered, deleted."""

import click

from areasend.domain.areas import resolve
from areasend.ledger import releases
from areasend.ledger.statements import Answered, Finding, Replied
from areasend.register import reports
from areasend.register.asking import now, today
from areasend.register.models import Report
from areasend.register.reply_commands import (
    declining_a_reply,
    in_one_sentence,
    lines_of_replies,
    mailing,
    plain,
    releasing,
)

_NUMBER = click.IntRange(1, 2**63 - 1)
_by = click.option("--by", type=_NUMBER, required=True, metavar="ACCOUNT", help="Who does this.")
_CANNOT_TELL = "--cannot-tell"


@click.group("reports", invoke_without_command=True)
@click.option("--sweep", is_flag=True, help="Delete those whose time is over, and list nothing.")
@click.pass_context
def reporting(ctx: click.Context, sweep: bool) -> None:
    """List the errors that readers reported and the replies of bodies, not yet answered or public.

    Links to reply are mailed to addresses from a list that you keep: see
    docs/how-to/answer-a-report.md. Reports and replies are deleted 30 days after they were
    answered, released or declined, and after a year in any case: at every `load` and `serve`, at
    every new report, and by --sweep.

    \b
    areasend reports
    areasend reports answer 3 --by 1 --says "The letter is dated 10 May." --corrected 1201
    areasend reports --sweep
    """
    if ctx.invoked_subcommand is None and sweep:
        click.echo(f"{reports.sweep(today=today())} deleted.")
    elif ctx.invoked_subcommand is None:
        _list()


def _list() -> None:
    held = list(Report.objects.open())
    for one in held:
        click.echo(f"{one.number}  {one.received}  {one.about}")
        click.echo(f"   {plain(one.words)}")
        if one.right:
            click.echo(f"   {plain(one.right)}")
    if not held:
        click.echo("No report of an error is open.")
    for line in lines_of_replies():
        click.echo(plain(line))


@reporting.command("answer")
@click.argument("number", type=_NUMBER)
@click.option("--says", required=True, help="Our answer, in our words. The public reads it.")
@click.option("--corrected", type=_NUMBER, metavar="ENTRY", help="The entry that put it right.")
@click.option(_CANNOT_TELL, is_flag=True, help="We do not know who is right.")
@_by
def answering(number: int, says: str, corrected: int | None, cannot_tell: bool, by: int) -> None:
    """Answer report NUMBER in public, in our own words, from this moment on.

    Correct or withdraw the fact first (`areasend correct`) and name that entry.

    \b
    areasend reports answer 3 --by 1 --says "The council's page gives the same day."
    """
    if corrected and cannot_tell:
        raise click.UsageError(f"Give --corrected or {_CANNOT_TELL}, not both.")
    at = now()
    release = releases.correcting(corrected, known_at=at) if corrected else None
    with in_one_sentence():
        address = reports.about(number)
        said = Answered(
            about=address,
            area=reports.area_of(address),
            finding=_finding(corrected, cannot_tell=cannot_tell),
            words=says,
            release=release,
        )
        reports.answer(number, said, by=by, at=at, today=today())
    click.echo(f"Report {number} is answered, and the public can read it.")


def _finding(corrected: int | None, *, cannot_tell: bool) -> Finding:
    if corrected:
        return Finding.CORRECTED
    return Finding.CANNOT_TELL if cannot_tell else Finding.NOT_CORRECTED


@reporting.command("decline")
@click.argument("number", type=_NUMBER)
def declining(number: int) -> None:
    """End report NUMBER without a word in public: it reports no error, or is about a child.

    \b
    areasend reports decline 3
    """
    with in_one_sentence():
        reports.decline(number, today=today())
    click.echo(f"Report {number} is declined.")


@reporting.command("reply")
@click.argument("name", nargs=-1, required=True)
@click.option("--body", required=True, help="Who replies, such as Dudley Council. Never a person.")
@click.option("--says", required=True, help="The reply, in the body's own words.")
@click.option("--seen", required=True, help="How the body proved who it is. The public reads it.")
@_by
def replying(name: tuple[str, ...], body: str, says: str, seen: str, by: int) -> None:
    """Publish what a body replies to what is held about the area NAME.

    \b
    areasend reports reply Dudley --by 1 --body "Dudley Council" \\
      --says "The plan is on our site." \\
      --seen "A link mailed to the published address of its director of children's services."
    """
    area = resolve(" ".join(name))
    said = Replied(area=area.slug, body=body, words=says, seen=seen)
    with in_one_sentence():
        reports.release(said, by=by, at=now())
    click.echo(f"The reply of {body} stands on the page of {area.name}.")


for _one in (mailing, releasing, declining_a_reply):
    reporting.add_command(_one)
