"""Every table of open data, declared once each."""

from areasend.opendata.columns import Table
from areasend.opendata.tables.areas import AREAS
from areasend.opendata.tables.context import CONTEXT
from areasend.opendata.tables.deadlines import DEADLINES
from areasend.opendata.tables.events import EVENTS
from areasend.opendata.tables.measures import MEASURES
from areasend.opendata.tables.reference import COVERAGE, RULEBOOKS
from areasend.opendata.tables.weaknesses import WEAKNESSES

TABLES: tuple[Table, ...] = (
    AREAS,
    EVENTS,
    WEAKNESSES,
    DEADLINES,
    MEASURES,
    CONTEXT,
    COVERAGE,
    RULEBOOKS,
)
