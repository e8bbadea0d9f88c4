"""Several programs write at once while others read."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from areasend.ledger import releases
from areasend.ledger.models import Entry
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.forking import Report, entries_held, fork, new_ledger, now, tell, troubles

CORRECTOR = 9


def write_and_read(*, writers: int, each: int) -> dict[str, object]:
    """Let writers record, another correct one event again and again, and two readers look on."""
    new_ledger()
    first = tell(by=CORRECTOR, area="kent")
    with tempfile.TemporaryDirectory() as folder:
        stop = Path(folder) / "stop"
        readers = [fork(looking_on(stop)) for _ in range(2)]
        at_work = [fork(recording(each, by=by)) for by in range(1, writers + 1)]
        at_work.append(fork(correcting(first, each)))
        written = [process.all_reports() for process in at_work]
        stop.touch()
        seen = [line for reader in readers for line in reader.all_reports()]
    return {
        "written": written,
        "held": [held_by(by) for by in (*range(1, writers + 1), CORRECTOR)],
        "entries": len(entries_held()),
        "looks": len(seen),
        "troubles": troubles() + [line for line in seen if line != "whole"],
    }


def recording(each: int, *, by: int) -> Callable[[Report], object]:
    # Every second writer looks at the clock before it waits for its turn, as people would.
    return lambda report: [report(tell(by=by, looks_first=by % 2 == 0)) for _ in range(each)]


def correcting(number: int, each: int) -> Callable[[Report], None]:
    def correct(report: Report) -> None:
        last = number
        for _ in range(each):
            last = tell(by=CORRECTOR, area="kent", corrects=last)
            report(last)

    return correct


def looking_on(stop: Path) -> Callable[[Report], None]:
    """Look until told to stop: both chains hold, and the corrected event is always there once."""

    def look(report: Report) -> None:
        while not stop.exists():
            faults = verify().faults
            kent = releases.events(known_at=now())["kent"]
            whole = not faults and kent == (build_step(area="kent"),)
            report("whole" if whole else f"Seen: {faults} {kent}")
            time.sleep(0.02)

    return look


def held_by(by: int) -> list[str]:
    numbers = Entry.objects.filter(by=by).order_by("number").values_list("number", flat=True)
    return [str(number) for number in numbers]
