"""Every download of open data, built from cold; and an event of them when there is much more of it.

`python -m benchmarks.downloads fill COPIES` adds so many copies of every area and all that was
released of it to the ledger that AREASEND_DATABASE names; `build COPIES FOLDER` builds a release of
the data from it and prints what it took, as JSON: processor time in seconds, and memory in bytes.
"""

import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from areasend.config.command import start
from benchmarks import ledgers
from benchmarks.rounds import Size
from benchmarks.table import MEGABYTE, Line, at_most, room, times_as_long, under

#: The day as at which the files are.
DAY = date(2026, 11, 21)
_AT_ONCE = 2000
_KILOBYTE = 1024


def lines(ledger: str, size: Size) -> Iterator[Line]:
    """Yield what the nation's files take, and what an event takes with many copies of the record.

    Built once each: it takes long enough not to depend on the moment. What is copied is all that
    was released; context figures, which nobody releases, stay as many as they are.
    """
    once, many = _built(ledger, 1), _built(ledger, size.records)
    yield Line(what=f"every download, {once['files']} files", ours=once["took"], asked=under(20))
    yield Line(
        what="memory of a process that builds them",
        ours=once["memory"],
        asked=at_most(300 * MEGABYTE),
        said=room,
    )
    yield Line(
        what=f"an event in every download, with {size.records} copies of every area",
        ours=many["took"] / many["events"],
        rival=f"with one (memory with all: {room(many['memory'])})",
        theirs=once["took"] / once["events"],
        asked=times_as_long(1),
    )


def _built(ledger: str, copies: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        filled = str(Path(folder) / "ledger.sqlite3")
        with closing(sqlite3.connect(ledger)) as held, closing(sqlite3.connect(filled)) as other:
            held.backup(other)
        ledgers.run(filled, "-m", "benchmarks.downloads", "fill", str(copies))
        words = ("-m", "benchmarks.downloads", "build", str(copies), f"{folder}/data")
        found: dict[str, float] = json.loads(ledgers.run(filled, *words))
        return found


def fill(copies: int) -> None:
    """Release every event again for each copy of its area, in the chain's own form."""
    from areasend.ledger import rows
    from areasend.ledger.models import ReleaseText

    texts = list(ReleaseText.objects.order_by("number").values_list("area", "text"))
    last = rows.last(rows.RELEASES)
    copied = ((area, text, copy) for copy in range(1, copies) for area, text in texts)
    coming: list[tuple[dict[str, object], dict[str, object]]] = []
    with rows.writing():
        for area, text, copy in copied:
            link, said = _row(last, f"{area}-{copy}", _renamed(text, area, copy))
            coming.append((link, said))
            last = rows.Last(int(link["number"]), last.moment, str(link["hash"]))
            if len(coming) == _AT_ONCE:
                rows.insert(rows.RELEASES, coming)
                coming.clear()
        rows.insert(rows.RELEASES, coming)


def _row(last: object, area: str, text: str) -> tuple[dict[str, object], dict[str, object]]:
    from areasend.ledger import chain, rows

    salt = "0" * 32
    link = {
        "number": last.number + 1,
        "takes_effect_at": last.moment,
        "corrects": None,
        "digest": chain.digest(salt, text),
        "previous": last.hash,
    }
    said = {"number": link["number"], "area": area, "salt": salt, "text": text}
    return {**link, "hash": rows.RELEASES.hash(link)}, said


def _renamed(text: str, area: str, copy: int) -> str:
    for before, after in ((f'"{area}"', f'"{area}-{copy}"'), (f'"{area}/', f'"{area}-{copy}/')):
        text = text.replace(before, after)
    return text


def build(copies: int, folder: Path) -> dict[str, float]:
    """Build a release of the data, and return what it took and how much there was."""
    from areasend.answers.asked import Asked
    from areasend.ledger.models import Release
    from areasend.opendata import building

    _copy_areas(copies)
    began = time.process_time()
    built = building.build(folder, Asked(DAY, ledgers.NOW))
    return {
        "took": time.process_time() - began,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE,
        "files": len(list(built.path.iterdir())),
        "events": Release.objects.count(),
    }


def _copy_areas(copies: int) -> None:
    """Let there be so many of every area, each under a name of its own, for this process."""
    from areasend.domain.areas import atlas
    from areasend.domain.areas.loading import Tables, read

    held = read()
    every = {
        f"{slug}-{copy}": replace(area, slug=f"{slug}-{copy}", name=f"{area.name} {copy}")
        for copy in range(1, copies)
        for slug, area in held.areas.items()
    }
    atlas.read = lambda: Tables(areas={**held.areas, **every}, changes=held.changes)
    # Starting may have read them already.
    for once in vars(atlas).values():
        if callable(getattr(once, "cache_clear", None)) and once is not read:
            once.cache_clear()


if __name__ == "__main__":
    start()
    what, number, *where = sys.argv[1:]
    if what == "fill":
        fill(int(number))
    else:
        print(json.dumps(build(int(number), Path(*where))))
