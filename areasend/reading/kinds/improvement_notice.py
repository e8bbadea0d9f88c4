"""An improvement notice: why it was issued, what must be done, by when, and how it is reviewed."""

import re
from collections.abc import Iterator
from datetime import date

from areasend.domain.events import Act, Instrument, Intervened
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import addressed
from areasend.reading.kinds.unseen import Paper, field, listed, number, proposal
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.wording import mark_of
from areasend.reading.proposals import Field, Proposal, Reading

KIND = "improvement-notice"
SAYS = "improvement notices (.pdf)"
_TITLE = re.compile(r"^(?:.{0,60}\b)?improvement notice\b", re.IGNORECASE)
_LAW = re.compile(r"Education Act 1996|Secretary of State", re.IGNORECASE)
_SEND = re.compile(r"\bSEND\b|special educational needs", re.IGNORECASE)
_ACTIONS = re.compile(
    r"\b(?:must|should|needs? to|required to|expected to)\b[^.]*:$|\bfollowing (?:areas|actions)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\d+\.? )?(?:Improvement board|Adviser|Review|Failure|Governance|Monitoring|Signed|Yours)\b"
)
_EVERY = re.compile(r"\bat least every ([a-z]+|\d+) months?\b", re.IGNORECASE)
_BY = re.compile(
    r"\bby ((?:the end of )?(?:\d{1,2} )?[A-Z][a-z]+ 20\d\d(?: or sooner| at the latest)?)"
)
_POOR = re.compile(
    r"\bpoor progress\b|\binsufficient progress\b|\bnot made sufficient progress\b", re.IGNORECASE
)
_WINDOW = 40


def recognises(letter: Letter) -> bool:
    """Return whether one of the first lines is such a title, and the law is named."""
    lines = letter.lines(1)[:_WINDOW]
    titled = any(_TITLE.match(line.text) for line in lines)
    return titled and bool(_LAW.search(addressed.first_words(letter, pages=2)))


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:
    """Return what the notice says; a second notice to an area is proposed as one issued, too."""
    read = addressed.paper(letter, _TITLE)
    about_send = bool(read.said(_SEND)[0])
    found, lines = read.said(_POOR)
    fields = (
        *addressed.front(read),
        field("about_send", about_send, "the words SEND or special educational needs", ()),
        field("reason", found[0].casefold() if found else None, "the words on progress", lines),
        _actions(read),
        _review(read),
        _deadline(read),
    )
    title = f"Improvement notice to {read.area.name if read.area else 'a council'}"
    written = next(one.value for one in fields if one.name == "letter_date")
    events = tuple(_events(read, title, written, held, about_send=about_send))
    return Reading(KIND, title, events, addressed.troubles(letter), fields, letter.sha256)


def _actions(read: Paper) -> Field:
    points = listed(read, _ACTIONS, _ENDS)
    values = []
    for one in points:
        said = read.words.joined(one)
        sub = said.sub_bullets - bool(mark_of(one[0]))
        values.append({"page": one[0].page, "sub_bullets": sub, "text": said.text.rstrip(" ;")})
    lines = [line for one in points for line in one]
    return field("actions", values or None, "the points after what must be done", lines)


def _review(read: Paper) -> Field:
    found, lines = read.said(_EVERY)
    value = number(found[1]) if found else None
    return field("review_every_months", value, "the sentence on reviews", lines)


def _deadline(read: Paper) -> Field:
    """Return by when, as printed: a month, or a day, with what is said of it."""
    found, lines = read.said(_BY)
    return field("deadline", found[1] if found else None, "the words after “by”", lines)


def _events(
    read: Paper, title: str, written: str | None, held: Held, *, about_send: bool
) -> Iterator[Proposal]:
    if not read.area or not written:
        return
    facts = {
        "inspection": addressed.latest(read, "2023", held) or addressed.latest(read, "2016", held),
        "title": title,
        "instrument": Instrument.NOTICE,
        "act": Act.ISSUED,
        "about_send": about_send,
    }
    yield proposal(read, facts, Intervened, date.fromisoformat(written), "the notice")
