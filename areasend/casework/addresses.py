"""The address of a document, which becomes its citation: only one of its publisher's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from areasend.casework.editors import NotAValue

#: Where Ofsted, or the government for it, publishes reports and letters.
HOSTS = frozenset(
    {
        "files.ofsted.gov.uk",
        "reports.ofsted.gov.uk",
        "www.gov.uk",
        "assets.publishing.service.gov.uk",
    }
)
NOT_OFFICIAL = f"Enter an address that begins with https:// and one of: {', '.join(sorted(HOSTS))}."


def is_official(address: str) -> bool:
    """Return whether an address is one of the publisher's, and nothing else is hidden in it."""
    if not address.isascii() or not address.isprintable() or " " in address or "\\" in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    # What stands before a path is the host alone: nobody's name, no password and no port.
    return address.startswith("https://") and parts.netloc in HOSTS


@dataclass(frozen=True)
class Address:
    """The address of a document at its publisher."""

    form: str = "url"

    def shown(self, value: Any) -> list[str]:
        """Return the address."""
        return [str(value)]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the address."""
        return {"value": value or ""}

    def read(self, typed: Mapping[str, str]) -> str:
        """Return the address, if it is one of the publisher's.

        :raises NotAValue: if it is another
        """
        address = typed.get("value", "").strip()
        if not is_official(address):
            raise NotAValue(NOT_OFFICIAL)
        return address
