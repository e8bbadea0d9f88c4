"""Documents of ours at the addresses of recorded reports, and samples drawn of their facts."""

import sys
from pathlib import Path

# The built reports stand beside the reader's tests, and import each other by name.
sys.path.append(str(Path(__file__).parents[1] / "reading"))

from built_reports import build_report

from areasend.casework.audit.drawing import draw
from areasend.casework.audit.keying import key
from areasend.casework.audit.models import Said
from areasend.ledger import published
from areasend.papers.keeping import keep, seen
from tests.asking import after_the_record

NOW = after_the_record()
AUDITOR, OTHER, THIRD = 111_222_333_444, 555_666_777_888, 999_888_777_666
AREAS = {"dudley": "Dudley", "bury": "Bury", "bedford": "Bedford", "gateshead": "Gateshead"}


def keep_reports(*areas):
    """Keep a document at the address of the report of each area's inspection since 2023."""
    for area in areas or AREAS:
        content = build_report(area=AREAS[area])
        seen(keep(content, "application/pdf", at=NOW), href_of(area), at=NOW)


def href_of(area):
    """Return the address of an area's report."""
    told = published.facts(known_at=NOW)[area]
    hrefs = [one.source.href for fact in told for one in fact.event.attested]
    return next(href for href in hrefs if href.startswith("https://files.ofsted.gov.uk/"))


def sample_of(*areas, size=100, seed="a seed"):
    """Return a sample of the facts of these areas' reports."""
    keep_reports(*areas)
    return draw(seed=seed, size=size, at=NOW)


def key_all(sample, *, but=()):
    """Key every fact as it is recorded, but those of some fields."""
    for fact in sample.facts.exclude(field__in=but):
        key(fact, Said.VALUE, fact.recorded, by=AUDITOR, at=NOW)
