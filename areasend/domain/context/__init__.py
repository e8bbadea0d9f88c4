"""Figures that set an inspection in context, and the rule that keeps small numbers from view.

Where there are under 50 plans, or under 2,500 people up to the age of 25, no figure is kept.
Elsewhere a count of 1 to 4, or one that leaves a remainder of 1 to 4, is hidden with its rate.
A number that may not be shown never becomes a value: what holds one is `Shown`, what does not
is `Hidden` and says why.

Nor can one be worked out. A figure of a region is made of figures that are shown, a hidden count
taken as the middle of 1 to 4, with the areas that have none left out; so it tells nothing that
they do not. England's counts are the published ones to the nearest hundred, and its rates the
published ones to one decimal, which leaves every hidden count its whole range.
"""

from areasend.domain.context.figures import Figure, Kind, Marker, read_figure
from areasend.domain.context.holdings import Holdings, hold, why_withheld
from areasend.domain.context.measures import Break, Measure, Note, Release
from areasend.domain.context.numbers import Hidden, Number, Shown, Why
from areasend.domain.context.small import FEWEST_PEOPLE, FEWEST_PLANS, middle, withheld

__all__ = [
    "FEWEST_PEOPLE",
    "FEWEST_PLANS",
    "Break",
    "Figure",
    "Hidden",
    "Holdings",
    "Kind",
    "Marker",
    "Measure",
    "Note",
    "Number",
    "Release",
    "Shown",
    "Why",
    "hold",
    "middle",
    "read_figure",
    "why_withheld",
    "withheld",
]
