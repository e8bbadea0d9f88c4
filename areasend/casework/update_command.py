"""`areasend update`: visits the published sources, and keeps and queues what is new there."""

import click


@click.command("update")
@click.option("--source", "names", multiple=True, help="Only this source. May be given again.")
@click.option("--dry-run", is_flag=True, help="Look at the sources' pages; keep and note nothing.")
def update(names: tuple[str, ...], dry_run: bool) -> None:
    """Visit the published sources, and put what is new there into the queue to be checked.

    One address at a time, slowly, by our name and with a contact (AREASEND_CONTACT); what is
    unchanged is not fetched again, and an update that was cut off goes on where it was. A source
    that no longer looks as it did is reported, and nothing of it is taken in. Ends with status 1
    if there was one, or if anything could not be had.

    \b
    areasend update
    areasend update --source reports --dry-run
    """
    # Only now: the help of all commands is written where there are no rooms.
    from areasend.casework.update_telling import UnableToUpdate, run

    try:
        went_well = run(names, dry_run=dry_run)
    except UnableToUpdate as why:
        raise click.UsageError(str(why)) from None
    if not went_well:
        click.get_current_context().exit(1)
