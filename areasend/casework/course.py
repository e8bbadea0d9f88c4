"""How far a document has come, read from what was decided. Nothing of this is stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from areasend.casework.models import OF_FIELDS, TABLE, Act, Decision, Document


class Stage(StrEnum):
    """How far a document has come."""

    WAITING = "waiting"
    SECOND_LOOK = "second-look"
    PUBLISHED = "published"
    DISMISSED = "dismissed"
    TABLE = "table"
    UNREADABLE = "unreadable"

    @property
    def words(self) -> str:
        """What people read."""
        return _WORDS[self]


_WORDS = {
    Stage.WAITING: "To be checked",
    Stage.SECOND_LOOK: "Waits for a second look",
    Stage.PUBLISHED: "Published",
    Stage.DISMISSED: "Rejected",
    Stage.TABLE: "Tables, for areasend record",
    Stage.UNREADABLE: "Could not be read",
}
_AFTER = {
    Act.FORWARD: Stage.SECOND_LOOK,
    Act.DISMISS: Stage.DISMISSED,
    Act.PUBLISH: Stage.PUBLISHED,
    Act.SEND_BACK: Stage.WAITING,
}


@dataclass(frozen=True)
class Course:
    """What was decided of a document, in order, without what was taken back.

    `checkers` are all who had a hand in it, by what was taken back too, and by taking it back.
    """

    document: Document
    done: tuple[Decision, ...]
    version: int
    checkers: frozenset[int] = frozenset()

    @property
    def of_the_whole(self) -> Decision | None:
        """The last thing done to the document as a whole."""
        whole = (one for one in reversed(self.done) if one.act not in OF_FIELDS)
        return next(whole, None)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        last = self.of_the_whole
        if last is not None:
            return _AFTER[Act(last.act)]
        return _of_trouble(self.document.trouble)

    def of_field(self, name: str) -> Decision | None:
        """Return what stands decided of a field."""
        return next((one for one in reversed(self.done) if one.field == name), None)


def _of_trouble(trouble: str) -> Stage:
    if not trouble:
        return Stage.WAITING
    return Stage.TABLE if trouble.startswith(TABLE) else Stage.UNREADABLE


def course(document: Document) -> Course:
    """Return how far a document has come."""
    return course_of(document, document.decisions.all())


def course_of(document: Document, decisions: Iterable[Decision]) -> Course:
    """Return how far a document has come by these decisions."""
    every = sorted(decisions, key=lambda one: one.number)
    version = every[-1].number if every else 0
    return Course(document, tuple(_standing(every)), version, frozenset(_checkers(every)))


def _checkers(every: Sequence[Decision]) -> Iterator[int]:
    """Yield who decided anything; to send it back, or to take that back, changes nothing of it."""
    sent_back = {one.number for one in every if one.act == Act.SEND_BACK}
    for one in every:
        if not sent_back & {one.number, one.undoes_id}:
            yield one.by


def _standing(every: Sequence[Decision]) -> Iterable[Decision]:
    undone = {one.undoes_id for one in every}
    return (one for one in every if one.act != Act.UNDO and one.number not in undone)
