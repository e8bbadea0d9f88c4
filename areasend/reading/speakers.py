"""Who speaks on a page, where that has been looked at: a copy elsewhere is not its author's own."""

from areasend.domain.attestations import Source, SourceKind

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
    """Return who speaks in a source: by its address where that was looked at, else as listed."""
    _, _, place = source.href.rpartition("://")
    place = place.removeprefix("www.")
    checked = (kind for begins, kind in CHECKED.items() if place.startswith(begins))
    return next(checked, source.kind)
