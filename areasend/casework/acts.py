"""What people do with a document: one at a time, on what they have seen, and only if they have it.

Every act is added to those before it. A form made before the last act is refused, and says what
has changed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from areasend.casework import claims
from areasend.casework.checking import checking
from areasend.casework.course import Course, Stage, course
from areasend.casework.models import OF_FIELDS, THEMES, WITH_REASON, Act, Decision, Document
from areasend.casework.wordings import Themes


class UnableToDo(ValueError):
    """This cannot be done with the document, for the reason given."""


class Stale(UnableToDo):
    """Something was done with the document since the form was made: `since` says what."""

    def __init__(self, since: tuple[Decision, ...]) -> None:
        super().__init__("Somebody did something with this document since you opened this page.")
        self.since = since


@dataclass(frozen=True)
class Doing:
    """Who does something, when, and up to which decision they had seen what was done."""

    by: int
    at: datetime
    seen: int


@dataclass(frozen=True)
class Ruling:
    """What is decided of a field or of the whole: with a value where it corrects, and a reason."""

    act: Act
    value: Any = None
    reason: str = ""


#: From which stage each act on the whole may be done.
_FROM = {
    Act.DISMISS: {Stage.WAITING, Stage.TABLE, Stage.UNREADABLE},
    Act.SEND_BACK: {Stage.SECOND_LOOK},
}
_OVER = "What is published is put right by a correction of the record, not here."


def decide(document: Document, field: str, ruling: Ruling, doing: Doing) -> Decision:
    """Accept, correct or reject what was read under a name.

    :raises UnableToDo: if the document is past that, or no reason is given where one is needed
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage is not Stage.WAITING:
            raise UnableToDo(f"{now.stage.words}: nothing is decided of its fields any more.")
        one = checking(now).field(field)
        if ruling.act is Act.ACCEPT and (one is None or one.field.value in (None, "")):
            raise UnableToDo("Nothing was read that could be right: enter it, or reject it.")

    corrected = ruling.act is Act.CORRECT
    value = json.dumps(ruling.value, ensure_ascii=False) if corrected else ""
    facts = {"field": field, "act": ruling.act, "value": value, "reason": ruling.reason.strip()}
    return add(document, doing, allowed, facts)


def label(document: Document, themes: Themes, doing: Doing) -> Decision:
    """Keep the themes that a person gives to a document's points: those that they looked at.

    :raises UnableToDo: if the document is past that
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage is not Stage.WAITING:
            raise UnableToDo(f"{now.stage.words}: no themes are given to it any more.")

    given = [{**one._asdict(), "themes": list(codes)} for one, codes in themes.items()]
    value = json.dumps(given, ensure_ascii=False)
    facts = {"field": THEMES, "act": Act.LABEL, "value": value}
    return add(document, doing, allowed, facts)


def of_the_whole(document: Document, ruling: Ruling, doing: Doing) -> Decision:
    """Reject the document, or send it back from the second look.

    :raises UnableToDo: if it has not come so far, or no reason is given where one is needed
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage not in _FROM[ruling.act]:
            raise UnableToDo(f"{now.stage.words}: this cannot be done with it now.")

    facts = {"act": ruling.act, "reason": ruling.reason.strip()}
    return add(document, doing, allowed, facts, ends=True)


def undo(decision: Decision, doing: Doing) -> Decision:
    """Take a decision back: as if it had not been, but to be seen.

    :raises UnableToDo: if it is taken back already, or something later rests on it
    :raises Taken: if somebody else has the document
    """

    def allowed(now: Course) -> None:
        if now.stage is Stage.PUBLISHED:
            raise UnableToDo(_OVER)
        if decision.number not in {one.number for one in now.done}:
            raise UnableToDo("It is taken back already.")
        last = now.done[-1]
        of_field = decision.act in OF_FIELDS
        if decision.number != last.number and not (of_field and now.stage is Stage.WAITING):
            raise UnableToDo("Something was done after it: take that back first.")

    return add(decision.document, doing, allowed, {"act": Act.UNDO, "undoes": decision})


def add(
    document: Document,
    doing: Doing,
    allowed: Callable[[Course], None],
    facts: dict[str, Any],
    *,
    ends: bool = False,
) -> Decision:
    """Add a decision, if `allowed` does not object; the claim is renewed by it, or ends with it.

    :raises UnableToDo: if something was done since, or no reason is given where one is needed
    :raises Taken: if somebody else has the document
    """
    with transaction.atomic():
        begin(document, doing, allowed)
        if facts["act"] in WITH_REASON and not facts["reason"]:
            raise UnableToDo("Say why: whoever looks next will want to know.")
        decision = document.decisions.create(by=doing.by, at=doing.at, **facts)
        if ends:
            claims.let_go(document, by=doing.by, now=doing.at)
    return decision


def begin(document: Document, doing: Doing, allowed: Callable[[Course], None]) -> Course:
    """Hold the document, see that it is as the form showed it, and claim it. In a transaction.

    :raises UnableToDo: if it is not, or `allowed` says so
    :raises Taken: if somebody else has it
    """
    Document.objects.select_for_update().get(pk=document.pk)
    now = course(Document.objects.get(pk=document.pk))
    if now.version != doing.seen:
        since = document.decisions.filter(number__gt=doing.seen).order_by("number")
        raise Stale(tuple(since))
    allowed(now)
    claims.claim(document, by=doing.by, now=doing.at)
    return now
