"""The table of statistics."""

from areasend.answers.rows.measures import (
    AS_FAR_AS_HELD,
    DIVISIONS,
    WHOLE_RECORD,
    MeasureRow,
    measures,
)
from areasend.domain.measures.counting import Areas, By
from areasend.opendata.columns import Table, day, identifier, number, sourced, whole, words

_AMOUNTS = (
    whole("count", "Count", "How many were counted; of times, how many ended.", required=True),
    whole("out_of", "Out of", "Out of how many.", required=True),
    words("out_of_what", "Out of what", "What they are counted out of.", required=True),
    whole("total", "Total", "What the counted come to, where a measure adds up."),
    whole("total_of", "Total, out of", "What the total is a part of, if of anything."),
    words("unit", "Unit", "What is added up, or the unit of a time."),
    whole("least", "Shortest", "Shortest time of those that ended."),
    whole("most", "Most", "Largest amount, or longest time of those that ended."),
    number("median", "Median", "The middle; of a vague date, at its shortest."),
    number("median_most", "Median at most", "The middle, vague dates at their longest."),
    words("median_is_of", "Median of", "What the middle is of."),
    words("stands", "How the rest stand", "How many waits ended and how the others stand."),
)
MEASURES = Table(
    name="measures",
    title="Statistics",
    says="Every statistic as at the day of this release: by six counting rules, and its parts by "
    "year, school year and Ofsted region by the one that takes in areas since abolished.",
    row=MeasureRow,
    rows=measures,
    notes=(
        "A figure is a count out of a count. Inspected areas are no sample: work out no national "
        "percentage from those inspected since 2023.",
        "Outcomes under the two frameworks cannot be compared with each other.",
        "The newest figures of a series are still filling up: reports come months after a visit.",
    ),
    columns=(
        identifier("The measure's name, its counting rule and, of a part, by what and which."),
        words("measure", "Measure", "Its name.", required=True),
        words("says", "Definition", "What it counts, adds up or times.", required=True),
        words(
            "counting",
            "Counting rule",
            "By which date and with which areas it counts.",
            required=True,
            choices=tuple(f"{by}-{areas}" for by in By for areas in Areas),
        ),
        words("rule", "Counting rule, in words", "The same with its day.", required=True),
        words(
            "division",
            "Divided by",
            "Empty of a whole figure.",
            choices=tuple(DIVISIONS),
        ),
        words("part", "Part", "Which year or region; empty of a whole figure."),
        *_AMOUNTS,
        words("names", "Names", "The areas counted; of times, each area and how it stands."),
        words("perhaps", "Perhaps", "Areas whose dates do not settle whether they belong."),
        whole("stated", "Stated officially", "What an official release says by the same rule."),
        words("stated_by", "Stated by", "Which release that is."),
        words("notes", "Notes", "What must be said beside the figure."),
        words("author", "Author", "Who wrote the definition.", required=True),
        day("reviewed", "Reviewed", "When it was last reviewed.", required=True),
        *sourced(
            "Ours, worked out from the events.",
            "Whether the record is whole for what it counts to its last day.",
            (WHOLE_RECORD, AS_FAR_AS_HELD),
        ),
    ),
)
