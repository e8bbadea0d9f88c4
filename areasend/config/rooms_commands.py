"""The commands of the signed-in rooms: `areasend people` keeps accounts, `areasend casework` opens.

They run with the settings of the rooms, which no other command has: see `command.start`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from tabulate import tabulate

if TYPE_CHECKING:
    from areasend.people.models import Account

_roles = click.option("--role", "roles", multiple=True, metavar="ROLE", help="May be repeated.")


@click.command("casework")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, help="Default: 8001.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="Processes. Default: 1.")
def casework(port: int, workers: int) -> None:
    """Open the signed-in rooms on this machine, on the loopback address alone.

    They are a process of their own beside the website. Who signs in needs an account: see
    areasend people. For others to use them: see docs/how-to/open-the-rooms.md.

    \b
    areasend casework
    """
    from areasend.config.opening import make_tables
    from areasend.register import server

    make_tables()
    click.echo(f"The rooms are at http://localhost:{port}/ (Ctrl-C stops them).")
    application = "areasend.config.rooms_wsgi:application"
    server.become(application, port=port, workers=workers, waiting=64)


@click.group("people")
def people() -> None:
    """Keep the accounts of those who sign in, and the roles that say what each may do.

    \b
    areasend people add reader@example.org --role reader
    areasend people list
    """
    from areasend.config.opening import make_tables

    make_tables()


@people.command("add")
@click.argument("email")
@_roles
def add(email: str, roles: tuple[str, ...]) -> None:
    """Make an account for EMAIL, and print a link that sets its password.

    The link serves once, for 24 hours. Give it to nobody but the holder of the address.

    \b
    areasend people add reader@example.org --role reader
    """
    from django.utils import timezone

    from areasend.people import accounts

    with _in_words():
        account = accounts.add(email, roles=roles, at=timezone.now())
        click.echo(f"{account.email} is account {account.number}. Let its holder open, once:")
        _say_link(account)


@people.command("list")
def listing() -> None:
    """Print every account: its number, address, roles and second step, if it is locked or closed.

    Too many wrong passwords or codes lock it for a while: areasend people unlock.
    """
    from areasend.people.models import Account

    rows = [_row(account) for account in Account.objects.order_by("opened_at", "pk")]
    headers = ("Account", "Address", "Roles", "Second step", "Open since", "Locked until", "Closed")
    click.echo(tabulate(rows, headers, disable_numparse=True) if rows else "There is no account.")


def _row(account: "Account") -> tuple[str, ...]:
    from allauth.mfa.utils import is_mfa_enabled

    closed = f"{account.closed_at:%Y-%m-%d}" if account.closed_at else ""
    return (
        str(account.number),
        account.email,
        ", ".join(sorted(account.roles())),
        "set up" if is_mfa_enabled(account) else "none",
        f"{account.opened_at:%Y-%m-%d}",
        _locked(account),
        closed,
    )


def _locked(account: "Account") -> str:
    from django.utils import timezone

    from areasend.people import locks

    until = locks.locked_until(account, now=timezone.now())
    return f"{timezone.localtime(until):%H:%M}" if until else ""


@people.command("unlock")
@click.argument("email")
def unlock(email: str) -> None:
    """Forget the wrong passwords and codes of EMAIL, so that the right one helps again at once.

    Whoever goes on guessing locks it again.

    \b
    areasend people unlock reader@example.org
    """
    from areasend.people import accounts, locks

    with _in_words():
        locks.unlock(accounts.find(email))
    click.echo("Unlocked.")


@people.command("roles")
@click.argument("email")
@click.option("--add", "given", multiple=True, metavar="ROLE", help="May be repeated.")
@click.option("--remove", "taken", multiple=True, metavar="ROLE", help="May be repeated.")
def roles_of(email: str, given: tuple[str, ...], taken: tuple[str, ...]) -> None:
    """Give roles to the account of EMAIL or take them, at once, and print what it may do.

    \b
    areasend people roles reader@example.org --add moderator --remove reader
    """
    from areasend.people import accounts
    from areasend.people.deeds import roles

    with _in_words():
        account = accounts.find(email)
        accounts.give(account, given)
        accounts.take(account, taken)
    for name in sorted(account.roles()):
        click.echo(f"{name}: {roles()[name].says}")


@people.command("link")
@click.argument("email")
@click.option("--lost-second-step", is_flag=True, help="Forget its app, passkeys and spare codes.")
def link(email: str, lost_second_step: bool) -> None:
    """Print a new link to set the password of EMAIL. The present one, if any, no longer serves.

    \b
    areasend people link reader@example.org
    """
    from areasend.people import accounts

    with _in_words():
        account = accounts.find(email)
        if lost_second_step:
            accounts.forget_second_steps(account)
        _say_link(account)


@people.command("close")
@click.argument("email")
def close(email: str) -> None:
    """Close the account of EMAIL for good. Whoever is signed in to it is out at once.

    \b
    areasend people close reader@example.org
    """
    from django.utils import timezone

    from areasend.people import accounts

    with _in_words():
        accounts.close(accounts.find(email), at=timezone.now())
    click.echo("Closed.")


def _say_link(account: "Account") -> None:
    from django.conf import settings

    from areasend.people import accounts

    click.echo(f"{settings.ROOMS_ADDRESS}{accounts.link(account)}")
    click.echo("Links begin with what AREASEND_ROOMS_ADDRESS says, or else http://localhost:8001.")


@contextmanager
def _in_words() -> Iterator[None]:
    from areasend.people.accounts import UnableToKeepAccounts

    try:
        yield
    except UnableToKeepAccounts as trouble:
        raise click.UsageError(str(trouble)) from None
