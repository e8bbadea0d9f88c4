"""A row for each weakness and area for priority action of a report, and each improvement read."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.answers.asked import Asked
from areasend.answers.reports import found_by
from areasend.domain.areas import AREAS
from areasend.domain.history import Inspection
from areasend.ledger import releases


@dataclass(frozen=True)
class WeaknessRow:
    """A weakness or priority action: its number in the report, its themes, what came of it.

    `words` are the report's and `bodies` those it makes responsible, both empty where nobody has
    read them in it. `verdict` is what inspectors found of it when they came back, where that is
    held of each, and `no_verdict` says why it is not; the source is that of the report which
    counts it.
    """

    id: str
    area: str
    area_name: str
    inspection: str
    framework: str
    kind: str
    number: int
    themes: tuple[str, ...]
    words: str
    bodies: str
    verdict: str
    no_verdict: str
    source: str
    href: str
    confidence: str


def read_in_reports(asked: Asked) -> tuple[str, ...]:
    """Return of how many weaknesses the report's words and who is responsible are held."""
    rows = list(weaknesses(asked))
    words, bodies = (sum(bool(getattr(one, name)) for one in rows) for name in ("words", "bodies"))
    judged = sum(bool(one.verdict) for one in rows)
    return (
        f"Of {len(rows):,} rows, {judged:,} have a verdict of their own, {words:,} the words of "
        f"the report, and {bodies:,} say who is responsible.",
    )


def weaknesses(asked: Asked) -> Iterator[WeaknessRow]:
    """Yield a row for each weakness and priority action of reports surely published by the day."""
    held = releases.histories(known_at=asked.known_at, until=asked.as_at)
    for area in sorted(held):
        for inspection in held[area].inspections:
            yield from _rows(inspection)


def _rows(inspection: Inspection) -> Iterator[WeaknessRow]:
    report = inspection.report
    if report is None:
        return
    told = report.attestation
    for one in found_by(inspection):
        yield WeaknessRow(
            id=one.name,
            area=inspection.area,
            area_name=AREAS[inspection.area].name,
            inspection=inspection.name,
            framework=report.outcome.framework.value,
            kind=one.kind,
            number=one.number,
            themes=one.given,
            words=one.words,
            bodies=one.bodies,
            verdict=one.verdict,
            no_verdict=one.no_verdict,
            source=f"{told.source.publisher}: {told.source.title}",
            href=told.source.address,
            confidence=told.confidence.value,
        )
