"""How fast, how large and how heavy finding an area by its postcode is.

The rival is what the package of postcodes offers by itself: one file for each first letter, which
must be unpacked to look a postcode up in it.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles

from areasend.answers.places import find
from areasend.gazetteer import directory, index
from benchmarks import ledgers
from benchmarks.rounds import Size, elapsed
from benchmarks.table import MEGABYTE, Line, at_most, room, under

DAY = date(2026, 11, 21)
#: Every so manyth postcode is asked for, and of those so many of the rival.
STEP, FEW = 1009, 10
NAMES = ("Dudley", "Kettering", "Cumbria", "Newport", "Kendal") * 40


def lines(size: Size) -> Iterator[Line]:
    """Yield what the index of postcodes takes to make, to keep and to ask."""
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        place, files = Path(folder) / "postcodes.sqlite3", directory.files()[: size.letters]
        made = elapsed(lambda: index.build(place, files))
        yield from _lookups(place, files)
        yield Line(what="the index of postcodes, made", ours=made, asked=under(15))
        yield Line(
            what="the index on disk",
            ours=place.stat().st_size,
            rival="the package's files",
            theirs=sum(file.stat().st_size for file in files),
            asked=at_most(100 * MEGABYTE),
            said=room,
        )
        yield Line(
            what="memory of a process that asks it",
            ours=int(ledgers.run("", "-m", "benchmarks.postcodes", str(place))) * 1024,
            asked=at_most(150 * MEGABYTE),
            said=room,
        )


def _lookups(place: Path, files: Sequence[Path]) -> Iterator[Line]:
    def ask(words: str) -> object:
        return find(words, on=DAY, postcodes=place)

    listed = [one for file in files for one, _ in list(directory.rows(file))[::STEP]]
    whole = _times(listed, ask)
    yield Line(
        what="a whole postcode",
        ours=median(whole),
        rival="unpacking the package's file",
        theirs=median(_times(listed[:: len(listed) // FEW or 1], _by_the_package)),
        asked=under(0.005),
    )
    most = "99 in 100 within"
    yield Line(what=f"a whole postcode, {most}", ours=_most(whole), asked=under(0.005))
    begun = _times([one[:4] for one in listed], ask)
    yield Line(what=f"a postcode begun, {most}", ours=_most(begun))
    yield Line(what=f"a name, {most}", ours=_most(_times(NAMES, ask)))


def _by_the_package(postcode: str) -> object:
    (file,) = (one for one in directory.files() if one.name[10] == postcode[0])
    return next(code for one, code in directory.rows(file) if one == postcode)


def _times(asked: Sequence[str], ask: Callable[[str], object]) -> list[float]:
    ask(asked[0])
    return [elapsed(lambda one=one: ask(one)) for one in asked]


def _most(taken: list[float]) -> float:
    return quantiles(taken, n=100)[-1]


def _ask_only(place: Path) -> int:
    """Ask by every way, and return the most memory that this process has held, in kilobytes."""
    for words in ("DY1 1HF", "B", "EC1", "Dudley", "Newport", "Kettring", "CF10 1AA"):
        find(words, on=DAY, postcodes=place)
    # Not getrusage: what the process that started this one held would count as ours.
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


if __name__ == "__main__":
    print(_ask_only(Path(sys.argv[1])))
