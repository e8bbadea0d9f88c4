"""The worker: looks what there is to do, puts it into the queue, and runs what the queue holds."""

import signal
import sys
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from secrets import token_hex

from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from areasend.post import outbox, runs
from areasend.post.rhythms import Rhythm
from areasend.register.alerts import tasks
from areasend.register.asking import now

_SWEPT_EVERY = timedelta(hours=1)
#: Jobs that ended are kept so long; one that runs longer was killed.
_KEPT = timedelta(days=1)


#: A job, and whether it is due at a moment.
Due = tuple[Task[[], int], Callable[[datetime], bool]]


def work(*, every: float, once: bool, also: Iterable[Due] = ()) -> None:
    """Do what there is to do, and look again `every` so many seconds; `once`, until all is done.

    `also` are jobs of other faces.
    """
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: tasks.STOPPING.set())
    agenda = Agenda(also)
    while not tasks.STOPPING.is_set():
        asked = agenda.put_into_queue(at=now())
        went_well = _run_queue() if asked else True
        if once and (not asked or not went_well):
            return
        if not asked or not went_well:
            tasks.STOPPING.wait(every)


class Agenda:
    """What there is to do. To look writes nothing, so that an idle worker leaves the disk alone."""

    def __init__(self, also: Iterable[Due] = ()) -> None:
        self._swept: datetime | None = None
        self._due: tuple[Due, ...] = (
            (tasks.sweep, self._sweep_is_due),
            (tasks.compose, runs_are_due),
            (tasks.send, lambda at: outbox.waiting(at=at)),
            *also,
        )

    def put_into_queue(self, *, at: datetime) -> int:
        """Put each job into the queue that is due and not there yet; return how many are due."""
        due = [job for job, is_due in self._due if is_due(at)]
        waiting = set(DBTaskResult.objects.ready().values_list("task_path", flat=True))
        for job in due:
            if job.module_path not in waiting:
                job.enqueue()
        return len(due)

    def _sweep_is_due(self, at: datetime) -> bool:
        if self._swept and at - self._swept < _SWEPT_EVERY:
            return False
        self._swept = at
        # What a killed worker left as running, and what has ended: nothing depends on it.
        DBTaskResult.objects.filter(enqueued_at__lt=at - _KEPT).exclude(
            status=TaskResultStatus.READY
        ).delete()
        return True


def runs_are_due(at: datetime) -> bool:
    """Return whether a run has fallen due, or was begun and is not in the outbox yet."""
    return bool(runs.begun()) or any(runs.is_due(rhythm, now=at) for rhythm in Rhythm)


def _run_queue() -> bool:
    """Run what the queue holds, and return whether all of it went well."""
    failed = DBTaskResult.objects.failed()
    before = failed.count()
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=token_hex(8),
        excluded_queue_names=[],
    ).run()
    DBTaskResult.objects.successful().delete()
    if failed.count() == before:
        return True
    last = failed.order_by("finished_at").last()
    sys.stderr.write(
        f"areasend worker: a job failed: {last.exception_class_path if last else ''}\n"
    )
    return False
