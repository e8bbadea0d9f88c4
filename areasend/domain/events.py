"""Everything that can happen to a local area. A class's first sentence is its public definition."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from areasend.domain.attestations import Attestation, best, differing, told_of
from areasend.domain.intervals import Interval
from areasend.domain.points import Point, Progress


class Framework(StrEnum):
    """The rules under which inspectors came."""

    LASEND_2016 = "lasend-2016"
    AREA_SEND_2023 = "area-send-2023"

    @property
    def year(self) -> int:
        """The year by which people know it."""
        return {Framework.LASEND_2016: 2016, Framework.AREA_SEND_2023: 2023}[self]


class Outcome(StrEnum):
    """What a full inspection found: two outcomes under the framework of 2016, three since 2023."""

    STATEMENT_REQUIRED = "statement-required"
    NO_STATEMENT_REQUIRED = "no-statement-required"
    POSITIVE = "positive"
    INCONSISTENT = "inconsistent"
    WIDESPREAD_FAILINGS = "widespread-failings"

    @property
    def framework(self) -> Framework:
        """The framework under which alone inspectors find it."""
        until_2022 = {Outcome.STATEMENT_REQUIRED, Outcome.NO_STATEMENT_REQUIRED}
        return Framework.LASEND_2016 if self in until_2022 else Framework.AREA_SEND_2023


class Verdict(StrEnum):
    """On how many of the weaknesses inspectors found enough progress when they returned."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class Plan(StrEnum):
    """A plan that an area owes."""

    STATEMENT = "statement"
    ACCELERATED_PROGRESS = "accelerated-progress-plan"
    PRIORITY_ACTION = "priority-action-plan"


class Instrument(StrEnum):
    """A means by which the government intervenes."""

    NOTICE = "improvement-notice"
    DIRECTION = "direction"
    COMMISSIONER = "commissioner"


class Act(StrEnum):
    """What the government did with it."""

    ISSUED = "issued"
    VARIED = "varied"
    CLOSED = "closed"
    REVOKED = "revoked"
    APPOINTED = "appointed"


class StepKind(StrEnum):
    """The plain steps: things that happen on a day and carry nothing else."""

    INSPECTION_NOTIFIED = "inspection-notified"
    FIELDWORK_ENDED = "fieldwork-ended"
    REPORT_RECEIVED = "report-received"
    STATEMENT_SUBMITTED = "statement-submitted"
    STATEMENT_PUBLISHED = "statement-published"
    REVISIT_NOTIFIED = "revisit-notified"
    REVISIT_STARTED = "revisit-started"
    REVISIT_ENDED = "revisit-ended"
    MINISTER_WROTE = "minister-wrote"
    BOARD_ESTABLISHED = "board-established"
    MONITORING_VISIT = "monitoring-visit"
    MONITORING_CEASED = "monitoring-ceased"
    ACCELERATED_PLAN_REQUIRED = "accelerated-plan-required"
    ACCELERATED_PLAN_SUBMITTED = "accelerated-plan-submitted"
    ACCELERATED_PLAN_PUBLISHED = "accelerated-plan-published"
    ACCELERATED_PLAN_REVIEWED = "accelerated-plan-reviewed"
    ACCELERATED_PLAN_ENDED = "accelerated-plan-ended"
    STRATEGIC_PLAN_PUBLISHED = "strategic-plan-published"
    PRIORITY_PLAN_SUBMITTED = "priority-plan-submitted"
    PRIORITY_PLAN_PUBLISHED = "priority-plan-published"
    ENGAGEMENT_MEETING = "engagement-meeting"
    STOCKTAKE = "stocktake"
    DEEP_DIVE = "deep-dive"
    MONITORING_INSPECTION_NOTIFIED = "monitoring-inspection-notified"
    MONITORING_INSPECTION_STARTED = "monitoring-inspection-started"
    PEER_REVIEW = "peer-review"
    OMBUDSMAN_REPORT = "ombudsman-report"


class Unattested(ValueError):
    """Nobody is named who says that the event happened."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened to one area, as one or more sources attest.

    `inspection` names the inspection it belongs to, or is empty where that is not known.
    """

    area: str
    inspection: str
    attested: tuple[Attestation, ...]

    def __post_init__(self) -> None:
        if not self.attested:
            raise Unattested(f"An event of {self.area} names no source.")

    @cached_property
    def on(self) -> Interval:
        """When it happened, by the best of its attestations and the bounds that others set."""
        return told_of(self.attested)

    @cached_property
    def attestation(self) -> Attestation:
        """The attestation that comes first, whose date or bounds the event takes."""
        return best(self.attested)

    @property
    def disputed_by(self) -> tuple[Attestation, ...]:
        """The attestations that give another date."""
        return differing(self.attested)


@dataclass(frozen=True, kw_only=True)
class InspectionStarted(Happening):
    """Inspectors began a full inspection of the local area.

    The day is the official one, the first on site, where the official data gives it.
    """

    framework: Framework


@dataclass(frozen=True, kw_only=True)
class ReportPublished(Happening):
    """The report (until 2022 a letter) of a full inspection was published with its outcome.

    `weaknesses` counts the significant weaknesses that a statement must answer, and
    `priority_actions` the areas for priority action, where held. `next_full_years` is in how many
    years, approximately, the report says that inspectors will next come. `points` are those whose
    words somebody has read in the report.
    """

    outcome: Outcome
    weaknesses: int | None = None
    priority_actions: int | None = None
    next_full_years: int | None = None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanJudged(Happening):
    """The plan was judged fit for purpose, or not."""

    plan: Plan
    fit: bool


@dataclass(frozen=True, kw_only=True)
class Revisited(Happening):
    """The letter on a re-visit was published with its verdict.

    `sufficient` of `of` weaknesses had seen enough progress, where the numbers are held; `judged`
    says which.
    """

    verdict: Verdict
    sufficient: int | None = None
    of: int | None = None
    judged: tuple[Progress, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MonitoringInspected(Happening):
    """The report of a monitoring inspection was published, with whether action was effective.

    Action was effective on `sufficient` of `of` areas for priority action, where the numbers are
    held; `judged` says on which.
    """

    effective: bool
    sufficient: int | None = None
    of: int | None = None
    judged: tuple[Progress, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Intervened(Happening):
    """The government used an instrument of intervention, or took it back.

    It is about SEND only where the source says so; otherwise it is about children's services and
    may include SEND.
    """

    instrument: Instrument
    act: Act
    about_send: bool


@dataclass(frozen=True, kw_only=True)
class Step(Happening):
    """A plain step was taken."""

    step: StepKind


Event = (
    InspectionStarted
    | ReportPublished
    | PlanJudged
    | Revisited
    | MonitoringInspected
    | Intervened
    | Step
)
