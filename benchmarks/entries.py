"""Entries recorded, each in a transaction of its own, beside a bare INSERT with one commit each.

Ours is the ledger's own way in: take the lock, read what is held of the area, object, chain,
write. The bare INSERT puts the same columns into one table without trigger or chain, by the same
connection with the same settings: both wait for the disk at each commit.

`python -m benchmarks.entries ROUNDS EACH` prints both times in seconds, as JSON, for the ledger
that AREASEND_DATABASE names.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count, cycle

from areasend.config.command import start
from benchmarks import ledgers
from benchmarks.rounds import Size, elapsed, medians
from benchmarks.table import Asked, Line

_MORE_ROUNDS = 4
_COLUMNS = ("number", "recorded_at", "by", "corrects", "digest", "previous", "hash")
_TEXTS = ("area", "salt", "text")


def line(ledger: str, where: str, size: Size, *, asked: Asked | None) -> Line:
    """Return how long an entry takes in a ledger, beside a bare INSERT in the same database."""
    # Many short rounds: how long a disk takes changes from one second to the next.
    words = (str(size.rounds * _MORE_ROUNDS), str(size.entries))
    ours, bare = json.loads(ledgers.run(ledger, "-m", "benchmarks.entries", *words))
    return Line(
        what=f"an entry, chained and committed, on {where}: {1 / ours:,.0f} a second",
        ours=ours,
        rival=f"a bare INSERT: {1 / bare:,.0f} a second",
        theirs=bare,
        asked=asked,
    )


def measure(*, rounds: int, each: int) -> list[float]:
    """Return how long an entry and a bare INSERT take in the ledger in use, in seconds."""
    deeds = (_recording(each), _inserting(each))
    return [taken / each for taken in medians(deeds, rounds=rounds)]


def _recording(each: int) -> Callable[[], float]:
    from areasend.ledger import entries

    events = _events()

    def record() -> None:
        for _ in range(each):
            entries.record(next(events), by=1, at=datetime.now(UTC))  # noqa: TID251  a face's part

    return lambda: elapsed(record)


def _events() -> Iterator[object]:
    """Yield a letter from a minister to each inspected area in turn, again and again."""
    from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
    from areasend.domain.events import Step, StepKind
    from areasend.domain.intervals import Interval
    from areasend.ledger import releases

    source = Source(title="A letter", publisher="The department", kind=SourceKind.OFFICIAL)
    told = Attestation(
        source=source, on=Interval.read("2026-06-01"), confidence=Confidence.OFFICIAL
    )
    held = releases.histories(known_at=ledgers.NOW).values()
    latest = [one.inspections[-1] for one in held if one.inspections]
    for one in cycle(latest):
        yield Step(
            area=one.area, inspection=one.name, attested=(told,), step=StepKind.MINISTER_WROTE
        )


def _inserting(each: int) -> Callable[[], float]:
    from django.db import connection

    columns = ", ".join(f'"{column}"' for column in (*_COLUMNS, *_TEXTS))
    sql = f"INSERT INTO bare ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
    numbers, row = count(1), _a_row()

    def insert() -> None:
        for _ in range(each):
            with connection.cursor() as cursor:
                cursor.execute(sql, [next(numbers), *row])

    return lambda: elapsed(insert)


def _a_row() -> tuple[object, ...]:
    """Make a table like the ledger's two, and return the last entry's columns but its number."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            'CREATE TABLE bare (number bigint PRIMARY KEY, recorded_at text, "by" bigint, corrects '
            "bigint, digest text, previous text, hash text, area text, salt text, text text)"
        )
        cursor.execute(
            'SELECT recorded_at, "by", corrects, digest, previous, hash, area, salt, text '
            "FROM entry JOIN entry_text USING (number) ORDER BY number DESC LIMIT 1"
        )
        return tuple(cursor.fetchone())


if __name__ == "__main__":
    start()
    print(json.dumps(measure(rounds=int(sys.argv[1]), each=int(sys.argv[2]))))
