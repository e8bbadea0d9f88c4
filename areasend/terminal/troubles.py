"""What can go wrong for a person in such a way that its own sentence explains it."""

from areasend.answers.official import NoOfficialRelease
from areasend.domain.areas import AmbiguousName, UnableToReadAreas, UnknownName
from areasend.domain.intervals import NotADate
from areasend.domain.rulebooks.reading import UnableToReadRules
from areasend.domain.working_days import UnableToCount
from areasend.gazetteer.directory import NoDirectory
from areasend.gazetteer.index import NoIndex
from areasend.ledger.entries import UnableToRecord
from areasend.ledger.expunge import UnableToErase
from areasend.ledger.granting import UnableToGrant
from areasend.ledger.releases import UnableToRelease
from areasend.ledger.statements import UnableToReadStatement
from areasend.ledger.tables import UnableToMakeTables
from areasend.ledger.transfer import UnableToImport
from areasend.reading.proposals import UnableToReadDocument

TROUBLES = (
    AmbiguousName,
    NoDirectory,
    NoIndex,
    NoOfficialRelease,
    NotADate,
    UnableToCount,
    UnableToErase,
    UnableToGrant,
    UnableToImport,
    UnableToMakeTables,
    UnableToReadAreas,
    UnableToReadDocument,
    UnableToReadRules,
    UnableToReadStatement,
    UnableToRecord,
    UnableToRelease,
    UnknownName,
)
