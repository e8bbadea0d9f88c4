"""What the website's edge takes to answer, without a server: a process with the site's settings."""

import json
import os
import sys
from functools import cache
from itertools import count
from typing import Any

from benchmarks.rounds import elapsed, medians

LIST = "/api/v1/areas?limit=200"
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "areasend.config.site",
    "AREASEND_HTTPS": "off",
    "AREASEND_SECRET": "it guards nothing",
}
#: Requests of one after the other in a round.
TIMES = 20


def measured(rounds: int) -> list[float]:
    """Return what an answer worked out anew, one that is kept and a 304 take, in seconds."""
    os.environ.update(SETTINGS)
    from django.core.wsgi import get_wsgi_application

    django = get_wsgi_application()
    # Only now that Django is set up.
    from areasend.config.edge import Edge

    state = count()
    anew = Edge(django, state=lambda: str(next(state)), wait=lambda *_: 0)
    kept = Edge(django, state=lambda: "one", wait=lambda *_: 0)
    tag = _ask(kept)["ETag"]
    return medians(
        [
            lambda: elapsed(lambda: _ask(anew)),
            lambda: elapsed(lambda: [_ask(kept) for _ in range(TIMES)]) / TIMES,
            lambda: elapsed(lambda: [_ask(kept, tag) for _ in range(TIMES)]) / TIMES,
        ],
        rounds=rounds,
    )


def _ask(edge: Any, tag: str = "") -> dict[str, str]:
    """Ask for the list of areas and return the headers of the answer."""
    told: dict[str, str] = {}
    environ = {**_environ(), "HTTP_IF_NONE_MATCH": tag, "HTTP_ACCEPT_ENCODING": "br"}
    b"".join(edge(environ, lambda _status, headers: told.update(headers)))
    return told


@cache
def _environ() -> dict[str, Any]:
    from django.test import RequestFactory

    environ: dict[str, Any] = RequestFactory(headers={"host": "localhost"}).get(LIST).environ
    return environ


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]))))
