"""Breaks files at random."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from built_letters import build_monitoring_report, build_outcome_letter, build_revisit_letter
from built_reports import ACTION, BODIES, build_report

from areasend.reading.workers import Limits, Outcome, read_all

#: Uncompressed, so that what is changed is what the page says and how.
OPEN = {"pageCompression": 0}
OURS = (
    build_report(outcome=3, actions=[(BODIES, ACTION)] * 3, more=OPEN),
    build_report(table_at=150),
    build_outcome_letter(),
    build_revisit_letter(),
    build_monitoring_report(),
)
TOKENS = (
    b"0",
    b"-1",
    b"99999999999",
    b"<<",
    b">>",
    b"]",
    b"obj",
    b"\x00",
    b"\xff\xff",
    b"R",
    b"Tj",
)


def changed(original: bytes, changes: Sequence[tuple[int, bytes]]) -> bytes:
    """Return a file with other bytes at some places."""
    held = bytearray(original)
    for place, new in changes:
        at = place % len(held)
        held[at : at + len(new)] = new
    return bytes(held)


def read_broken(
    originals: Sequence[bytes], count: int, folder: Path, chance: random.Random
) -> Iterator[Outcome]:
    """Return what came of files broken from originals, read in processes with limits."""
    paths = [folder / f"{number}.pdf" for number in range(count)]
    for path in paths:
        path.write_bytes(broken(chance.choice(originals), chance))
    yield from read_all(paths, limits=Limits(seconds=30))


def broken(original: bytes, chance: random.Random) -> bytes:
    """Return a file with bytes changed, and sometimes with a part lost or repeated."""
    some = [
        (chance.randrange(len(original)), chance.choice([*TOKENS, chance.randbytes(4)]))
        for _ in range(chance.randrange(1, 40))
    ]
    document = changed(original, some)
    at, size = chance.randrange(len(document)), chance.randrange(2_000)
    match chance.randrange(6):
        case 0:
            return document[:at]
        case 1:
            return document[:at] + document[at + size :]
        case 2:
            return document[:at] + document[at : at + size] * 3 + document[at:]
    return document
