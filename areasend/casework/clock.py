"""The only clock that this face asks."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)  # noqa: TID251  the faces ask the clock, here and nowhere else


def today() -> date:
    """Return the present day in London."""
    return now().astimezone(_LONDON).date()
