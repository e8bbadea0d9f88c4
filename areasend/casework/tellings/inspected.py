"""Which inspection a letter belongs to that names none: the last that is held before its day."""

from datetime import date

from areasend.casework.tellings.found import Found, UnableToTell
from areasend.reading.held import REVISIT


def last_before(found: Found, on: date, framework: str) -> str:
    """Return the name of an area's last full inspection under a framework that began before a day.

    :raises UnableToTell: if none is held
    """
    known = [
        (begun.latest, name)
        for name, begun in found.held.get(found.area, ())
        if f"/{framework}/" in name and begun.latest < on and not name.endswith(REVISIT)
    ]
    if not known:
        raise UnableToTell(
            f"We hold no inspection of this area of the framework of {framework} before that day."
        )
    return max(known)[1]
