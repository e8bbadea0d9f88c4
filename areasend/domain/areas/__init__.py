"""Local areas, dated: which there are on a day, what they are called, what became of them.

The tables beside the code are ours, made from the names, codes, changes and coordinates of
mySociety (CC BY 4.0), the Office for National Statistics and the Department for Education (Open
Government Licence v3.0) and Data to Insight (MIT). An area's position is the mean of its
postcodes in the ONS Postcode Directory of November 2025, which contains Royal Mail data, © Royal
Mail copyright and database right 2025, and OS data, © Crown copyright and database right 2025.
"""

from areasend.domain.areas.area import Area, Change, Code, Scheme
from areasend.domain.areas.atlas import (
    AREAS,
    ancestors,
    areas_on,
    as_announced,
    by_code,
    changes,
    descendants,
)
from areasend.domain.areas.loading import UnableToReadAreas
from areasend.domain.areas.resolving import (
    AmbiguousName,
    UnknownName,
    beginning,
    called,
    nearest,
    resolve,
)

__all__ = [
    "AREAS",
    "AmbiguousName",
    "Area",
    "Change",
    "Code",
    "Scheme",
    "UnableToReadAreas",
    "UnknownName",
    "ancestors",
    "areas_on",
    "as_announced",
    "beginning",
    "by_code",
    "called",
    "changes",
    "descendants",
    "nearest",
    "resolve",
]
