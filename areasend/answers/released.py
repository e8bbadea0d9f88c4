"""The public chain, release by release: what each said, when it took effect, and its hash."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from areasend.answers.asked import Asked
from areasend.answers.wording import whose_word
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.ledger import published
from areasend.ledger.statements import (
    Answered,
    Audited,
    Erased,
    Replied,
    Statement,
    Told,
    Withdrawn,
    area_of,
)


@dataclass(frozen=True)
class ReleaseLine:
    """A row of the public chain.

    `fact` is the number of the release that first told of what this one tells. `corrects` and
    `corrected_by` are releases, or None. `kind` says what it does: told, withdrawn, erased,
    answered or replied; what was erased by law says nothing any more. `hash` is over its text's
    salted digest and the hash of the release before it, `previous`.
    """

    number: int
    took_effect: datetime
    fact: int
    corrects: int | None
    corrected_by: int | None
    kind: str
    area: str
    area_name: str
    on: str
    says: str
    reason: str
    word: str
    digest: str
    previous: str
    hash: str


def released(asked: Asked) -> tuple[published.Chained, ...]:
    """Return the releases in effect at the moment, in the order of the chain.

    Those that tell only of what came after the as-at day are left out.
    """
    every = published.chained(known_at=asked.known_at)
    return tuple(one for one in every if _by_then(one.says, asked))


def release_line(one: published.Chained) -> ReleaseLine:
    """Return a release as a line."""
    says, told = one.says, one.says.event if isinstance(one.says, Told) else None
    area = area_of(says) if says else ""
    return ReleaseLine(
        number=one.number,
        took_effect=one.at,
        fact=one.fact,
        corrects=one.corrects,
        corrected_by=one.corrected_by,
        kind=_KINDS[type(says)],
        area=area,
        area_name=AREAS[area].name if area in AREAS else "",
        on=str(told.on) if told else "",
        says=_says(says),
        reason=getattr(says, "reason", ""),
        word=whose_word(told.attestation) if told else "",
        digest=one.digest,
        previous=one.previous,
        hash=one.hash,
    )


_KINDS: dict[type, str] = {
    Told: "told",
    Withdrawn: "withdrawn",
    Erased: "erasure",
    Answered: "answered",
    Replied: "replied",
    Audited: "audited",
    type(None): "erased",
}


def _says(says: Statement | None) -> str:
    match says:
        case None:
            return "Its text was erased, as the law required."
        case Told():
            return kinds.sentence(says.event)
        case Withdrawn():
            return "What the corrected release said is withdrawn."
        case Erased():
            return f"Accounts for the erasure of release {says.number}."
        case Answered() | Replied() | Audited():
            return says.words
        case _:
            assert_never(says)


def _by_then(says: Statement | None, asked: Asked) -> bool:
    return not isinstance(says, Told) or says.event.on.earliest <= asked.as_at
