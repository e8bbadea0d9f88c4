"""The kinds of document that we read, each of which knows its own."""

from pathlib import Path
from typing import Protocol

from areasend.reading.kinds import official_statistics_2022
from areasend.reading.proposals import Reading, UnableToReadDocument
from areasend.reading.tables import Workbook, open_workbook


class Kind(Protocol):
    """What a module of this folder offers."""

    #: What the documents of this kind are, in the words of a sentence.
    SAYS: str

    def recognises(self, workbook: Workbook) -> bool:
        """Return whether the document looks like one of this kind, whole or not."""

    def propose(self, workbook: Workbook) -> Reading:
        """Return what the document proposes.

        :raises UnableToReadDocument: if it is not whole, or not what it claims to be
        """


KINDS: tuple[Kind, ...] = (official_statistics_2022,)


def read_document(path: Path) -> Reading:
    """Return what a document proposes, of whatever kind it is.

    :raises UnableToReadDocument: if it cannot be opened, is of no kind that we read, is not whole
        or is not what it claims to be
    """
    workbook = open_workbook(path)
    for kind in KINDS:
        if kind.recognises(workbook):
            return kind.propose(workbook)
    known = "; ".join(kind.SAYS for kind in KINDS)
    raise UnableToReadDocument(f"The file is of no kind that we read. We read {known}.")
