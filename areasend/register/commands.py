"""The commands of this face: `areasend serve`, `publish`, and those on reports of errors."""

import os
import subprocess
import sys
from pathlib import Path

import click
from django.conf import settings

from areasend.register import opened, reports, server
from areasend.register.asking import today
from areasend.register.secret_file import secret


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Default: 8000.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="Processes. Default: 1.")
@click.option(
    "--beside", type=click.Path(path_type=Path), help="Folder of the secret key. Default: the data."
)
def serve(port: int, workers: int, beside: Path | None) -> None:
    """Open the website on this machine, on the loopback address alone.

    For others to see it, put it behind a server that speaks HTTPS: see docs/how-to/serve.md.

    \b
    areasend serve
    areasend serve --port 8080 --workers 2
    """
    reports.sweep(today=today())
    # Beside the index of postcodes, which is a file whatever the database is.
    where = beside or settings.POSTCODES.parent
    for name, value in {
        "DJANGO_SETTINGS_MODULE": "areasend.config.site",
        "AREASEND_SECRET": os.environ.get("AREASEND_SECRET") or secret(where / "secret"),
        "AREASEND_HTTPS": os.environ.get("AREASEND_HTTPS", "off"),
        "AREASEND_ADDRESS": os.environ.get("AREASEND_ADDRESS", f"http://127.0.0.1:{port}"),
        # Where real mail is sent, its secret must be named: see docs/how-to/send-mail.md.
        "AREASEND_MAIL_KEY": settings.MAIL_KEY
        or ("" if settings.MAIL else secret(where / MAIL_KEY)),
    }.items():
        os.environ[name] = value
    subprocess.Popen([sys.executable, "-m", opened.__name__, str(port)])  # noqa: S603  our own
    application = "areasend.config.wsgi:application"
    server.become(application, port=port, workers=workers, waiting=128)


#: The file of the secret that seals addresses where no real mail is sent.
MAIL_KEY = "mail-key"


@click.command("publish")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def publish(folder: Path) -> None:
    """Write the whole register into FOLDER as plain files that any server can serve.

    Files that have not changed are left untouched. Other days, finding by postcode and the
    calculator need the register itself, and the copy says so.

    \b
    areasend publish public/
    """
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "areasend.config.site"}
    command = [sys.executable, "-m", "areasend.config.publishing", str(folder)]
    os.execve(sys.executable, command, environ)  # noqa: S606  ourselves, with the site's settings
