"""A row for each kind of event: how complete the record is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers.covered import covered
from areasend.domain.kinds import KINDS

OURS = "areasend, on its own record"
WHOLE, PARTIAL = "complete to the day given", "only as found"


@dataclass(frozen=True)
class CoverageRow:
    """A kind of event, what it means, and the day to which every one of it is held, if any."""

    id: str
    says: str
    complete_to: date | None
    held: str
    source: str
    href: str
    confidence: str


def coverage_of_record() -> Iterator[CoverageRow]:
    """Yield how complete the record is, by kind of event."""
    says = {kind.key: kind.says for kind in KINDS}
    for one in covered().kinds:
        yield CoverageRow(
            id=one.kind,
            says=says[one.kind],
            complete_to=one.complete_to,
            held=one.words,
            source=OURS,
            href="/coverage",
            confidence=WHOLE if one.complete_to else PARTIAL,
        )
