"""The worker's process: `python -m areasend.config.working`, as `areasend worker` starts it.

A process of its own, because the command line is set up without a queue.
"""

import os
import sys

import click


@click.command()
@click.option("--every", type=float, default=2.0)
@click.option("--once", is_flag=True)
@click.option("--prepare", is_flag=True)
def main(every: float, once: bool, prepare: bool) -> None:
    """Make the queue's tables where they are not there, and work."""
    from areasend.config import schedule
    from areasend.ledger import tables
    from areasend.post import keys
    from areasend.register.alerts.working import work

    tables.make()
    if prepare:
        return
    keys.secrets()  # before anything is begun that could not be sent
    click.echo("areasend worker: ready")
    # An update takes an hour and more; who works once asks for one by itself.
    work(every=every, once=once, also=() if once else [schedule.WEEKLY_UPDATE])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.work")
    from areasend.config.command import start

    start()
    try:
        main(standalone_mode=True)
    except ValueError as error:
        sys.exit(f"areasend: {error}")
