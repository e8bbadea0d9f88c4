"""Programs killed while they write, and what the next program finds."""

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from django.db import connection

from areasend.ledger.models import Publication
from areasend.ledger.rows import ENTRIES, RELEASES, append, writing
from areasend.ledger.statements import Told
from areasend.ledger.transfer import export_to, import_from
from tests.builders import build_step
from tests.ledger.forking import Process, entries_held, fork, new_ledger, tell, troubles
from tests.ledgers import beside

LEDGER = os.environ.get("AREASEND_DATABASE", "")
MOMENT = "2026-11-21T09:00:00.000000Z"


def kill(process: Process) -> list[str]:
    """Kill a process as a power cut would, and return what it had reported by then."""
    os.kill(process.number, signal.SIGKILL)
    return process.all_reports()


def writers(*, rounds: int) -> dict[str, object]:
    """Kill a writer at a random moment, again and again, and compare what it said with what is."""
    new_ledger()
    chance = random.Random(57)
    tally = {"kills": 0, "reported": 0, "lost": 0, "unreported": 0}
    found: list[str] = []
    before: set[int] = set()
    for _ in range(rounds):
        process = fork(lambda report: [report(tell(by=1)) for _ in range(10_000)])
        first = process.first_report().split()
        time.sleep(chance.uniform(0, 0.08))
        reported = {int(line) for line in first + kill(process)}
        found += troubles()
        new = set(entries_held()) - before
        tally["kills"] += 1
        tally["reported"] += len(reported)
        tally["lost"] += len(reported - new)
        tally["unreported"] += len(new - reported)
        before |= new
    return {**tally, "troubles": found, "entries": len(before)}


def imports(*, rounds: int, size: int) -> dict[str, object]:
    """Kill an import at moments from its beginning to past its end: it was all or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return _imports(Path(folder), rounds=rounds, size=size)


def _imports(folder: Path, *, rounds: int, size: int) -> dict[str, object]:
    new_ledger()
    empty = _copy_of_ledger()
    _fill(size)
    export_to(folder)
    seconds = _seconds_of_import(empty, folder)
    found: list[str] = []
    left: list[int] = []
    for turn in reversed(range(rounds)):
        _put_in_place(empty)
        process = fork(lambda report: (report("begun"), import_from(folder), report("done")))
        process.first_report()
        time.sleep(seconds * 1.6 * turn / rounds)
        done = "done" in kill(process)
        found += troubles()
        left.append(len(entries_held()))
        if done and left[-1] != size:
            found.append("An import was reported as done, and was not.")
    again = import_from(folder)
    return {"left": left, "troubles": [*found, *troubles()], "again": again}


def _fill(size: int) -> None:
    with writing():
        for _ in range(size):
            says = Told(event=build_step())
            number = append(ENTRIES, says, corrects=None, recorded_at=MOMENT, by=1)
            append(RELEASES, says, corrects=None, takes_effect_at=MOMENT)
            Publication.objects.create(entry=number, release=number)


def _copy_of_ledger() -> str:
    connection.close()
    return beside(LEDGER).copy(LEDGER)


def _put_in_place(empty: str) -> None:
    connection.close()
    beside(LEDGER).copy(empty, LEDGER)


def _seconds_of_import(empty: str, folder: Path) -> float:
    _put_in_place(empty)
    start = time.perf_counter()
    import_from(folder)
    return time.perf_counter() - start
