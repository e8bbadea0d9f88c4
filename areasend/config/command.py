"""The one command, made of each face's subcommands."""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

#: How many more objects may be made before the garbage collector looks. To start and to answer
#: makes fewer, and hardly any garbage.
_SELDOM = 200_000


def main() -> None:
    """Run the command line."""
    start()
    try:
        command()(prog_name="areasend")
    finally:
        # The interpreter, as it ends, need not look at each object once more.
        gc.freeze()


def start() -> None:
    """Make Django and the garbage collector ready for a command; end here if that cannot be."""
    gc.set_threshold(_SELDOM)
    if _OF_ROOMS.keys() & set(sys.argv[1:2]):
        from areasend.config.opening import name_settings

        name_settings()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.settings")
    # Only now, for the collector's sake.
    from django.apps import apps
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        # What django.setup() does, without what only a website needs: its addresses and its log.
        apps.populate(settings.INSTALLED_APPS)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"areasend: {error}\n")
        sys.exit(2)


#: The commands of the other faces, after those of the terminal.
_OF_OTHERS = {
    "data": "areasend.opendata.command:data",
    "reports": "areasend.register.report_commands:reporting",
    "serve": "areasend.register.commands:serve",
    "publish": "areasend.register.commands:publish",
    "worker": "areasend.register.alerts.commands:worker",
    "bounce": "areasend.register.alerts.commands:bounce",
}
#: Those of the signed-in rooms, which alone know accounts: they have settings of their own.
_OF_ROOMS = {
    "people": "areasend.config.rooms_commands:people",
    "casework": "areasend.config.rooms_commands:casework",
    "update": "areasend.casework.update_command:update",
    "audit": "areasend.casework.audit.commands:audit",
    "take-in": "areasend.casework.commands:take_in_files",
}


def command() -> "click.Group":
    """Return the command with its subcommands in order. Django must be set up."""
    from areasend.terminal.commands import PLACES, WhenAskedFor
    from areasend.terminal.plain import PlainGroup

    context = {"max_content_width": 100}
    return PlainGroup(
        "areasend",
        help=_HELP,
        context_settings=context,
        commands=WhenAskedFor({**PLACES, **_OF_OTHERS, **_OF_ROOMS}),  # type: ignore[arg-type]  # nothing is ever added to them
    )


_HELP = """What became of every inspection of England's local SEND services.

Start with:

\b
  areasend load                          the national record, sources and all
  areasend find DY1 1HF                  the local area of a postcode or a name
  areasend area Dudley                   one area's story and its deadlines
  areasend answer --as-at 2021-04-13     the question Parliament asked
  areasend reconcile --as-at 2021-03-31  why Ofsted said 116 and a minister 117
  areasend deadline "70 working days" --from 2022-07-01 --working

Every answer can be asked as at a day of the world (--as-at) and as known at a moment
(--known-at), and printed as a table, JSON or CSV (--format).
"""
