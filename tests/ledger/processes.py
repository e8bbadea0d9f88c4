"""Real processes at a real file: several writers at once, and programs killed while they write.

`python -m tests.ledger.processes DEED …` does one deed on the database that AREASEND_DATABASE
names, and prints what it found as JSON. It forks its writers, so that they start in no time.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "areasend.config.settings"
    django.setup()

from django.core.management import call_command
from django.db import connection

from areasend.ledger import entries, releases, rows
from areasend.ledger.models import Entry, Publication
from areasend.ledger.statements import Told
from areasend.ledger.transfer import export_to, import_from
from areasend.ledger.verifying import verify
from tests.builders import build_step

MOMENT_OF_BULK = "2026-11-21T09:00:00.000000Z"


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  these processes stand in for the faces


def fork(deed: Callable[[int], None]) -> tuple[int, int]:
    """Start a process that does a deed, and return its id and where what it reports can be read."""
    connection.close()
    readable, writable = os.pipe()
    process = os.fork()
    if process:
        os.close(writable)
        return process, readable
    try:
        deed(writable)
    except BaseException as trouble:  # noqa: BLE001  a child reports, whatever it is
        report(writable, f"trouble: {trouble!r}")
    finally:
        connection.close()
        os._exit(0)


def report(to: int, what: object) -> None:
    os.write(to, f"{what}\n".encode())


def reports(of: int) -> list[str]:
    """Return what a process reported until it ended."""
    with os.fdopen(of) as file:
        return file.read().split("\n")[:-1]


def record_and_release(by: int, area: str = "dudley") -> int:
    with rows.writing():
        at = now()
        number = entries.record(build_step(area=area), by=by, at=at)
        releases.release(number, takes_effect_at=at, now=at)
    return number


def record_as_the_clock_was_before_waiting(by: int, area: str = "dudley") -> int:
    at = now()
    with rows.writing():
        number = entries.record(build_step(area=area), by=by, at=at)
        releases.release(number, takes_effect_at=at, now=at)
    return number


def gapless() -> bool:
    numbers = Entry.objects.order_by("number").values_list("number", flat=True)
    return list(numbers) == list(range(1, len(numbers) + 1))


def found() -> dict[str, Any]:
    """Say what a program that opens the ledger now finds."""
    state = verify()
    held = set(Entry.objects.values_list("number", flat=True))
    released = set(Publication.objects.values_list("entry", flat=True))
    connection.close()
    return {
        "faults": [str(fault) for fault in state.faults],
        "gapless": held == set(range(1, len(held) + 1)),
        "unreleased": sorted(held - released),
        "rows": state.rows,
        "held": held,
    }


def writers(count: int, each: int) -> dict[str, Any]:
    """Let several write at once, one correct the same event again and again, and two read."""
    event = build_step(area="kent")
    first = entries.record(event, by=9, at=now())
    releases.release(first, takes_effect_at=now(), now=now())

    def write(to: int, by: int) -> None:
        deed = (record_and_release, record_as_the_clock_was_before_waiting)[by % 2]
        for _ in range(each):
            report(to, deed(by))

    def correct(to: int) -> None:
        number = first
        for _ in range(each):
            with rows.writing():
                at = now()
                number = entries.record(event, by=9, at=at, corrects=number, reason="Again.")
                releases.release(number, takes_effect_at=at, now=at)
            report(to, number)

    def read(to: int) -> None:
        while not stop.exists():
            state = verify()
            kent = [*releases.events(known_at=now())["kent"]]
            report(to, "whole" if not state.faults and kent == [event] else f"{state} {kent}")

    stop = Path(f"{os.environ['AREASEND_DATABASE']}-stop")
    readers = [fork(read) for _ in range(2)]
    started = [fork(lambda to, by=by: write(to, by)) for by in range(1, count + 1)]
    started.append(fork(correct))
    written = [reports(of) for _, of in started]
    stop.touch()
    seen = [line for _, of in readers for line in reports(of)]
    by_writer = {
        by: list(Entry.objects.filter(by=by).order_by("number").values_list("number", flat=True))
        for by in range(1, count + 1)
    }
    state = found()
    return {
        **{key: state[key] for key in ("faults", "gapless", "unreleased", "rows")},
        "written": written,
        "by_writer": list(by_writer.values()),
        "seen": len(seen),
        "seen_broken": [line for line in seen if line != "whole"],
    }


def kills(rounds: int) -> dict[str, Any]:
    """Kill a writer at a random moment, again and again, and look at what it left."""
    chance = random.Random(57)  # noqa: S311  any moments will do
    tally = {"kills": 0, "reported": 0, "lost": 0, "unreported": 0}
    troubles: list[object] = []
    before: set[int] = set()
    for _ in range(rounds):
        process, of = fork(lambda to: [report(to, record_and_release(1)) for _ in range(10_000)])
        first = os.read(of, 1_000).decode()
        time.sleep(chance.uniform(0, 0.08))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        said = (first + "".join(f"{line}\n" for line in reports(of))).split()
        state = found()
        reported = {int(line) for line in said if line.isdigit()}
        new = state["held"] - before
        tally["kills"] += 1
        tally["reported"] += len(reported)
        tally["lost"] += len(reported - new)
        tally["unreported"] += len(new - reported)
        troubles += [line for line in said if not line.isdigit()]
        troubles += [*state["faults"], *state["unreleased"]]
        troubles += [] if state["gapless"] else ["a gap"]
        before = state["held"]
    return {**tally, "troubles": troubles, "rows": found()["rows"]}


def import_kills(rounds: int, size: int) -> dict[str, Any]:
    """Kill an import at many moments, and look whether it was all or nothing."""
    database = Path(os.environ["AREASEND_DATABASE"])
    folder = database.parent / "export"
    fresh = database.with_name("fresh.sqlite3")
    connection.close()
    shutil.copy(database, fresh)
    fill(size)
    export_to(folder)
    taken = [time_of_import(database, fresh, folder)]
    left = {"none": 0, "all": 0}
    troubles: list[object] = []
    for turn in range(rounds):
        renew(database, fresh)
        process, of = fork(lambda to: (report(to, "begun"), import_from(folder), report(to, "done")))
        os.read(of, 6)
        time.sleep(taken[0] * (turn + 1) / rounds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        done = "done" in reports(of)
        state = found()
        count = state["rows"]["entry"]
        left["all" if count == size else "none"] += 1
        whole = count in {0, size} and state["rows"]["release"] == count and not state["faults"]
        troubles += [] if whole and (count == size or not done) else [f"{state['rows']} {done}"]
    again = import_from(folder)
    return {**left, "troubles": troubles, "again": again, "seconds": taken[0], "rows": found()["rows"]}


def fill(size: int) -> None:
    with rows.writing():
        for _ in range(size):
            says = Told(event=build_step())
            number = rows.append(
                rows.ENTRIES, says, corrects=None, recorded_at=MOMENT_OF_BULK, by=1
            )
            rows.append(rows.RELEASES, says, corrects=None, takes_effect_at=MOMENT_OF_BULK)
            Publication.objects.create(entry=number, release=number)


def time_of_import(database: Path, fresh: Path, folder: Path) -> float:
    renew(database, fresh)
    start = time.perf_counter()
    import_from(folder)
    return time.perf_counter() - start


def renew(database: Path, fresh: Path) -> None:
    connection.close()
    for suffix in ("-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    shutil.copy(fresh, database)


DEEDS: dict[str, Callable[..., dict[str, Any]]] = {
    "writers": writers,
    "kills": kills,
    "import-kills": import_kills,
}


def numbers_in(words: list[str]) -> Iterator[int]:
    return (int(word) for word in words)


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(DEEDS[sys.argv[1]](*numbers_in(sys.argv[2:]))))
