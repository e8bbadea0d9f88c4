"""Real processes at a real file. They are forked, so that they start in no time."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.management import call_command
from django.db import connection

from areasend.ledger import entries, releases
from areasend.ledger.models import Entry, Publication
from areasend.ledger.rows import writing
from areasend.ledger.verifying import verify
from tests.builders import build_step

Report = Callable[[object], None]


def new_ledger() -> None:
    call_command("migrate", verbosity=0)


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  these processes stand in for the faces


@dataclass(frozen=True)
class Process:
    """A process at work, and where what it reports can be read."""

    number: int
    reports: int

    def first_report(self) -> str:
        return os.read(self.reports, 100).decode()

    def all_reports(self) -> list[str]:
        """Wait until the process has ended, and return what it reported since."""
        with os.fdopen(self.reports) as file:
            lines = file.read().splitlines()
        os.waitpid(self.number, 0)
        return lines


def fork(deed: Callable[[Report], object]) -> Process:
    """Start a process that does a deed and reports as it goes on."""
    connection.close()
    readable, writable = os.pipe()
    process = os.fork()
    if process:
        os.close(writable)
        return Process(process, readable)
    with _ending_here(writable) as report:
        deed(report)
    raise AssertionError("a child never comes back")


@contextmanager
def _ending_here(writable: int) -> Iterator[Report]:
    def report(what: object) -> None:
        os.write(writable, f"{what}\n".encode())

    try:
        yield report
    except BaseException as trouble:
        report(repr(trouble))
    finally:
        connection.close()
        os._exit(0)


def tell(
    *, by: int, area: str = "dudley", corrects: int | None = None, looks_first: bool = False
) -> int:
    """Record and release in one transaction; whoever `looks_first` at the clock then waits."""
    looked = now()
    event, reason = build_step(area=area), "Again." if corrects else ""
    with writing():
        at = looked if looks_first else now()
        number = entries.record(event, by=by, at=at, corrects=corrects, reason=reason)
        releases.release(number, takes_effect_at=at, now=at)
    return number


def entries_held() -> list[int]:
    return list(Entry.objects.order_by("number").values_list("number", flat=True))


def troubles() -> list[str]:
    """Open the ledger, and return whatever is not as it should be."""
    _wait_for_the_killed()
    state, held = verify(), entries_held()
    published = list(Publication.objects.order_by("entry").values_list("entry", "release"))
    connection.close()
    found = [str(fault) for fault in state.faults]
    if held != list(range(1, len(held) + 1)):
        found.append(f"There are gaps: {held}")
    if published != [(number, number) for number in held]:
        found.append(f"Half of something was written: {len(held)} entries, {published}")
    return found


def _wait_for_the_killed() -> None:
    """A server may still be busy with the last words of a program that was killed."""
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if not cursor.fetchone()[0]:
                return
        time.sleep(0.005)
