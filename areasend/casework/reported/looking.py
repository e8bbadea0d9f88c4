"""What somebody looks at before they answer: the fact as it stands, and what could put it right."""

import re
from dataclasses import dataclass
from datetime import datetime

from areasend.answers.asked import Asked
from areasend.answers.corrections import Corrected, corrections
from areasend.answers.lines import Line, happened
from areasend.answers.waiting import Waiting
from areasend.answers.wording import day_of
from areasend.casework.models import Document
from areasend.domain.areas import AREAS
from areasend.ledger import published, releases
from areasend.ledger.statements import Told

_FACT = re.compile(r"#f(\d{1,18})$", re.ASCII)
#: How many are offered, the newest first: what puts a report right is new.
_MOST = 30


@dataclass(frozen=True)
class Standing:
    """A fact as it stands, and the entry that a correction would name."""

    line: Line
    entry: int | None


def fact_of(one: Waiting, *, now: datetime) -> Standing | None:
    """Return the fact that a report is about; None where it is about a page, or it is withdrawn."""
    named = _FACT.search(one.about)
    fact = int(named[1]) if named else None
    for row in published.chained(known_at=now) if fact else ():
        told = row.says
        if row.fact == fact and row.corrected_by is None and isinstance(told, Told):
            line = happened(told.event, as_at=day_of(now))
            return Standing(line, releases.entry_of(row.number))
    return None


def corrections_for(one: Waiting, *, now: datetime) -> dict[int, Corrected]:
    """Return the public corrections that could have put it right, by the release of each."""
    areas = (one.area,) if one.area in AREAS else ()
    found = corrections(Asked(day_of(now), now), areas=areas).corrections
    return {int(each.name.removeprefix("r")): each for each in found[:_MOST]}


def documents_for(one: Waiting) -> list[Document]:
    """Return the documents of its area in the checking room, the newest first."""
    found = Document.objects.filter(area=one.area).exclude(area="")
    return list(found.order_by("-number")[:_MOST])
