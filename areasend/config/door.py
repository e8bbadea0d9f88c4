"""Who asks, and under which of our names: settled once, before anything is kept or counted.

What a browser sends to say so can be made up, so it is brought into one form here: an unknown host
is turned away, a port that is not ours is dropped, and whoever stands behind our own proxy is told
by that proxy alone.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from django.http.request import split_domain_port, validate_host

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
#: Names a browser has said lately, so that each is looked at once.
_NAMES = 1000
_ONE_HOUSEHOLD = 64  # bits of an IPv6 address that a provider gives to one of its customers


class Door:
    """A WSGI application that stands before the edge.

    `hosts` are ours as Django's ALLOWED_HOSTS names them; `address`, where it is known, is how
    links on pages name us. `proxied` says that a proxy of ours stands before us and adds the
    address of whoever asked it as the last of X-Forwarded-For.
    """

    def __init__(
        self, application: Application, *, hosts: Sequence[str], address: str, proxied: bool
    ) -> None:
        self._application, self._proxied = application, proxied
        self._ours = urlsplit(address).netloc
        self._hosts = [*hosts, urlsplit(address).hostname or ""]
        self._named = lru_cache(_NAMES)(self._name)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, or say that we do not go by that name."""
        said = environ.get("HTTP_HOST", "")
        host = self._named(said[:300], str(environ.get("SERVER_PORT", "")))
        if not host:
            return _turn_away(start_response)
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            # A form must be told the name under which the browser knows its page.
            environ["HTTP_HOST"] = host
        environ["HTTP_X_FORWARDED_PROTO"] = (
            "https" if environ.get("HTTP_X_FORWARDED_PROTO") == "https" else "http"
        )
        environ["REMOTE_ADDR"] = household(self._who(environ))
        return self._application(environ, start_response)

    def _name(self, said: str, port: str) -> str:
        """Return the name for a Host header, the same for all that mean us; or nothing."""
        name, asked = split_domain_port(said)
        if not name or not validate_host(name, self._hosts):
            return ""
        return self._ours or (f"{name}:{port}" if asked == port else name)

    def _who(self, environ: Environ) -> str:
        told = environ.get("HTTP_X_FORWARDED_FOR", "") if self._proxied else ""
        return told.rpartition(",")[2].strip() or environ.get("REMOTE_ADDR", "")


def household(who: str) -> str:
    """Return what stands for an address where askers are counted: of IPv6, its network."""
    if ":" not in who:
        return who[:100]  # of IPv4, which has one form, or none at all: there is nothing to read
    try:
        found = ip_address(who)
    except ValueError:
        return who[:100]
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        return str(found.ipv4_mapped)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, _ONE_HOUSEHOLD), strict=False).network_address)
    return str(found)


def _turn_away(start_response: StartResponse) -> Iterable[bytes]:
    body = b"That is not a name of this website.\n"
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    ]
    start_response("400 Bad Request", headers)
    return (body,)
