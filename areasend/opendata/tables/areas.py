"""The table of local areas."""

from areasend.answers.rows.areas import AreaRow, areas
from areasend.answers.topics import STAGES
from areasend.domain.attestations import Confidence
from areasend.domain.events import Framework, Outcome
from areasend.domain.stages import Stage
from areasend.opendata.columns import Table, day, identifier, sourced, truth, whole, words

AREAS = Table(
    name="areas",
    title="Local areas",
    says="Every local area in England, those since abolished or announced included, and where "
    "each stands as at the day of this release.",
    row=AreaRow,
    rows=areas,
    notes=(
        "What followed an inspection is held only as found: a gap in it proves nothing.",
        "Outcomes under the two frameworks cannot be compared with each other.",
        "Late is true only where the law or the handbook sets the time, that time is over, and "
        "the record is complete to that day.",
    ),
    columns=(
        identifier("The area's name for life, as in the address of its page: /areas/ and this."),
        words("name", "Name", "What the area is called.", required=True),
        truth("is_current", "Current", "Whether it is a local area on the day.", required=True),
        day("starts", "First day", "Empty where the area is older than the record."),
        day("ends", "Last day", "Empty where it goes on."),
        words("predecessors", "Made from", "Identifiers of the areas it was made from."),
        words("successors", "Became", "Identifiers of the areas it became part of."),
        words("region", "Region", "Region of England.", required=True),
        words("ofsted_region", "Ofsted region", "One of Ofsted's eight regions.", required=True),
        words("gss_code", "GSS code", "Nine-character code of the Office for National Statistics."),
        words("dfe_code", "DfE code", "Three-digit code of the Department for Education."),
        words("ofsted_urn", "Ofsted number", "Ofsted's number of the area, where held."),
        whole(
            "inspections",
            "Inspections",
            "Full inspections held of the area in its present form.",
            unit="inspections",
            required=True,
        ),
        words(
            "stage",
            "Stage",
            "Where the area stands by its latest inspection.",
            required=True,
            choices=tuple(Stage),
        ),
        words(
            "stage_name",
            "Name of the stage",
            "By which the API and the feeds know that stage.",
            required=True,
            choices=tuple(STAGES),
        ),
        words(
            "framework",
            "Framework",
            "The framework of its latest reported inspection.",
            choices=tuple(Framework),
        ),
        words(
            "outcome",
            "Outcome",
            "What its latest reported inspection found.",
            choices=tuple(Outcome),
        ),
        day("report_earliest", "Report, earliest", "First day on which that report can be of."),
        day("report_latest", "Report, latest", "Last day on which that report can be of."),
        words("standing", "Where it stands", "In sentences, with the limits of what we hold."),
        words("next_duty", "Next", "What falls due next of what is still running."),
        day("next_due", "Next due", "Last day on which it falls due, as far as known."),
        words("next_due_words", "Next due, in words", "How exactly that is known."),
        truth(
            "passed",
            "Time passed",
            "Whether a due or usual time of something has passed of which we hold nothing. It "
            "does not say that anyone is late.",
            required=True,
        ),
        truth(
            "late", "Late", "Whether something may be called late: see the notes.", required=True
        ),
        *sourced(
            "Publisher and title of the source of the latest report; without one, of its codes.",
            "How far we trust that source, surest first.",
            Confidence,
        ),
    ),
)
