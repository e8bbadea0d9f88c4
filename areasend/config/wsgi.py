"""The website as a WSGI application, for whichever server runs it."""

import os
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
_django = get_wsgi_application()


def _may_ask() -> Callable[[str], bool]:
    """Return whether someone may now ask for a page that is worked out for them alone.

    Counted in this process's memory, by address and in all; nothing of it is written anywhere.
    Two a second are worked out in a twentieth of a processor's time, which whoever reads plain
    pages does not feel; over four seconds, because people follow links in bursts.
    """
    counted = MovingWindowRateLimiter(MemoryStorage())
    one, all_ = parse("8 per 4 seconds"), parse("12 per 4 seconds")
    return lambda who: counted.hit(one, "one", who) and counted.hit(all_, "all")


def _application() -> Callable[..., object]:
    # These want Django set up.
    from areasend.config.edge import Edge
    from areasend.config.state import State
    from areasend.register.asking import now, today

    return Edge(_django, state=State(now=now, today=today), may_ask=_may_ask())


application = _application()
