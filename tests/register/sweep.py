"""Walks every address of the website and says what is amiss: `make sweep`.

Every page is looked at in Chromium with axe, at both widths, weighed, and searched for a second
heading, a cookie, names of people, small numbers, and words planted in facts that are not
released; every link within the site is followed, to its place on the page. `--every 10` looks at
one page in ten in Chromium; all the rest is done for every page all the same.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.site_settings"
_SOURCES = re.compile(r'(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_HOST = "http://localhost"
_STRIDE = 20


class Sweep:
    """What was found by now, and of how many."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.found: list[tuple[str, str, str]] = []
        self.pages: dict[str, str] = {}
        self.ids: dict[str, frozenset[str]] = {}

    def say(self, what: str, address: str, faults: list[str]) -> None:
        """Count one thing tried and keep what is amiss in it."""
        self.tried[what] += 1
        self.found += [(what, address, fault) for fault in faults]

    @property
    def table(self) -> str:
        """What was tried, how often, and how many findings; then each finding."""
        counts = Counter(what for what, *_ in self.found)
        lines = [f"{what:<44}{self.tried[what]:>8,}{counts[what]:>10,}" for what in self.tried]
        each = [f"{what}: {address}: {fault}" for what, address, fault in self.found]
        return "\n".join([f"{'What':<44}{'Tried':>8}{'Findings':>10}", *lines, *each])


def addresses() -> list[str]:
    """Return every address: of each page, and of each choice of each filter."""
    from areasend.opendata.addresses import addresses as of_opendata
    from areasend.register.addresses import addresses as plain
    from areasend.register.addresses import queries
    from tests.asking import asked

    own = (*plain(asked=asked()), *queries(asked=asked()), "/report?about=/areas/dudley")
    return [*own, *of_opendata()]


def read(sweep: Sweep, every: list[str]) -> None:
    """Ask for every address and search what comes."""
    from django.test import Client

    from tests.register.lookout import people, people_in, small_numbers_in
    from tests.register.planting import SCHEDULED, UNRELEASED

    planted = (UNRELEASED, SCHEDULED)
    site = Client(headers={"host": "localhost"})
    for address in every:
        answer = site.get(address)
        sweep.pages[address] = text = answer.content.decode()
        sweep.say("Answered, without a cookie", address, list(_unsound(answer)))
        if "text/html" in answer.headers["Content-Type"]:
            sweep.say("One title, one first heading", address, list(_headless(text)))
        sweep.say("Nothing unreleased", address, [one for one in planted if one in text.casefold()])
        if people():
            sweep.say(f"None of {len(people())} names", address, people_in(text))
        if address.startswith("/areas/"):
            slug = address.removeprefix("/areas/")
            sweep.say("No small number", address, small_numbers_in(text, slug))


def _unsound(answer: object) -> Iterator[str]:
    if answer.status_code != 200:  # type: ignore[attr-defined]
        yield f"answers {answer.status_code}"  # type: ignore[attr-defined]
    if "Set-Cookie" in answer.headers:  # type: ignore[attr-defined]
        yield "sets a cookie"


def _headless(text: str) -> Iterator[str]:
    if not re.search(r"<title>\S[^<]+ – areasend</title>", text):
        yield "has no title of its own"
    if (headings := len(re.findall(r"<h1[ >]", text))) != 1:
        yield f"has {headings} first headings"


def follow(sweep: Sweep) -> None:
    """Follow every link within the site from every page, each to its place."""
    behind: dict[str, str] = {}
    for address, text in sweep.pages.items():
        for link in _SOURCES.findall(text):
            target = urljoin(_HOST + address, unescape(link))
            if target.startswith(f"{_HOST}/"):
                behind.setdefault(target.removeprefix(_HOST), address)
            else:
                sweep.say("Links away lead to addresses of the web", address, _odd(target))
    for target, address in behind.items():
        sweep.say("Links within, to their place", address, list(_broken(sweep, target)))


def _odd(target: str) -> list[str]:
    """Return a fault for what is no address of the web. None is asked for: tests stay at home."""
    return [] if urlsplit(target).scheme in {"https", "http"} else [f"leads to {target}"]


def _broken(sweep: Sweep, target: str) -> Iterator[str]:
    address, _, place = target.partition("#")
    if address not in sweep.ids:
        sweep.ids[address] = _ids_of(sweep, address)
    if not sweep.ids[address]:
        yield f"leads to {address}, which is not there"
    elif place and place not in sweep.ids[address]:
        yield f"leads to {target}, of which the place is not there"


def _ids_of(sweep: Sweep, address: str) -> frozenset[str]:
    """Return the places on what an address leads to, "" among them; nothing if it is not there."""
    from django.test import Client

    text = sweep.pages.get(address)
    if text is None:
        answer = Client(headers={"host": "localhost"}).get(address, follow=True)
        if answer.status_code != 200:
            return frozenset()
        # What is read as a stream is a file, which has no places.
        text = "" if answer.streaming else answer.content.decode("utf-8", "replace")
    return frozenset(["", *_ID.findall(text)])


def look(sweep: Sweep, every: list[str], ledger: str) -> None:
    """Look at pages in Chromium, until there are no more or somebody stops it (Ctrl-C)."""
    from tests.register import serving
    from tests.register.looking import amiss

    with serving.website(AREASEND_DATABASE=ledger) as website, serving.chromium() as browser:
        for number, address in enumerate(every):
            if number % 50 == 0:
                sys.stderr.write(f"Looked at {number} of {len(every)} pages\n")
            try:
                found = amiss(browser, website, address)
            except KeyboardInterrupt:
                sys.stderr.write("Stopped here: what was found by now follows\n")
                return
            sweep.say("Axe, width and weight, at 320 and 1280", address, found)


def _spread(pages: list[str]) -> list[str]:
    """Return pages in an order in which the first few are already of every kind."""
    return [one for start in range(_STRIDE) for one in pages[start::_STRIDE]]


def main(step: int) -> int:
    """Sweep, print what was found and return how to end."""
    from benchmarks import ledgers

    with ledgers.in_a_file() as ledger:
        os.environ["AREASEND_DATABASE"] = ledger
        import django

        django.setup()
        from tests.register.planting import plant_what_nobody_may_see

        plant_what_nobody_may_see()
        sweep, every = Sweep(), addresses()
        read(sweep, every)
        follow(sweep)
        look(sweep, _spread([one for one in every if not Path(one).suffix][::step]), ledger)
    print(sweep.table)  # noqa: T201  that is what it is for
    return 1 if sweep.found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[-1]) if "--every" in sys.argv else 1))
