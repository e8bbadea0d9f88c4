"""The website as a WSGI application, for whichever server runs it."""

import os
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application

from areasend.register.server import hear_the_server_alone

hear_the_server_alone()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
_django = get_wsgi_application()

# These want Django set up.
from django.conf import settings  # noqa: E402

from areasend.config.aside import Aside  # noqa: E402
from areasend.config.door import Door  # noqa: E402
from areasend.config.edge import Edge  # noqa: E402
from areasend.config.lasting import spare  # noqa: E402
from areasend.config.late import late  # noqa: E402
from areasend.config.state import State  # noqa: E402
from areasend.config.turns import Turns, allowance, refusal  # noqa: E402
from areasend.config.watch import Watch  # noqa: E402
from areasend.register.asking import now, today  # noqa: E402


def _application() -> Callable[..., object]:
    state = State(now=now, today=today)
    watch = Watch()
    edge = Edge(
        watch.leaving(Aside(_django, late=late)),
        state=state,
        wait=allowance(),
        turn=watch.leaving(Turns().taken),
        refusal=refusal,
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
