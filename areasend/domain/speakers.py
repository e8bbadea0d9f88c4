"""Who speaks on a page, where that has been looked at: a copy elsewhere is not its author's own.

The kind that a source was recorded with stands in the ledger; what faces show is asked for here.
"""

from datetime import date

from areasend.domain.attestations import Attestation, Source, SourceKind

#: What an address begins with, and who speaks there. Each was opened by a person.
CHECKED = {
    # A reading of Ofsted's reports by a charity's program, not Ofsted's own.
    "data-to-insight.github.io/": SourceKind.THIRD_PARTY,
    "github.com/data-to-insight/": SourceKind.THIRD_PARTY,
    # Places where anybody leaves copies of papers.
    "docslib.org": SourceKind.THIRD_PARTY,
    "readkong.com/": SourceKind.THIRD_PARTY,
    "vdocument.in/": SourceKind.THIRD_PARTY,
    "vdocuments.site/": SourceKind.THIRD_PARTY,
    # Statements of others, passed on.
    "publicnow.com/": SourceKind.THIRD_PARTY,
    # Southend's own pages for families.
    "livewellsouthend.com/": SourceKind.COUNCIL,
    "sloughalert.co.uk/": SourceKind.PRESS,
    "lossofbraintrust.com/": SourceKind.PARTISAN,
}


def speaker(source: Source) -> SourceKind:
    """Return who speaks in a source: by its address where that was looked at, else as recorded."""
    _, _, place = source.href.rpartition("://")
    place = place.removeprefix("www.")
    checked = (kind for begins, kind in CHECKED.items() if place.startswith(begins))
    return next(checked, source.kind)


def dated(attested: Attestation) -> date | None:
    """Return the day of a source; None where what is held lies before what the source tells of.

    Such a day was read from an address that is another page's, used again.
    """
    day = attested.source.dated
    return day if day and day >= attested.on.earliest else None


def address(source: Source) -> str:
    """Return where a source can be read; empty where what is held is no address."""
    return source.href if source.href.startswith(("https://", "http://")) else ""
