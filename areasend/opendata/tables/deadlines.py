"""The table of duties and their deadlines."""

from areasend.answers.duties import FORCES
from areasend.answers.rows.deadlines import ESTIMATE, WORKED_OUT, DeadlineRow, deadlines
from areasend.opendata.columns import Table, area, day, identifier, sourced, truth, words

_DUE = (
    words("due", "Due", "When, in words, and whether that is an estimate.", required=True),
    day("due_earliest", "Due, earliest", "First day on which it can fall due.", required=True),
    day("due_latest", "Due, latest", "Last day on which it falls due as far as known."),
    day("due_at_latest", "Due at the latest", "Whatever day time ran from.", required=True),
    truth(
        "is_window", "Window", "Whether it is a usual time only, that binds nobody.", required=True
    ),
    words("state", "State", "Where it stands, and what it means that nothing is held."),
    truth("open", "Open", "Whether something is still to be done.", required=True),
    truth("late", "Late", "Whether it may be called late: see the notes.", required=True),
)
DEADLINES = Table(
    name="deadlines",
    title="Duties and deadlines",
    says="One row for each duty whose time had begun to run by the day of this release, worked "
    "out from the events and the rules.",
    row=DeadlineRow,
    rows=deadlines,
    notes=(
        "Late is true only where the law or the handbook sets the time, the latest day it can be "
        "has passed, and the record is complete to that day.",
        "A window that has passed is no missed deadline.",
    ),
    columns=(
        identifier("The inspection's identifier and the rule's name."),
        *area(),
        words("inspection", "Inspection", "Identifier of the inspection.", required=True),
        words("duty", "Duty", "What is to be done.", required=True),
        words(
            "owed_by", "Owed by", "Who owes it, as far as law or report name one.", required=True
        ),
        words("owed_to", "Owed to", "To whom.", required=True),
        words("carried_by", "Carried by", "Areas that carry it for one since abolished."),
        *_DUE,
        words(
            "start", "Time ran from", "The day it ran from and how that is known.", required=True
        ),
        day("start_earliest", "Start, earliest", "First day it can have run from.", required=True),
        day("start_latest", "Start, latest", "Last day it can have run from.", required=True),
        words("fulfilment", "Done", "When it was done and how that is known; empty if not held."),
        day("fulfilled_earliest", "Done, earliest", "First day on which it can have been done."),
        day("fulfilled_latest", "Done, latest", "Last day on which it can have been done."),
        words("notes", "Notes", "Pauses of the programme, and holidays announced meanwhile."),
        words("period", "Period", "How long the rule gives.", required=True),
        words(
            "force",
            "Force",
            "How binding the rule is.",
            required=True,
            choices=tuple(FORCES.values()),
        ),
        day("rule_from", "Rule from", "Day from which the rule reads so.", required=True),
        day("checked", "Checked", "Day on which someone last looked at the rule.", required=True),
        *sourced(
            "The rule it rests on, and where that stands.",
            "Whether the day that time ran from is our estimate, or all is worked out from what "
            "is held.",
            (WORKED_OUT, ESTIMATE),
        ),
    ),
)
