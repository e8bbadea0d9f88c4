"""The commands of the post: `areasend worker`, and `areasend bounce` for what comes back."""

import os
import sys
from email.utils import parseaddr

import click
from django.conf import settings

from areasend.post import keys
from areasend.register.asking import now
from areasend.register.commands import MAIL_KEY
from areasend.register.secret_file import secret


@click.command("worker")
@click.option("--every", type=float, default=2.0, help="Seconds between looks. Default: 2.")
@click.option("--once", is_flag=True, help="Do what there is to do, and end.")
@click.option("--prepare", is_flag=True, help="Make the queue's tables, and end.")
def worker(every: float, once: bool, prepare: bool) -> None:
    """Compose the alerts that fall due, send what is in the outbox, and delete by rule.

    It may be stopped or killed at any moment, and several may work at once. Where no carrier is
    named (AREASEND_MAIL), mails are written into a folder: see docs/how-to/send-mail.md.

    \b
    areasend worker
    areasend worker --once
    """
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "areasend.config.work"}
    if not settings.MAIL and not settings.MAIL_KEY:
        environ["AREASEND_MAIL_KEY"] = secret(settings.POSTCODES.parent / MAIL_KEY)
        click.echo(f"No carrier is named: mails are written to {settings.EMAIL_FILE_PATH}.")
    else:
        _check_key()
        _check_addresses()
    asked = ["--every", str(every), *(["--once"] if once else [])]
    asked += ["--prepare"] if prepare else []
    sys.stdout.flush()
    command = [sys.executable, "-m", "areasend.config.working", *asked]
    os.execve(sys.executable, command, environ)  # noqa: S606  ourselves, with the worker's settings


def _check_key() -> None:
    try:
        keys.secrets()
    except keys.NoKey as trouble:
        raise click.UsageError(str(trouble)) from None


def _check_addresses() -> None:
    """Refuse to send real mail whose links or whose sender would lead back to this machine.

    :raises UsageError: if the website's address or the sender is not set as real mail needs it
    """
    if not settings.MAIL:
        return
    if not settings.ADDRESS.startswith("https://"):
        raise click.UsageError(
            "Set AREASEND_ADDRESS to where the website is read, such as https://areasend.example: "
            "links in mails lead there."
        )
    # Of GOV.UK Notify the sender is set there.
    if not settings.NOTIFY_TEMPLATE and parseaddr(settings.MAIL_FROM)[1].endswith("@localhost"):
        raise click.UsageError(
            "Set AREASEND_MAIL_FROM to whom mails come from, such as "
            "'areasend <alerts@areasend.example>'."
        )


@click.command("bounce")
def bounce() -> None:
    """Read a report of non-delivery from standard input, and keep what it says of our mail.

    For a mail server to hand over what comes back: see docs/how-to/send-mail.md.

    \b
    areasend bounce < report.eml
    """
    from areasend.post.bounces import read_bounce
    from areasend.post.outbox import bounced

    found = read_bounce(sys.stdin.buffer.read())
    ours = bool(found) and bounced(*found, at=now()) if found else False
    click.echo("Kept." if ours else "It reports no mail of ours that failed for good.")
