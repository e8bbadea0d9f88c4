"""What the worker does for the rooms: each week, an update from the published sources.

It is a process of its own, with the rooms' settings, because it takes longer than any mail may
wait. That it is due is read from the rounds: a week that was missed is caught up with once.
"""

import subprocess
import sys
from datetime import datetime, timedelta

from django.conf import settings
from django_tasks import task

from areasend.post.rhythms import Rhythm, falls_due, last_due
from areasend.visiting import rounds
from areasend.visiting.sources import UnableToReadSources, read_sources

#: An update that could not begin is not tried again sooner.
_NOT_BEFORE = timedelta(hours=1)


class Weekly:
    """The update of each week, where a contact is named and until it is under way."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._begun: datetime | None = None

    def is_due(self, at: datetime) -> bool:
        """Return whether a source waits to be visited, and nobody was sent lately."""
        if not settings.CONTACT or (self._process and self._process.poll() is None):
            return False
        if self._begun and at - self._begun < _NOT_BEFORE:
            return False
        try:
            _, sources = read_sources(settings.SOURCES)
        except UnableToReadSources:
            return False
        since = falls_due(last_due(Rhythm.WEEKLY, now=at))
        if not rounds.are_due([one.name for one in sources], since=since):
            return False
        self._begun = at
        return True

    def begin(self) -> int:
        """Begin an update in a process of its own, and return that process's number."""
        command = [sys.executable, "-m", "areasend", "update"]
        self._process = subprocess.Popen(command)  # noqa: S603  ourselves
        return self._process.pid


_WEEKLY = Weekly()


@task()
def update() -> int:
    """Begin an update; two never run at once."""
    return _WEEKLY.begin()


WEEKLY_UPDATE = (update, _WEEKLY.is_due)
