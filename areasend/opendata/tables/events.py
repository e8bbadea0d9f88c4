"""The table of events."""

from areasend.answers.rows.events import EventRow, events
from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import Framework, Instrument, Outcome, Plan
from areasend.domain.kinds import KINDS
from areasend.opendata.columns import (
    Table,
    area,
    day,
    identifier,
    moment,
    sourced,
    truth,
    whole,
    words,
)

_WHEN = (
    words("dated", "Date", "As its source gives it, in EDTF: a day, a month, ../ and a last day."),
    day("earliest", "Earliest day", "First day on which it can have happened.", required=True),
    day("latest", "Latest day", "Last day on which it can have happened.", required=True),
    words(
        "precision",
        "Precision",
        "How closely the day is known.",
        required=True,
        choices=("day", "month", "year", "by", "between"),
    ),
    truth(
        "perhaps",
        "Perhaps later",
        "Whether it may have happened only after the day of this release.",
        required=True,
    ),
)
_CARRIED = (
    words("outcome", "Outcome", "What a full inspection found.", choices=tuple(Outcome)),
    whole(
        "weaknesses",
        "Weaknesses",
        "Significant weaknesses that the report counts. More does not mean a worse area.",
        unit="weaknesses",
    ),
    whole(
        "priority_actions",
        "Priority actions",
        "Areas for priority action that the report counts. More does not mean a worse area.",
        unit="areas for priority action",
    ),
    whole("next_full_years", "Next inspection", "In about how many years.", unit="years"),
    words("plan", "Plan", "Which plan was judged.", choices=tuple(Plan)),
    words(
        "verdict",
        "Verdict",
        "Of a plan: fit or not fit. Of a re-visit: enough progress on all, some or none of the "
        "weaknesses. Of a monitoring inspection: effective or ineffective action.",
        choices=("fit", "not fit", "all", "some", "none", "effective", "ineffective"),
    ),
    whole("sufficient", "Enough progress", "On how many there was enough progress."),
    whole("sufficient_of", "Out of", "Out of how many."),
    words("instrument", "Instrument", "How the government stepped in.", choices=tuple(Instrument)),
    words("act", "Act", "What the government did with it."),
    truth(
        "about_send",
        "About SEND",
        "Whether its source says that it is about SEND; otherwise it is about children's services "
        "and may include SEND.",
    ),
)
EVENTS = Table(
    name="events",
    title="Events",
    says="Everything held that happened to a local area, one row an event, in the order in which "
    "it was first made public.",
    row=EventRow,
    rows=events,
    notes=(
        "Inspection reports are complete to the days that the table of coverage gives; the rest "
        "is held as found.",
        "More weaknesses does not mean a worse area: some weigh more than others.",
        "An instrument of government is not said to be in force: we may not hold its end.",
    ),
    columns=(
        identifier("The fact's number for life: that of the release that first told of it."),
        *area(),
        words("inspection", "Inspection", "Identifier of the inspection it follows from."),
        words(
            "framework",
            "Framework",
            "Rules under which that inspection was made.",
            choices=tuple(Framework),
        ),
        words(
            "kind",
            "Kind",
            "What kind of event it is: see the page of events.",
            required=True,
            choices=tuple(kind.key for kind in KINDS),
        ),
        words("says", "What happened", "In a sentence.", required=True),
        *_WHEN,
        *_CARRIED,
        words("otherwise", "Otherwise", "Sources that give another date, and which."),
        words("also", "Also", "Other sources that bear it out, with their dates and addresses."),
        words("words", "Words", "What else we say of it."),
        moment("told_first", "First told", "When it was first public here, UTC.", required=True),
        moment("told_since", "Told since", "When in the form that stands, UTC.", required=True),
        words("page", "Page", "Where the register shows it: a path on it.", required=True),
        words(
            "source_kind",
            "Kind of source",
            "Who speaks.",
            required=True,
            choices=tuple(SourceKind),
        ),
        day("source_dated", "Date of the source", "Day of the document or page, where held."),
        words("source_place", "Place in the source", "Sheet, row, page or question."),
        words(
            "document",
            "Document",
            "SHA-256 of the file of the document itself, where somebody read this in it.",
        ),
        words(
            "document_places",
            "Places in the document",
            "What was read, on which page, and in which box: left, bottom, right and top in points "
            "from the lower left corner of what the page shows, upright.",
        ),
        *sourced(
            "Publisher and title, or who reports it and when.",
            "How far we trust what the source says, surest first.",
            Confidence,
        ),
    ),
)
