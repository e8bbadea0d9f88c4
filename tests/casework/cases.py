"""Documents taken in for tests of the checking room, and people who do things with them."""

from datetime import date, timedelta

from built_letters import build_monitoring_report, build_revisit_letter
from built_reports import ACTION, BODIES, IMPROVEMENT, build_report

from areasend.casework.acts import Doing, Ruling, decide
from areasend.casework.checking import checking
from areasend.casework.course import course
from areasend.casework.models import Act
from areasend.casework.publishing import forward, publish
from areasend.casework.queue import take_in
from areasend.papers.keeping import keep
from tests.asking import after_the_record

#: After whatever the shipped record holds was released.
NOW = after_the_record()
ADDRESS = "https://files.ofsted.gov.uk/v1/file/50999999"
PUBLISHED = date(2025, 3, 11)
#: Accounts, which need not be there: their numbers are all that decisions hold.
CHECKER, MODERATOR = 111_222_333_444, 555_666_777_888

#: The inspection of Dudley that the shipped record holds, as its report might be.
DUDLEY = {"visited": "20 to 24 January 2025", "outcome": 2}
#: One of which the record holds nothing: words of ours.
KENT = {
    "area": "Kent",
    "visited": "5 to 9 October 2026",
    "outcome": 3,
    "actions": [(BODIES, ACTION)],
    "improvements": [IMPROVEMENT],
    "council": "Kent County Council",
}


def taken_in(content=None, *, address=ADDRESS, published=PUBLISHED, **said):
    """Return a document in the queue: a built report unless its bytes are given."""
    content = content or build_report(**(said or DUDLEY))
    paper = keep(content, "application/pdf", at=NOW)
    return take_in(paper, address, published, at=NOW)


def revisit_of_dudley():
    """Return a letter on a re-visit in the queue, of the days and counts that the record holds."""
    content = build_revisit_letter(
        visited="31 January 2022 and 3 February 2022",
        overall="The area has made sufficient progress in addressing eight of the fourteen "
        "significant weaknesses identified at the initial inspection.",
    )
    return taken_in(content, published=date(2022, 3, 23))


def monitored_oldham(effective=(True, False)):
    """Return a report of a monitoring inspection in the queue."""
    content = build_monitoring_report(area="Oldham", effective=effective, overall="has not")
    return taken_in(content, published=date(2025, 11, 3))


def doing(document, by=CHECKER, *, after=0, seen=None):
    """Return who does something: so many minutes after the beginning, having seen all there is."""
    version = course(document).version if seen is None else seen
    return Doing(by, NOW + timedelta(minutes=after), version)


def held(document):
    """Return the document as it is being checked."""
    return checking(course(document))


def settled(document, by=CHECKER):
    """Accept every doubtful field that enters the record, and return the document."""
    for one in held(document).waiting:
        decide(document, one.name, Ruling(Act.ACCEPT), doing(document, by))
    return document


def corrected(document, name, value, *, by=CHECKER, reason="The page says so."):
    """Put a value in the place of what was read."""
    return decide(document, name, Ruling(Act.CORRECT, value, reason), doing(document, by))


def checked(document):
    """Settle a document and pass it on."""
    forward(settled(document), doing(document))
    return document


def published(document):
    """Check a document, let another person publish it, and return the decision."""
    return publish(checked(document), doing(document, MODERATOR))
