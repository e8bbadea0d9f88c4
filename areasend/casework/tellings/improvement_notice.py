"""An improvement notice: that it was issued, and whether it says that it is about SEND."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from areasend.casework.tellings.accelerated_plan_letter import BY
from areasend.casework.tellings.found import Found, UnableToTell
from areasend.casework.tellings.inspected import last_before
from areasend.domain.events import Act, Event, Instrument, Intervened

TOLD = ("area_slug", "letter_date", "about_send")
LEAVES = (
    "What must be done, by when and how it is reviewed stays in this room: the record has no event "
    "for it. A notice that varies or closes another is not told from here."
)


def events(found: Found) -> Iterator[Event]:
    """Yield that the notice was issued, tied to the inspection before it where one is held.

    One that does not say that it is about SEND is tied to none.
    """
    about_send = found.value("about_send")
    facts = found.written(_inspection(found) if about_send else "", "about_send", by=BY)
    yield Intervened(
        **facts,
        instrument=Instrument.NOTICE,
        act=Act.ISSUED,
        about_send=about_send,
    )


def _inspection(found: Found) -> str:
    on = date.fromisoformat(found.value("letter_date"))
    for framework in ("2023", "2016"):
        with suppress(UnableToTell):
            return last_before(found, on, framework)
    return ""
