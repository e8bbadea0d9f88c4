"""`areasend audit`: draws facts to be keyed again, says how far that is, and publishes the rate."""

import click


@click.group("audit")
def audit() -> None:
    """Find out how often the record is wrong: draw facts, have them keyed again, publish the rate.

    What is drawn is keyed in the checking room, from the documents alone, by whoever holds the
    role of auditor; another of them decides what each difference is. Neither may have checked or
    published the document.

    \b
    areasend audit draw --size 100 --seed "the draw of 28 November 2026"
    areasend audit result
    areasend audit publish --by 1
    """
    # Only now: the help of all commands is written where there are no rooms.
    from areasend.ledger import tables

    tables.make()


@audit.command("draw")
@click.option("--size", type=click.IntRange(1, 10_000), required=True, help="How many facts.")
@click.option("--seed", required=True, help="Words or a number that decide which are drawn.")
@click.option("--because", default="", help="Why to draw again before the last is published.")
def draw(size: int, seed: str, because: str) -> None:
    """Draw facts at random, of those that have a kept document. A sample is never drawn in silence.

    \b
    areasend audit draw --size 100 --seed "the draw of 28 November 2026"
    """
    from areasend.casework.audit.drawing import UnableToDraw
    from areasend.casework.audit.drawing import draw as draw_sample
    from areasend.casework.views.asking import now

    try:
        sample = draw_sample(seed=seed, size=size, at=now(), reason=because)
    except UnableToDraw as why:
        raise click.UsageError(str(why)) from None
    click.echo(
        f"Sample {sample.number}: {sample.facts.count()} of {sample.frame:,} facts that have a "
        f"document, of {sample.record:,} in all. They wait in the checking room."
    )


@audit.command("result")
def result() -> None:
    """Print how far the last sample is, and what came of it."""
    from areasend.answers.audits import in_a_sentence, outcome
    from areasend.casework.audit import tallying
    from areasend.casework.audit.models import Sample

    sample = Sample.objects.order_by("number").last()
    if sample is None:
        click.echo("No sample was drawn.")
        return
    waits = tallying.left(sample)
    if any(waits):
        click.echo(
            f"Sample {sample.number}: {waits[0]} of {sample.facts.count()} facts wait to be keyed, "
            f"{waits[1]} differences to be decided."
        )
        return
    state = f"published as release {sample.release}" if sample.release else "not published"
    click.echo(f"Sample {sample.number}, {state}.")
    found = outcome(tallying.result(sample))
    for one in (found.whole, *found.by_field):
        click.echo(f"{one.says}: {in_a_sentence(one)}")


@audit.command("publish")
@click.option("--by", type=click.IntRange(1), required=True, metavar="ACCOUNT", help="Who does it.")
def publish(by: int) -> None:
    """Publish what came of the last sample, once every fact is keyed and every difference decided.

    \b
    areasend audit publish --by 1
    """
    from areasend.casework.audit import tallying
    from areasend.casework.audit.keying import UnableToAudit
    from areasend.casework.audit.models import Sample
    from areasend.casework.views.asking import now

    sample = Sample.objects.order_by("number").last()
    if sample is None:
        raise click.UsageError("No sample was drawn.")
    try:
        number = tallying.publish(sample, by=by, at=now())
    except UnableToAudit as why:
        raise click.UsageError(str(why)) from None
    click.echo(f"Published as release {number}.")
