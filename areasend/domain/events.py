"""Everything that can happen to a local area. A class's first sentence is its public definition."""

from dataclasses import dataclass
from enum import StrEnum

from areasend.domain.attestations import Attestation, best, differing
from areasend.domain.intervals import Interval


class Framework(StrEnum):
    """The rules under which inspectors came."""

    LASEND_2016 = "lasend-2016"


class Outcome(StrEnum):
    """What a full inspection found. The first two belong to the framework of 2016."""

    STATEMENT_REQUIRED = "statement-required"
    NO_STATEMENT_REQUIRED = "no-statement-required"


class Verdict(StrEnum):
    """On how many of the weaknesses inspectors found enough progress when they returned."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class Plan(StrEnum):
    """A plan that an area owes."""

    STATEMENT = "statement"


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

    @property
    def on(self) -> Interval:
        """When it happened, by the best of its attestations."""
        return self.attestation.on

    @property
    def attestation(self) -> Attestation:
        """The attestation whose date the event takes."""
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

    `weaknesses` counts the significant weaknesses that a statement must answer, where held.
    """

    outcome: Outcome
    weaknesses: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlanJudged(Happening):
    """The plan was judged fit for purpose, or not."""

    plan: Plan
    fit: bool


@dataclass(frozen=True, kw_only=True)
class Revisited(Happening):
    """The letter on a re-visit was published with its verdict.

    `sufficient` of `of` weaknesses had seen enough progress, where the numbers are held.
    """

    verdict: Verdict
    sufficient: int | None = None
    of: int | None = None


@dataclass(frozen=True, kw_only=True)
class Step(Happening):
    """A plain step was taken."""

    step: StepKind


Event = InspectionStarted | ReportPublished | PlanJudged | Revisited | Step
