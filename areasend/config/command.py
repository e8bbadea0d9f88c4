"""The one command, made of each face's subcommands."""

import os
import sys

import click
import django
from django.core.exceptions import ImproperlyConfigured


def main() -> None:
    """Run the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(_trouble(error))
    command()(prog_name="areasend")


def _trouble(error: Exception) -> int:
    click.echo(f"areasend: {error}", err=True)
    return 2


def command() -> click.Group:
    """Return the command with its subcommands in order. Django must be set up."""
    from areasend.terminal.commands import COMMANDS
    from areasend.terminal.plain import PlainGroup

    context = {"max_content_width": 100}
    return PlainGroup("areasend", help=_HELP, context_settings=context, commands=COMMANDS)


_HELP = """What became of every inspection of England's local SEND services.

Start with:

\b
  areasend load                          the national record, sources and all
  areasend area Dudley                   one area's story and its deadlines
  areasend answer --as-at 2021-04-13     the question Parliament asked
  areasend deadline "70 working days" --from 2022-07-01 --working

Every answer can be asked as at a day of the world (--as-at) and as known at a moment
(--known-at), and printed as a table, JSON or CSV (--format).
"""
