"""Health bodies, dated: which served an area on a day, and how much of it.

Clinical commissioning groups (CCGs) shared an area's duties until 30 June 2022 and integrated care
boards (ICBs) have since. One may serve many areas, and an area may have several.

The tables beside the code are ours, made from lookups of the Office for National Statistics (Open
Government Licence v3.0). A share is of an area's neighbourhoods (lower-layer super output areas),
not of its people; none is left out, for the least of them, 4 neighbourhoods of 505, is a true
border. `not_held` says which days they do not tell of.
"""

from areasend.domain.health.atlas import BODIES, areas_of, bodies_of, not_held
from areasend.domain.health.body import Body, Code, Footprint, Kind
from areasend.domain.health.loading import UnableToReadHealthBodies

__all__ = [
    "BODIES",
    "Body",
    "Code",
    "Footprint",
    "Kind",
    "UnableToReadHealthBodies",
    "areas_of",
    "bodies_of",
    "not_held",
]
