"""What a page shows of a document: its fields in words, who has it, and what was done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from areasend.answers.field_words import words
from areasend.casework import claims, shapes
from areasend.casework.actors import names
from areasend.casework.checking import Checked, Checking
from areasend.casework.course import Stage
from areasend.casework.models import OF_FIELDS, Act, AnyClaim, Decision
from areasend.casework.views.asking import account, allowed, now
from areasend.domain.areas import AREAS
from areasend.people.gate import Deed

ACTS = {
    Act.ACCEPT: "accepted",
    Act.CORRECT: "corrected",
    Act.REJECT: "rejected",
    Act.LABEL: "gave",
    Act.FORWARD: "passed it on to a second look",
    Act.DISMISS: "rejected the document",
    Act.SEND_BACK: "sent it back",
    Act.PUBLISH: "published it",
    Act.UNDO: "took back",
}


@dataclass(frozen=True)
class Line:
    """A field as the page lists it."""

    name: str
    title: str
    lines: Sequence[str]
    read: Sequence[str]
    doubts: Sequence[str]
    done: str
    waits: bool
    enters: bool
    page: int | None


@dataclass(frozen=True)
class Done:
    """Something that was done with a document, in words; `open` is what others may take back."""

    number: int
    who: str
    what: str
    at: Any
    reason: str
    undoable: bool
    mine: bool
    open: bool


def line(kind: str, one: Checked) -> Line:
    """Return a field in words: what stands, and what was read where that differs."""
    stands = shapes.shown(kind, one.name, one.value)
    read = shapes.shown(kind, one.name, one.field.value)
    return Line(
        name=one.name,
        title=one.title,
        lines=stands,
        read=read if read != stands else (),
        doubts=one.field.doubts,
        done=ACTS[Act(one.decision.act)] if one.decision else "",
        waits=one.waits,
        enters=one.enters,
        page=one.page,
    )


def about(request: HttpRequest, held: Checking) -> dict[str, Any]:
    """Return what every page of a document is given."""
    document, you = held.course.document, account(request).number
    claim = claims.last(document)
    known = names(_numbers(held, claim))
    return {
        "document": document,
        "stage": held.course.stage,
        "version": held.course.version,
        "kind": held.telling.says if held.telling else "Document",
        "area": AREAS[document.area].name if document.area in AREAS else "",
        "claim": claim if claim and claim.until > now() else None,
        "names": known,
        "you": you,
        "may_check": allowed(request, Deed.CHECK),
        "may_moderate": allowed(request, Deed.MODERATE),
        "history": list(_history(held, known, you)),
    }


def _numbers(held: Checking, claim: AnyClaim | None) -> set[int]:
    numbers = set(held.course.document.decisions.values_list("by", flat=True))
    return numbers | ({claim.by, claim.after or claim.by} if claim else set())


def _history(held: Checking, known: dict[int, str], you: int) -> Iterator[Done]:
    """Yield everything that was done, the last first."""
    standing = {one.number for one in held.course.done}
    last, stage = held.course.done[-1:], held.course.stage
    for one in held.course.document.decisions.select_related("undoes").order_by("-number"):
        free = one in last or (stage is Stage.WAITING and one.act in OF_FIELDS)
        undoable = one.number in standing and free and stage is not Stage.PUBLISHED
        who = known.get(one.by, f"account {one.by}")
        yield Done(
            one.number,
            who,
            said(one),
            one.at,
            one.reason,
            undoable,
            one.by == you,
            one.act != Act.SEND_BACK,
        )


def said(one: Decision) -> str:
    """Return what somebody did, in words that follow their name."""
    if one.undoes is not None:
        return f"took back: {said(one.undoes)}"
    on = f" “{words(one.field)}”" if one.field else ""
    return f"{ACTS[Act(one.act)]}{on}"
