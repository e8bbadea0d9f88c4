"""The kinds of document that we read, each of which knows its own."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from areasend.reading.csvs import looks_like_csv, open_csv
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import (
    accelerated_plan_letter,
    area_send_report,
    improvement_notice,
    known_events,
    management_information_2023,
    monitoring_report,
    not_read,
    official_statistics_2022,
    outcome_letter,
    plan_judgement,
    plan_of_action,
    revisit_letter,
    weekly_summary,
)
from areasend.reading.letters.letter import MOST_BYTES, Letter, looks_like_pdf, opened
from areasend.reading.proposals import Doubt, Field, Reading, UnableToReadDocument
from areasend.reading.tables import Workbook, bytes_of, open_workbook


class Kind(Protocol):
    """What a module of this folder offers that reads a table."""

    #: What the documents of this kind are, in the words of a sentence.
    SAYS: str

    def recognises(self, workbook: Workbook) -> bool:
        """Return whether the document looks like one of this kind, whole or not."""

    def propose(self, workbook: Workbook, held: Held = NOTHING_HELD, /) -> Reading:
        """Return what the document proposes, beside the inspections already held.

        :raises UnableToReadDocument: if it is not whole, or not what it claims to be
        """


class LetterKind(Protocol):
    """What a module of this folder offers that reads a letter, a report or a plan."""

    SAYS: str

    def recognises(self, letter: Letter) -> bool:
        """Return whether the document looks like one of this kind, whole or not."""

    def propose(self, letter: Letter, held: Held = NOTHING_HELD, /) -> Reading:
        """Return what the document says, field by field, and what it proposes.

        :raises UnableToReadDocument: if it is not what it claims to be
        """


KINDS: tuple[Kind, ...] = (
    official_statistics_2022,
    management_information_2023,
    weekly_summary,
    known_events,
)
LETTERS: tuple[LetterKind, ...] = (
    area_send_report,
    monitoring_report,
    revisit_letter,
    outcome_letter,
    improvement_notice,
    accelerated_plan_letter,
    plan_judgement,
    plan_of_action,
)


def read_document(path: Path, *, held: Held = NOTHING_HELD) -> Reading:
    """Return what a document proposes, of whatever kind it is.

    :raises UnableToReadDocument: if it cannot be opened, is of no kind that we read, is not whole
        or is not what it claims to be
    """
    document = bytes_of(path, most=MOST_BYTES)
    claims = path.suffix.casefold() == ".pdf" and not document.startswith(b"PK")
    if claims or looks_like_pdf(document):
        return read_letter(document, held=held)
    workbook = open_csv(document) if looks_like_csv(document) else open_workbook(document)
    for kind in KINDS:
        if kind.recognises(workbook):
            return kind.propose(workbook, held)
    known = "; ".join([kind.SAYS for kind in KINDS] + [kind.SAYS for kind in LETTERS])
    raise UnableToReadDocument(f"The file is of no kind that we read. We read {known}.")


def read_letter(document: bytes, *, held: Held = NOTHING_HELD) -> Reading:
    """Return what a PDF says and proposes.

    :raises UnableToReadDocument: if it cannot be opened or is of no kind that we read
    """
    with opened(document) as letter:
        for kind in LETTERS:
            if kind.recognises(letter):
                return _doubting_pictures(kind.propose(letter, held), letter)
        known = "; ".join(kind.SAYS for kind in LETTERS)
        raise UnableToReadDocument(not_read.why(letter, known))


def _doubting_pictures(reading: Reading, letter: Letter) -> Reading:
    """Return a reading in which all that rests on a picture's words says so."""
    if not letter.pictures:
        return reading
    proposals = tuple(
        replace(one, doubts=(*one.doubts, Doubt(one.place, _PICTURE))) for one in reading.proposals
    )
    fields = tuple(_doubting(one, letter.pictures) for one in reading.fields)
    return replace(reading, fields=fields, proposals=proposals)


def _doubting(field: Field, pictures: frozenset[int]) -> Field:
    if not pictures.intersection(place.page for place in field.passages):
        return field
    return replace(field, doubts=(*field.doubts, _PICTURE))


_PICTURE = "Its words were recognised in a picture: compare them with the page."
