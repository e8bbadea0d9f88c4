"""What every public page depends on, and nothing else: the build, the public chain, the day."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from time import monotonic

from areasend.ledger.following import Following

_PACKAGE = Path(__file__).parents[1]
#: Seconds for which the chain is not asked again: how long a release may take to be seen.
_FOR = 1.0


@cache
def build() -> str:
    """Return what tells this build from another: a digest of all that the package holds."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _PACKAGE.rglob("*") if path.is_file()):
        if "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(_PACKAGE)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class State:
    """The state of the website, asked of the database at most once a second."""

    def __init__(self, *, now: Callable[[], datetime], today: Callable[[], date]) -> None:
        self._now, self._today = now, today
        self._reached = Following()
        self._asked, self._is = float("-inf"), ""
        self._lock = Lock()

    def __call__(self) -> str:
        """Return the state: equal as long as every page of the present day is."""
        # One asks, and the others go on with what was found last; at first they wait for it.
        if monotonic() - self._asked > _FOR and self._lock.acquire(blocking=not self._is):
            try:
                self._is = self._found()
                self._asked = monotonic()
            finally:
                self._lock.release()
        return self._is

    def _found(self) -> str:
        last = self._reached(known_at=self._now()).number
        return f"{build()[:16]}-{last}-{self._today():%Y%m%d}"
