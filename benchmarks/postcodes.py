"""How fast, how large and how heavy finding an area by its postcode is.

python -m benchmarks.postcodes     prints one line a measurement

The rival is what the package of postcodes offers by itself: one file for each first letter, which
must be unpacked to look a postcode up in it.
"""

import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from areasend.answers.places import find
from areasend.gazetteer import directory, index

DAY = date(2026, 11, 21)
#: Every so manyth postcode is asked for.
STEP = 1009
MEGABYTE = 1024 * 1024


class Row(NamedTuple):
    """One measurement: ours, that of the rival if it has one, and what was asked of us."""

    what: str
    ours: str
    rival: str
    ratio: str
    asked: str


def measure() -> list[Row]:
    """Return what was measured, on this machine and now."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "postcodes.sqlite3"
        began = perf_counter()
        index.build(place, directory.files())
        building = perf_counter() - began
        return [
            *_lookups(place),
            Row("Make the index", f"{building:.1f} s", "", "", "15 s"),
            Row("The index on disk", _megabytes(place.stat().st_size), *_packed(place), "100 MB"),
            Row("Memory of a process that asks", _memory(place), "", "", "150 MB"),
        ]


def _lookups(place: Path) -> Iterable[Row]:
    listed = [one for file in directory.files() for one, _ in list(directory.rows(file))[::STEP]]
    whole = _times(listed, lambda one: find(one, on=DAY, postcodes=place))
    rival = _times(listed[:: len(listed) // 10], _by_the_package)
    median, other = statistics.median(whole), statistics.median(rival)
    yield Row("A whole postcode, median", _ms(median), _ms(other), f"{other / median:.0f}", "5 ms")
    yield Row("A whole postcode, 99 in 100 within", _ms(_most(whole)), "", "", "5 ms")
    begun = _times(listed, lambda one: find(one[:4], on=DAY, postcodes=place))
    yield Row("A postcode begun, 99 in 100 within", _ms(_most(begun)), "", "", "")
    named = _times(("Dudley", "Kettering", "Cumbria", "Newport", "Kendal") * 40, _named(place))
    yield Row("A name, 99 in 100 within", _ms(_most(named)), "", "", "")


def _named(place: Path) -> Callable[[str], object]:
    return lambda words: find(words, on=DAY, postcodes=place)


def _by_the_package(postcode: str) -> object:
    (file,) = (one for one in directory.files() if one.name[10] == postcode[0])
    return next(code for one, code in directory.rows(file) if one == postcode)


def _times(asked: Sequence[str], ask: Callable[[str], object]) -> list[float]:
    ask(asked[0])
    taken = []
    for one in asked:
        began = perf_counter()
        ask(one)
        taken.append(perf_counter() - began)
    return taken


def _most(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=100)[-1]


def _packed(place: Path) -> tuple[str, str]:
    packed = sum(file.stat().st_size for file in directory.files())
    return _megabytes(packed), f"{packed / place.stat().st_size:.1f}"


def _memory(place: Path) -> str:
    """Return the most memory that a process of its own has held after asking by every way."""
    asked = [sys.executable, "-m", "benchmarks.postcodes", str(place)]
    return _megabytes(int(subprocess.check_output(asked)) * 1024)


def _ask_only(place: Path) -> int:
    for words in ("DY1 1HF", "B", "EC1", "Dudley", "Newport", "Kettring", "CF10 1AA"):
        find(words, on=DAY, postcodes=place)
    # Not getrusage: what the process that started this one held would count as ours.
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def _megabytes(size: float) -> str:
    return f"{size / MEGABYTE:.1f} MB"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write(str(_ask_only(Path(sys.argv[1]))))
    else:
        for row in measure():
            sys.stdout.write("\t".join(row) + "\n")
