"""Which addresses may be asked: HTTPS, the source's own hosts, and nothing in our own network."""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit


class NotAllowed(ValueError):
    """An address that must not be asked, for the reason given."""


def check(address: str, *, hosts: Collection[str], loopback: bool) -> None:
    """Say nothing if an address may be asked.

    Names are looked up as well, so that a name that leads into our own network is refused.

    :raises NotAllowed: if it may not
    """
    parts = _parts(address)
    host = parts[1]
    if host not in hosts:
        raise NotAllowed(f"it leads to {host or 'no host'}, which is none of the source's")
    if parts[0] != "https" and not (loopback and parts[0] == "http"):
        raise NotAllowed("it is not asked by HTTPS")
    for found in _looked_up(host):
        ip = ipaddress.ip_address(found)
        if not (ip.is_global or (loopback and ip.is_loopback)):
            raise NotAllowed(f"{host} leads into a private network")


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        # A host of the list may name its port; nobody is named before it.
        return parts.scheme, parts.netloc.casefold()
    except ValueError:
        raise NotAllowed("it is no address") from None


def _looked_up(host: str) -> set[str]:
    try:
        found = socket.getaddrinfo(urlsplit(f"//{host}").hostname, None, type=socket.SOCK_STREAM)
    except OSError:
        return set()  # to ask it will say so, and may be tried again
    return {str(one[4][0]) for one in found}
