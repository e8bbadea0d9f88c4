"""What an earlier inspection was that a cover gives the days of, beside those that we hold."""

from datetime import timedelta

from areasend.domain.areas import Area
from areasend.domain.intervals import Interval, in_words
from areasend.reading.held import REVISIT, Held
from areasend.reading.letters.printed_dates import Span
from areasend.reading.proposals import Field, Passage

#: Inspectors of one inspection were there within so many days of the day that we hold.
_NEAR = timedelta(days=10)


def what_it_was(
    span: Span | None, area: Area | None, held: Held, place: tuple[Passage, ...], *, never: bool
) -> Field:
    """Return whether the previous days are those of a full inspection or of a re-visit.

    `never` says that the cover says there was none.
    """
    if not span:
        kind = "none" if never else None
        return Field("previous_kind", kind, "the words on the cover", place)
    found = "the days printed, beside the inspections that we hold"
    known = held.get(area.slug, ()) if area else ()
    if not known:
        return Field("previous_kind", None, "we hold no earlier inspection to compare with", place)
    near = [name for name, start in known if _is_near(start, span)]
    if near:
        again = all(name.endswith(REVISIT) for name in near)
        return Field("previous_kind", "re-visit" if again else "full", found, place)
    says = f"No inspection that we hold began about {in_words(span.start)}: was it a re-visit?"
    return Field("previous_kind", "re-visit", found, place, (says,))


def _is_near(start: Interval, span: Span) -> bool:
    return start.earliest - _NEAR <= span.start <= start.latest + _NEAR
