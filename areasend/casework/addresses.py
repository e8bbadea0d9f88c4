"""The address of a document, which becomes its citation: only one of its publisher's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from areasend.answers.weaknesses import body
from areasend.casework.editors import NotAValue
from areasend.domain.areas import AREAS
from areasend.domain.attestations import SourceKind

#: Where Ofsted, or the government for it, publishes reports and letters.
HOSTS = frozenset(
    {
        "files.ofsted.gov.uk",
        "reports.ofsted.gov.uk",
        "www.gov.uk",
        "assets.publishing.service.gov.uk",
    }
)
#: Where councils and bodies of the NHS publish their plans, and letters that they were sent.
BODIES = (".gov.uk", ".nhs.uk")
_OF_A_BODY = re.compile(r"(?:[a-z0-9-]+\.)+(?:gov|nhs)\.uk")
#: How councils call themselves in the names of their sites: by their area, with more or without.
_OF_COUNCIL = re.compile(r"(council|cc)$")
_COUNCILS = {
    form: slug
    for slug in AREAS
    for form in (slug.replace("-", ""), slug.replace("-and-", "").replace("-", ""))
}
NOT_OFFICIAL = f"Enter an address that begins with https:// and one of: {', '.join(sorted(HOSTS))}."
NOT_PUBLIC = f"Enter an address that begins with https:// on a site in {' or '.join(BODIES)}."
#: The kinds of document that councils and bodies of the NHS publish, too.
OF_BODIES = frozenset(
    {"plan-judgement", "accelerated-plan-letter", "improvement-notice", "plan-of-action"}
)


def is_publishers(address: str) -> bool:
    """Return whether an address is one of the publisher's, and nothing else is hidden in it."""
    return _host(address) in HOSTS


def is_public(address: str) -> bool:
    """Return whether an address is that of a public body, and nothing else is hidden in it."""
    return is_publishers(address) or bool(_OF_A_BODY.fullmatch(_host(address)))


def speaker(address: str) -> tuple[str, SourceKind]:
    """Return who publishes what stands at a public address, and what kind of body that is.

    A council is named where its area is plain from the host, and every other body by its host.
    """
    host = _host(address)
    if host in HOSTS:
        return "Ofsted" if "ofsted" in host else "GOV.UK", SourceKind.OFFICIAL
    own = host.removeprefix("www.")
    if host.endswith(".nhs.uk"):
        return own, SourceKind.NHS
    area = council_at(address)
    return body(area) if area else own, SourceKind.COUNCIL


def council_at(address: str) -> str | None:
    """Return the slug of the area whose council's site an address plainly is on; else None."""
    host = _host(address)
    if host in HOSTS or not host.endswith(".gov.uk"):
        return None
    own = host.removesuffix(".gov.uk").rpartition(".")[2].replace("-", "")
    return _COUNCILS.get(own) or _COUNCILS.get(_OF_COUNCIL.sub("", own))


def _host(address: str) -> str:
    """Return the host of an address as it is written; empty where it is no plain address."""
    if not address.isascii() or not address.isprintable() or " " in address or "\\" in address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    # What stands before a path is the host alone: nobody's name, no password and no port.
    return parts.netloc if address.startswith("https://") else ""


@dataclass(frozen=True)
class Address:
    """The address of a document at its publisher, or at any public body where that may be."""

    form: str = "url"
    anywhere: bool = False

    def shown(self, value: Any) -> list[str]:
        """Return the address."""
        return [str(value)]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the address."""
        return {"value": value or ""}

    def read(self, typed: Mapping[str, str]) -> str:
        """Return the address, if it is one of those.

        :raises NotAValue: if it is another
        """
        address = typed.get("value", "").strip()
        if self.anywhere and not is_public(address):
            raise NotAValue(NOT_PUBLIC)
        if not self.anywhere and not is_publishers(address):
            raise NotAValue(NOT_OFFICIAL)
        return address
