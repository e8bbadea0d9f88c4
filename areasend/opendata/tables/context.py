"""The table of what surrounds an inspection."""

from areasend.answers.rows.context import ContextRow, context_figures
from areasend.answers.rows.deadlines import WORKED_OUT
from areasend.opendata.columns import (
    Table,
    identifier,
    number,
    sourced,
    truth,
    whole,
    words,
)

CONTEXT = Table(
    name="context",
    title="Context figures",
    says="Plans, their timeliness, appeals, population and deprivation, of areas, regions and "
    "England, published by the day of this release.",
    row=ContextRow,
    rows=context_figures,
    notes=(
        "Counts of 1 to 4, and those that leave a remainder of 1 to 4, are not given, nor are "
        "their rates.",
        "No figure is given for an area with fewer than 50 plans or 2,500 people up to the age "
        "of 25 (City of London, Isles of Scilly). The department publishes its own.",
    ),
    columns=(
        identifier("The measure, the place and the year."),
        words("measure", "Measure", "Its name.", required=True),
        words("title", "Title", "What is counted.", required=True),
        words("place", "Place", "An area's identifier, a region's name or England.", required=True),
        words("place_name", "Name of the place", "What it is called.", required=True),
        words(
            "place_kind",
            "Kind of place",
            "What the place is.",
            required=True,
            choices=("area", "region", "country"),
        ),
        whole("year", "Year", "The year it is of, or in which a school year began.", required=True),
        words("period", "Period", "What exactly of that year.", required=True),
        whole("count", "Count", "How many; empty where it may not be given or there is none."),
        words("count_why", "Why no count", "Why there is none, or to what it is rounded."),
        whole("out_of", "Out of", "Out of how many, where it is a share."),
        words("out_of_why", "Why no whole", "Why there is none, or to what it is rounded."),
        number("rate", "Rate", "In per cent.", unit="per cent"),
        words("rate_why", "Why no rate", "Why there is none, or to what it is rounded."),
        words("notes", "Notes", "What must be said beside the figure."),
        truth("ours", "Ours", "Whether we added it up from areas' figures.", required=True),
        words("published", "Published", "When the release came out, as closely as known."),
        *sourced(
            "Publisher and title of the release.",
            "Official, derived by us from official figures, of low confidence, or added up by us.",
            ("official", "derived", "low", WORKED_OUT),
        ),
    ),
)
