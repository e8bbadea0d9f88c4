"""The two days that every question is asked with."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_DAY_ALONE = len("2026-11-21")


@dataclass(frozen=True)
class Asked:
    """As at a day of the world, and as known to the public at a moment."""

    as_at: date
    known_at: datetime

    @property
    def options(self) -> str:
        """The two days as a command takes them.

        The moment is to the microsecond, as the ledger's are: to the second, what took effect
        within that second would be in the answer and not in the one asked again.
        """
        moment = self.known_at.astimezone(UTC).replace(tzinfo=None).isoformat()
        return f"--as-at {self.as_at} --known-at {moment}Z"


def read_moment(text: str) -> datetime:
    """Return the moment that a text writes, in ISO 8601; a day alone is its end in London.

    :raises ValueError: if it writes none, or one beyond the years that can be counted
    """
    found = datetime.fromisoformat(text)
    if len(text) == _DAY_ALONE:
        found = found.replace(hour=23, minute=59, second=59, microsecond=999999)
    if not found.tzinfo:
        found = found.replace(tzinfo=LONDON)
    try:
        return found.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(str(error)) from None
