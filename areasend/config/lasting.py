"""Spares pages the time in which all that a process holds is looked through for garbage.

The record as it was read, the templates and the code are most of it, and last. To look at them
anew takes a twentieth of a second, in which no page is answered, several times while the first
pages are made.
"""

import gc
from typing import Any

_WHOLE = 2  # the oldest of the collector's generations


def spare() -> None:
    """Have what outlived a whole collection not be looked at again."""
    if _spare not in gc.callbacks:
        gc.callbacks.append(_spare)


def _spare(phase: str, told: dict[str, Any]) -> None:
    # What nothing refers to any more is freed all the same: only of rings that were alive at that
    # moment would something stay, which of requests is a few at most.
    if phase == "stop" and told["generation"] == _WHOLE:
        gc.freeze()
