"""What stands before Django, in order: the watch, the door, the edge and the turns."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from areasend.config.door import Door
from areasend.config.edge import Edge
from areasend.config.turns import Turns, allowance, refusal
from areasend.config.watch import Watch

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def website(made_by: Application, *, state: Callable[[], str], watch: Watch) -> Application:
    """Return the website as it is served, of pages that a WSGI application makes.

    Each is kept for as long as the state is the same.
    """
    edge = Edge(
        watch.leaving(made_by),
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
