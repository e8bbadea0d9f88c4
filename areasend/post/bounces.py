"""Reads a report of non-delivery (RFC 3464) that a mail server sent back."""

import re
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

_KEY = re.compile(r"<?([0-9a-f]{32})@")
#: RFC 3463: a status of class 5 will not come right by waiting.
_FOR_GOOD = "5."


def read_bounce(raw: bytes) -> tuple[str, str] | None:
    """Return the key of the mail that failed for good, and what was said; None if none did."""
    report = message_from_bytes(raw, policy=policy.default)
    parts = list(report.walk())
    keys = [key for part in parts if (key := _key(part, outer=part is report))]
    for part in parts:
        if part.get_content_type() == "message/delivery-status" and keys:
            for fields in _fields(part):
                if str(fields.get("Status", "")).strip().startswith(_FOR_GOOD):
                    return keys[0], f"{fields['Status']} {fields.get('Diagnostic-Code', '')}"
    return None


def _key(part: "Message[Any, Any]", *, outer: bool) -> str:
    """Return the key of our mail that a part holds the headers of."""
    if outer:
        return ""  # its Message-ID is the server's own
    held = part.get("Message-ID", "")
    if not held and part.get_content_type() == "text/rfc822-headers":
        held = str(part.get_payload())
    found = _KEY.search(str(held))
    return found[1] if found else ""


def _fields(part: "Message[Any, Any]") -> "list[Message[Any, Any]]":
    """Return the groups of fields of a delivery status, each of which reads as headers."""
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
