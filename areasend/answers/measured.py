"""What one measure gives, in a few words that every face shows."""

from fractions import Fraction

from areasend.answers.figures import FigureAnswer
from areasend.answers.waits import Took, WaitAnswer
from areasend.domain.measures.waits import Ending

_END = Ending.ENDED.value


def short(found: FigureAnswer | WaitAnswer) -> str:
    """Return what a measure gives in a few words, such as '59 of 116'."""
    if isinstance(found, WaitAnswer):
        return f"{ended(found)}. {days(found)}"
    if found.added is None:
        return f"{found.count} of {found.out_of}"
    added = found.added
    total = f"{added.total} of {added.total_of}" if added.total_of else f"{added.total}"
    return f"{total} {added.what}, from {found.count} of {found.out_of}"


def ended(found: WaitAnswer) -> str:
    """Return how many waits ended, and how the rest stand."""
    rest = "; ".join(f"{words}: {count}" for words, count in found.endings.items() if words != _END)
    words = "held to have ended" if found.partial else "ended"
    return f"{found.ended} of {found.out_of} {words}{f' ({rest})' if rest else ''}"


def days(found: WaitAnswer) -> str:
    """Return how long a wait took: its middle and its range, in its unit."""
    took, unit = found.took, f"{found.unit}s"
    if took.least is None and not took.vague:
        return "None was measured to its end"
    span = _span(took, unit)
    if found.filling_up:
        span += " (the newest still filling up)"
    if took.median is None or took.median_most is None:
        return f"It cannot be said yet how soon half end; {span}"
    middle = number(took.median)
    if took.median != took.median_most:
        middle = f"{middle} to {number(took.median_most)}"
    half = "Half took"
    if found.partial:
        half = "Of those held to have ended, half took"
    elif took.estimated:
        half = "By estimate half take"
    return f"{half} at most {middle} {unit}; {span}"


def _span(took: Took, unit: str) -> str:
    """Return the range of what ended, as far as that is held to the day."""
    month = "only a month or a year is held"
    if took.least is None:
        return f"of {took.vague} that ended {month}"
    which = "those held to the day" if took.vague else "those that ended"
    more = f", and of {took.vague} more {month}" if took.vague else ""
    return f"{which} took {took.least} to {took.most} {unit}{more}"


def number(value: Fraction | int | None) -> str:
    """Return an exact number to one decimal place, or none where it is whole."""
    if value is None:
        return ""
    return str(value) if value == int(value) else f"{float(value):.1f}"
