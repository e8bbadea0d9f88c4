"""Every statistic: a sentence, two predicates and the names behind the count."""

from areasend.domain.measures.found_since_2023 import (
    INCONSISTENT,
    POSITIVE,
    WIDESPREAD_FAILINGS,
)
from areasend.domain.measures.inspected import INSPECTED, INSPECTED_SINCE_2023
from areasend.domain.measures.measure import Measure
from areasend.domain.measures.revisited import (
    PROGRESS_ON_ALL,
    PROGRESS_ON_NONE,
    PROGRESS_ON_SOME,
    REVISITED,
)
from areasend.domain.measures.statement_required import STATEMENT_REQUIRED

_ALL = (
    INSPECTED,
    STATEMENT_REQUIRED,
    REVISITED,
    PROGRESS_ON_ALL,
    PROGRESS_ON_SOME,
    PROGRESS_ON_NONE,
    INSPECTED_SINCE_2023,
    POSITIVE,
    INCONSISTENT,
    WIDESPREAD_FAILINGS,
)
MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}
