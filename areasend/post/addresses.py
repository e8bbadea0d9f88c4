"""Reads an e-mail address that somebody typed, and says plainly why it will not do."""

import re
from unicodedata import category

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

#: RFC 5321, 4.5.3.1.3 with erratum 1690.
LONGEST = 254
# Django lets one name through by itself.
_VALID = EmailValidator(allowlist=[])
#: Names that lead to nobody outside a machine or a house (RFC 6761, RFC 6762, RFC 8375, RFC 9476).
_OF_NOBODY = {"localhost", "local", "localdomain", "internal", "invalid", "alt", "arpa", "onion"}
_ANY = re.compile(r"[^\s<>\"(),;:]*@[^\s<>\"(),;:]*")


class NotAnAddress(ValueError):
    """It cannot be an address that mail is sent to, for the reason given."""


def read_address(typed: str) -> str:
    """Return the address that was typed, without the spaces around it.

    :raises NotAnAddress: if it is none, too long, or holds what could forge a mail's header
    """
    address = typed.strip(" ")
    if not address:
        raise NotAnAddress("Enter your e-mail address")
    if any(category(one) in {"Cc", "Cf", "Zl", "Zp"} for one in address):
        raise NotAnAddress("Enter an address alone, in one line: it held a line break or the like")
    if len(address) > LONGEST:
        raise NotAnAddress(f"Enter an address of at most {LONGEST} characters")
    if not address.isascii():
        raise NotAnAddress("Enter an address in plain letters, such as name@example.org")
    try:
        _VALID(address)
    except ValidationError:
        raise NotAnAddress("Enter one e-mail address, such as name@example.org") from None
    if not _is_public(address.rpartition("@")[2]):
        raise NotAnAddress("Enter an address at a public domain, such as name@example.org")
    return address


def _is_public(domain: str) -> bool:
    """Return whether a domain is a name that others could reach, and not a machine or a number."""
    name, dot, last = domain.lower().rstrip(".").rpartition(".")
    return bool(name and dot) and not last.isdigit() and last not in _OF_NOBODY and "[" not in name


def without_addresses(words: str, *, longest: int = 300) -> str:
    """Return what a server said with every address left out, and not too much of it."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    return _ANY.sub("(address)", plain).replace("@", " at ")[:longest]
