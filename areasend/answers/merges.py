"""What was joined and why: the rows of our list of events that tell of one event."""

from collections import Counter
from dataclasses import dataclass

from areasend.domain.areas import AREAS
from areasend.reading.kinds.known_events import merges


@dataclass(frozen=True)
class MergedRow:
    """A row of the list, what became of it, and why."""

    row: int
    use: str
    why: str


@dataclass(frozen=True)
class MergedEvent:
    """An event and the rows that tell of it."""

    event: str
    area: str
    kind: str
    rows: tuple[MergedRow, ...]


@dataclass(frozen=True)
class MergesAnswer:
    """The events of an area, or of all, with the rows behind each; and how many of what."""

    rows: int
    events: int
    uses: tuple[tuple[str, int], ...]
    merged: tuple[MergedEvent, ...]


def merges_answer(area: str | None = None, *, joined_only: bool = False) -> MergesAnswer:
    """Return which rows became which events.

    :param area: a slug, for one area only
    :param joined_only: only events of which more than one row tells, or a row that is not used
    """
    rows = [row for row in merges() if area in {None, row["area"]}]
    events: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        events.setdefault(row["event"], []).append(row)
    merged = tuple(_event(key, told) for key, told in events.items())
    used = [one for one in merged if any(row.use != "unused" for row in one.rows)]
    return MergesAnswer(
        rows=len(rows),
        events=len(used),
        uses=tuple(sorted(Counter(row["use"] for row in rows).items())),
        merged=tuple(one for one in merged if not joined_only or _joined(one)),
    )


def _event(key: str, told: list[dict[str, str]]) -> MergedEvent:
    rows = tuple(MergedRow(int(row["row"]), row["use"], row["why"]) for row in told)
    return MergedEvent(key, AREAS[told[0]["area"]].name, told[0]["kind"], rows)


def _joined(one: MergedEvent) -> bool:
    return len(one.rows) > 1 or one.rows[0].use == "unused"
