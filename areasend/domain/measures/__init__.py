"""Every statistic: what it counts, adds up or times, by a rule, with the names behind it."""

from areasend.domain.measures.follow_up import (
    INSPECTION_TO_NEXT,
    REPORT_TO_EXIT,
    REPORT_TO_FIT,
    REPORT_TO_MONITORING,
    REPORT_TO_REVISIT,
    REPORT_TO_STATEMENT,
)
from areasend.domain.measures.found_since_2023 import (
    INCONSISTENT,
    POSITIVE,
    PRIORITY_ACTIONS,
    PRIORITY_PLAN_REQUIRED,
    WIDESPREAD_FAILINGS,
)
from areasend.domain.measures.inspected import (
    INSPECTED,
    INSPECTED_SINCE_2023,
    INSPECTED_UNDER_BOTH,
    INSPECTED_UNDER_EITHER,
    INSPECTED_UNDER_NEITHER,
)
from areasend.domain.measures.measure import Measure
from areasend.domain.measures.monitored import EFFECTIVE_ACTION, INEFFECTIVE_ACTION, MONITORED
from areasend.domain.measures.publication import (
    REVISIT_TO_LETTER,
    START_TO_REPORT,
    START_TO_REPORT_SINCE_2023,
    VISIT_TO_REPORT,
    VISIT_TO_REPORT_SINCE_2023,
)
from areasend.domain.measures.revisited import (
    NOT_REVISITED,
    PROGRESS_ON_ALL,
    PROGRESS_ON_NONE,
    PROGRESS_ON_SOME,
    REVISITED,
)
from areasend.domain.measures.statement_required import (
    STATEMENT_JUDGED_FIT,
    STATEMENT_JUDGED_NOT_FIT,
    STATEMENT_REQUIRED,
)
from areasend.domain.measures.waits import Wait
from areasend.domain.measures.wanting_under_both import WANTING_UNDER_BOTH
from areasend.domain.measures.weaknesses import (
    WEAKNESSES,
    WEAKNESSES_WITH_PROGRESS,
    WEAKNESSES_WITHOUT_PROGRESS,
)

_ALL = (
    INSPECTED,
    STATEMENT_REQUIRED,
    WEAKNESSES,
    STATEMENT_JUDGED_FIT,
    STATEMENT_JUDGED_NOT_FIT,
    REVISITED,
    NOT_REVISITED,
    PROGRESS_ON_ALL,
    PROGRESS_ON_SOME,
    PROGRESS_ON_NONE,
    WEAKNESSES_WITH_PROGRESS,
    WEAKNESSES_WITHOUT_PROGRESS,
    INSPECTED_SINCE_2023,
    POSITIVE,
    INCONSISTENT,
    WIDESPREAD_FAILINGS,
    PRIORITY_PLAN_REQUIRED,
    PRIORITY_ACTIONS,
    MONITORED,
    EFFECTIVE_ACTION,
    INEFFECTIVE_ACTION,
    INSPECTED_UNDER_EITHER,
    INSPECTED_UNDER_BOTH,
    INSPECTED_UNDER_NEITHER,
    WANTING_UNDER_BOTH,
)
_TIMES = (
    VISIT_TO_REPORT,
    START_TO_REPORT,
    REPORT_TO_STATEMENT,
    REPORT_TO_FIT,
    REPORT_TO_REVISIT,
    REVISIT_TO_LETTER,
    REPORT_TO_EXIT,
    VISIT_TO_REPORT_SINCE_2023,
    START_TO_REPORT_SINCE_2023,
    REPORT_TO_MONITORING,
    INSPECTION_TO_NEXT,
)
#: What counts or adds up.
MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}
#: What times.
WAITS: dict[str, Wait] = {wait.name: wait for wait in _TIMES}
