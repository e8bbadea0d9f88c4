"""The website as a WSGI application, for whichever server runs it."""

import os
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
_django = get_wsgi_application()

# These want Django set up.
from django.conf import settings  # noqa: E402

from areasend.config.aside import Aside  # noqa: E402
from areasend.config.door import Door  # noqa: E402
from areasend.config.edge import Edge, in_words  # noqa: E402
from areasend.config.lasting import spare  # noqa: E402
from areasend.config.state import State  # noqa: E402
from areasend.config.turns import Turns, allowance  # noqa: E402
from areasend.config.watch import Watch  # noqa: E402
from areasend.opendata.api.description import ROOT  # noqa: E402
from areasend.opendata.api.problems import too_many  # noqa: E402
from areasend.register.asking import now, today  # noqa: E402


def _refusal(path: str, wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return what is told to whoever asks too much: programs and people each in their way."""
    return too_many(wait) if path.startswith(f"/{ROOT}") else in_words(path, wait)


def _application() -> Callable[..., object]:
    state = State(now=now, today=today)
    watch = Watch()
    edge = Edge(
        watch.leaving(Aside(_django)),
        state=state,
        wait=allowance(),
        turn=watch.leaving(Turns().taken),
        refusal=_refusal,
    )
    door = Door(
        edge,
        hosts=settings.ALLOWED_HOSTS,
        address=settings.ADDRESS,
        proxied=settings.BEHIND_A_PROXY,
    )
    return watch.over(door)


spare()
application = _application()
