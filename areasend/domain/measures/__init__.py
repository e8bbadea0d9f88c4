"""Every statistic: a sentence, two predicates and the names behind the count."""

from areasend.domain.measures.inspected import INSPECTED
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
)
MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}
