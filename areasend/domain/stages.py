"""Where an area stands in what follows an inspection, worked out from its latest one."""

from enum import StrEnum

from areasend.domain.events import Framework, Outcome, StepKind, Verdict
from areasend.domain.history import History, Inspection


class Stage(StrEnum):
    """Where an area stands, in the words of every list. None of them says that anyone is late."""

    NOT_INSPECTED = "no inspection held of the area in its present form"
    REPORT_TO_COME = "a full inspection announced or begun; no report held yet"
    NO_STATEMENT = "2016 framework: no statement was required"
    STATEMENT_REQUIRED = "2016 framework: a statement was required; no re-visit held"
    REVISITED = "2016 framework: re-visited; no letter held yet"
    PROGRESS_ON_ALL = "2016 framework: a re-visit found enough progress on every weakness"
    PROGRESS_NOT_ON_ALL = "2016 framework: a re-visit found too little progress on some or all"
    MONITORING_ENDED = "2016 framework: formal monitoring ended after the re-visit"
    POSITIVE = "2023 framework: typically positive experiences"
    INCONSISTENT = "2023 framework: inconsistent experiences"
    AWAITING_MONITORING = "2023 framework: widespread or systemic failings; no monitoring held"
    EFFECTIVE_ACTION = "2023 framework: failings, then effective action"
    INEFFECTIVE_ACTION = "2023 framework: failings, then ineffective action"


#: What the latest report found where an area stands so; of the others it may be anything, or none.
FOUND = {
    Stage.NO_STATEMENT: Outcome.NO_STATEMENT_REQUIRED,
    Stage.STATEMENT_REQUIRED: Outcome.STATEMENT_REQUIRED,
    Stage.REVISITED: Outcome.STATEMENT_REQUIRED,
    Stage.PROGRESS_ON_ALL: Outcome.STATEMENT_REQUIRED,
    Stage.PROGRESS_NOT_ON_ALL: Outcome.STATEMENT_REQUIRED,
    Stage.MONITORING_ENDED: Outcome.STATEMENT_REQUIRED,
    Stage.POSITIVE: Outcome.POSITIVE,
    Stage.INCONSISTENT: Outcome.INCONSISTENT,
    Stage.AWAITING_MONITORING: Outcome.WIDESPREAD_FAILINGS,
    Stage.EFFECTIVE_ACTION: Outcome.WIDESPREAD_FAILINGS,
    Stage.INEFFECTIVE_ACTION: Outcome.WIDESPREAD_FAILINGS,
}


def stage(history: History) -> Stage:
    """Return where an area stands by the latest of its own inspections."""
    if not history.inspections:
        return Stage.NOT_INSPECTED
    latest = history.inspections[-1]
    if latest.report is None:
        return Stage.REPORT_TO_COME
    outcome = latest.report.outcome
    if outcome.framework is Framework.AREA_SEND_2023:
        return _since_2023(latest, outcome)
    return _until_2022(latest, outcome)


def _since_2023(latest: Inspection, outcome: Outcome) -> Stage:
    if outcome is Outcome.POSITIVE:
        return Stage.POSITIVE
    if outcome is Outcome.INCONSISTENT:
        return Stage.INCONSISTENT
    if not latest.monitored:
        return Stage.AWAITING_MONITORING
    effective = latest.monitored[-1].effective
    return Stage.EFFECTIVE_ACTION if effective else Stage.INEFFECTIVE_ACTION


def _until_2022(latest: Inspection, outcome: Outcome) -> Stage:
    if outcome is Outcome.NO_STATEMENT_REQUIRED:
        return Stage.NO_STATEMENT
    letter = latest.revisited
    if letter is None:
        came_back = latest.first(StepKind.REVISIT_STARTED)
        return Stage.REVISITED if came_back else Stage.STATEMENT_REQUIRED
    if letter.verdict is Verdict.ALL:
        return Stage.PROGRESS_ON_ALL
    over = latest.first(StepKind.MONITORING_CEASED) or latest.first(StepKind.ACCELERATED_PLAN_ENDED)
    return Stage.MONITORING_ENDED if over else Stage.PROGRESS_NOT_ON_ALL
