"""The website as a WSGI application, for whichever server runs it."""

import os
from collections.abc import Callable
from math import ceil

from django.core.wsgi import get_wsgi_application
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
_django = get_wsgi_application()

# These want Django set up.
from areasend.config.edge import Edge, in_words  # noqa: E402
from areasend.config.state import State  # noqa: E402
from areasend.opendata.api.description import ROOT  # noqa: E402
from areasend.opendata.api.problems import too_many  # noqa: E402
from areasend.register.asking import now, today  # noqa: E402


def _wait() -> Callable[[str], int]:
    """Return for how many seconds someone may ask for nothing worked out for them alone, if any.

    Counted in this process's memory, by address and in all; nothing of it is written anywhere.
    Two a second are worked out in a twentieth of a processor's time, which whoever reads plain
    pages does not feel; over four seconds, because people follow links in bursts.
    """
    counted = MovingWindowRateLimiter(MemoryStorage())
    limits = (parse("8 per 4 seconds"), "one"), (parse("12 per 4 seconds"), "all")

    def wait(who: str) -> int:
        for limit, what in limits:
            names = (what, who) if what == "one" else (what,)
            if not counted.hit(limit, *names):
                again = counted.get_window_stats(limit, *names).reset_time
                return max(1, ceil(again - now().timestamp()))
        return 0

    return wait


def _refusal(path: str, wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return what is told to whoever asks too much: programs and people each in their way."""
    return too_many(wait) if path.startswith(f"/{ROOT}") else in_words(path, wait)


def _application() -> Callable[..., object]:
    state = State(now=now, today=today)
    return Edge(_django, state=state, wait=_wait(), refusal=_refusal)


application = _application()
