"""A group of commands that answers every trouble with one plain sentence and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from django.db import DatabaseError, IntegrityError

from areasend.ledger import tables


class Trouble(click.ClickException):
    """Something went wrong that one sentence explains."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence."""
        click.echo(f"areasend: {self.format_message()}", file=file, err=file is None)


class PlainGroup(click.Group):
    """The commands, none of which ends in a traceback for what a person could do wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the commands in the order in which they were given."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn what went wrong into its sentence."""
        with _in_one_sentence():
            return super().invoke(ctx)


@contextmanager
def _in_one_sentence() -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        raise Trouble(error.format_message()) from None
    except IntegrityError as error:
        raise Trouble(f"The ledger refused that: {_first_line(error)}.") from None
    except DatabaseError as error:
        raise Trouble(_database(error)) from None
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        raise Trouble(f"{error.filename} cannot be used: {error.strerror}.") from None
    except Exception as error:
        if not _explains_itself(error):
            raise
        raise Trouble(str(error)) from None


def _explains_itself(error: Exception) -> bool:
    if isinstance(error, click.ClickException | click.exceptions.Exit):
        return False  # it needs no other words
    # Only now: to know every trouble by name is to import nearly everything.
    from areasend.terminal.troubles import TROUBLES

    return isinstance(error, TROUBLES)


def needs_record() -> None:
    """Stop with a sentence if there is no record to answer from.

    :raises Trouble: if the database is not there or was never loaded
    """
    if not tables.are_there():
        raise Trouble(f"There is no record at {tables.place()} yet. Load it with: areasend load")


def _database(error: Exception) -> str:
    words = _first_line(error)
    if "locked" in words or "lock timeout" in words:
        return "Another program is writing to the ledger and did not finish. Try again."
    if "permission denied" in words:
        return f"{words} at {tables.place()}. The owner of the tables runs: areasend grant ROLE"
    return f"The database {tables.place()} cannot be used: {words}."


def _first_line(error: Exception) -> str:
    # PostgreSQL goes on about where in its functions that was.
    return str(error).partition("\n")[0].rstrip(".")
