"""The website beside nginx and Datasette: an area's page warm, cold and under a crawler.

Everything is asked for with wrk (`benchmarks/load.py`), over the loopback address, by as many
connections for each server; all take turns. What is missing on this machine is said in its line.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from statistics import median, quantiles
from time import sleep

from areasend.domain.areas import AREAS
from benchmarks import copies, load, servers
from benchmarks.rounds import Size, elapsed
from benchmarks.table import Asked, Line, times_as_long, under

AREA = "/areas/birmingham"
RATE = 200
#: Asked for by a crawler in a second: more than ten times as many as are answered.
CRAWLED = 50
_UNTIL_WARM = 20
_UNTIL_STEADY = 4
_ONE_IN = 8
_ANY_PAST = [date(2016, 6, 1) + timedelta(days=n) for n in range(3800)]
#: At least half as many requests a second take at most twice as long each.
HALF = times_as_long(2)
WITHIN_A_TENTH = times_as_long(1.1)


def lines(ledger: str, size: Size) -> Iterator[Line]:
    """Yield what the website does, a line for each thing that was asked of it."""
    try:
        yield from _lines(ledger, size)
    except (load.UnableToLoad, servers.NotInstalled) as error:
        yield Line(what=f"the website: {error}", ours=None)


def _lines(ledger: str, size: Size) -> Iterator[Line]:
    with ExitStack() as open_while:
        website = open_while.enter_context(servers.ours(ledger))
        yield from _cold(website, size)
        many = open_while.enter_context(copies.of(ledger, number=size.copies))
        grown = open_while.enter_context(servers.ours(many))
        body = servers.page(website + AREA)
        rivals, missing = _rivals(open_while, ledger, body)
        rates = _in_turn(website, {"grown": (grown, AREA), **rivals}, size)
        yield from _warm(rates, missing, size)
        yield from _steady(website, size)


def _rivals(
    open_while: ExitStack, ledger: str, body: bytes
) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Start the rivals, and return where each is asked; and why one could not be started."""
    plain = open_while.enter_context(copies.of(ledger))
    started: dict[str, tuple[str, str]] = {}
    missing: dict[str, str] = {}
    for name, path, server in (
        ("nginx", AREA, servers.nginx(AREA, body)),
        ("Datasette", "/ledger/release_text/30", servers.datasette(plain)),
    ):
        try:
            started[name] = (open_while.enter_context(server), path)
        except servers.NotInstalled as error:
            missing[name] = str(error)
    if "nginx" in started and servers.page(started["nginx"][0] + AREA) != body:
        raise load.UnableToLoad("nginx does not serve the same bytes")
    return started, missing


def _in_turn(website: str, others: dict[str, tuple[str, str]], size: Size) -> dict[str, float]:
    """Return the answers a second of each server, the median of rounds in which all take turns."""
    every = {"ours": (website, AREA), **others}
    for address, path in every.values():
        # Each of the processes makes its own.
        for _ in range(_UNTIL_WARM):
            servers.page(address + path)
    asked: dict[str, Callable[[], float]] = {
        name: lambda where=where: _rate(*where, size) for name, where in every.items()
    }
    asked["crawled"] = lambda: _rate_while_crawled(website, size)
    found = [{name: deed() for name, deed in asked.items()} for _ in range(size.rounds)]
    return {name: median(one[name] for one in found) for name in asked}


def _rate(website: str, path: str, size: Size) -> float:
    return load.at_full_speed(website, [path], seconds=size.seconds).per_second


def _rate_while_crawled(website: str, size: Size) -> float:
    days = random.sample(_ANY_PAST, 400)
    past = [f"/areas/{random.choice(list(AREAS))}?as-at={day}" for day in days]
    seconds = _UNTIL_STEADY + size.seconds + 5
    with load.meanwhile(website, past, seconds=seconds, rate=CRAWLED):
        # At first more is answered than goes on to be.
        sleep(_UNTIL_STEADY)
        return _rate(website, AREA, size)


def _warm(rates: dict[str, float], missing: dict[str, str], size: Size) -> Iterator[Line]:
    ours = rates["ours"]
    what = f"an area's page, warm: {ours:,.0f} a second"
    for name, words, asked in (
        ("nginx", "nginx, the same bytes", HALF),
        ("Datasette", "Datasette, one row", None),
    ):
        if name in rates:
            yield _beside(what, ours, f"{words}: {rates[name]:,.0f} a second", rates[name], asked)
        else:
            yield Line(what=what, ours=1 / ours, rival=missing[name])
    for name, words in (
        ("grown", f"with {size.copies} copies of every area"),
        ("crawled", f"while {CRAWLED} past days a second are asked for"),
    ):
        there = f"an area's page, warm, {words}: {rates[name]:,.0f} a second"
        yield _beside(there, rates[name], "without", ours, WITHIN_A_TENTH)


def _beside(what: str, ours: float, rival: str, theirs: float, asked: Asked | None) -> Line:
    return Line(what=what, ours=1 / ours, rival=rival, theirs=1 / theirs, asked=asked)


def _cold(website: str, size: Size) -> Iterator[Line]:
    """Yield what a page takes that nobody asked for before, on a server that just started."""
    first, *rest = [f"/areas/{slug}" for slug in AREAS]
    yield Line(
        what="the first page of a server that just started",
        ours=elapsed(lambda: servers.page(website + first)),
    )
    # What both processes share is made by the next few; of what is measured, nothing was asked.
    for _ in range(4):
        servers.page(website + rest.pop())
    took = [elapsed(lambda path=path: servers.page(website + path)) for path in rest[: size.cold]]
    yield Line(what="an area's page, cold", ours=median(took), asked=under(0.1))
    most = quantiles(took, n=100)[-1]
    yield Line(what="an area's page, cold, 99 in 100 within", ours=most, asked=under(0.1))


def _steady(website: str, size: Size) -> Iterator[Line]:
    paths = [f"/areas/{slug}" for slug in list(AREAS)[::_ONE_IN]]
    for path in paths * _UNTIL_WARM:
        servers.page(website + path)
    found = load.at_a_rate(website, paths, seconds=2 * size.seconds, rate=RATE)
    yield Line(
        what=f"areas' pages, warm, at {found.per_second:.0f} a second, 99 in 100 within",
        ours=found.most,
        asked=under(0.05),
    )
