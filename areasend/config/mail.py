"""Whom mail is given to: the settings that an address such as smtp://HOST:25 stands for."""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: Seconds after which a server that says nothing is given up for now.
_PATIENCE = 30
_BACKENDS = "django.core.mail.backends"
_PORTS = {"smtp": 587, "smtps": 465}
_LOCAL = {"localhost", "127.0.0.1", "::1"}
_FORM = "smtp://USER:PASSWORD@HOST:587, smtps://…:465 or notify://TEMPLATE"
_NOTIFY = "https://api.notifications.service.gov.uk"


def mail(named: str) -> dict[str, Any]:
    """Return Django's settings for a carrier; none named is a folder that mails are written to.

    A line to another machine is always encrypted: by STARTTLS, or with smtps from the start.

    :raises ImproperlyConfigured: if it names no carrier
    """
    held: dict[str, Any] = {"NOTIFY_TEMPLATE": "", "NOTIFY_URL": _NOTIFY}
    if not named:
        return {**held, "EMAIL_BACKEND": f"{_BACKENDS}.filebased.EmailBackend"}
    try:
        parts = urlsplit(named)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme == "notify" and parts.hostname:
        server = dict(parse_qsl(parts.query)).get("server", _NOTIFY)
        return {**held, "NOTIFY_TEMPLATE": parts.hostname, "NOTIFY_URL": server}
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ImproperlyConfigured(f"AREASEND_MAIL cannot be read as {_FORM}.")
    return {**held, **_by_smtp(parts, port or _PORTS[parts.scheme])}


def _by_smtp(parts: SplitResult, port: int) -> dict[str, Any]:
    return {
        "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in _LOCAL,
        "EMAIL_TIMEOUT": _PATIENCE,
    }
