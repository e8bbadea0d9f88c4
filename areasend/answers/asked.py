"""The two days that every question is asked with."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Asked:
    """As at a day of the world, and as known to the public at a moment."""

    as_at: date
    known_at: datetime
