"""The two days that every question is asked with."""

from dataclasses import dataclass
from datetime import UTC, date, datetime


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
