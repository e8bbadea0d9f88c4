"""Which inspection under the framework of 2023 a document means, beside those already held.

An area's inspections are named in the order in which we met them: `cornwall/2023/1`. A list that
shows only the latest tells of the second as it told of the first, so whoever has it read says
what is held already.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from areasend.domain.intervals import Interval

#: The name and the start of each inspection already held, by the slug of its area. A re-visit has
#: the name of its inspection and `REVISIT` after it.
REVISIT = "/revisit"
Held = Mapping[str, Sequence[tuple[str, Interval]]]

NOTHING_HELD: Held = MappingProxyType({})

#: Sources differ by days, a report comes out within half a year, and inspectors have come again
#: after three years at the earliest: what lies more than a year apart is not one inspection.
DAYS_OF_ONE = 365


def named(
    slug: str, on: date, held: Held, *, before: date | None = None
) -> tuple[str, Interval | None]:
    """Return the name of the inspection at or about a day, and when the nearest held one began.

    The second is None unless the name is a new one beside those held. Where none is held,
    `before` is the day of an earlier inspection of which the document itself tells.
    """
    prefix = f"{slug}/2023/"
    known = [one for one in held.get(slug, ()) if one[0].startswith(prefix)]
    if before and not known:
        known = [(f"{prefix}1", Interval.day(before))]
    if not known:
        return f"{prefix}1", None
    name, start = min(known, key=lambda one: _apart(one[1], on))
    if _apart(start, on) <= DAYS_OF_ONE:
        return name, None
    last = max(int(name.removeprefix(prefix)) for name, _ in known)
    return f"{prefix}{last + 1}", start


def _apart(start: Interval, on: date) -> int:
    return max(0, (on - start.latest).days, (start.earliest - on).days)
