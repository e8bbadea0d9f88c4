"""How exactly, how fast and how heavily reports are read.

`python -m benchmarks.reading` prints how many fields of the reports in the folder that
AREASEND_LETTERS names agree with its `expected.json`. Times are those of one core, every document
opened anew. The first rival is PDFium giving the text of the same pages and nothing else; the
second is the usual way, PyMuPDF's text and regular expressions for the outcome and the days alone,
which is measured where somebody has installed it (it is AGPL, so no list of ours does).
"""

import gc
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

import pypdfium2
from tabulate import tabulate

from areasend.reading.kinds import read_letter
from areasend.reading.workers import read_all
from benchmarks import ledgers
from benchmarks.rounds import Size, elapsed, medians, processor_time
from benchmarks.table import MEGABYTE, Line, at_most, room, times_as_fast, times_as_long

_FOLDER = "AREASEND_LETTERS"
#: As the command line and its workers have it.
_SELDOM = 200_000
_ROUNDS_ON_CORES = 3
_OUTCOME = re.compile(r"typically\s+lead|inconsistent\s+experiences|systemic\s+failings")
_DAYS = re.compile(r"Inspection\s+dates?:\s*([^\n]+)")


def letters() -> list[Path]:
    """Return the reports to read, none where nothing names a folder."""
    folder = os.environ.get(_FOLDER)
    return sorted(Path(folder).glob("*.pdf")) if folder else []


def lines(size: Size) -> Iterator[Line]:
    """Yield what reading takes of time and memory, and what more cores give."""
    paths = letters()
    if not paths:
        return
    documents = [path.read_bytes() for path in paths]
    yield from _speed(documents, size)
    yield _memory(paths)
    yield from _cores(paths, size)


def _speed(documents: Sequence[bytes], size: Size) -> Iterator[Line]:
    gc.set_threshold(_SELDOM)
    usual = _usual()
    deeds = [_read, _text_alone, *([usual] if usual else [])]
    for deed in deeds:
        deed(documents[0])
    timed = [partial(processor_time, partial(_each, deed, documents)) for deed in deeds]
    ours, text, *others = (each / len(documents) for each in medians(timed, rounds=size.rounds))
    what = "a report, every field, one core"
    yield Line(
        what=what, ours=ours, rival="PDFium's text alone", theirs=text, asked=times_as_long(1.5)
    )
    if others:
        rival = "PyMuPDF and patterns, outcome and days"
        yield Line(what=what, ours=ours, rival=rival, theirs=others[0], asked=times_as_fast(1))


def _each(deed: Callable[[bytes], object], documents: Sequence[bytes]) -> None:
    for document in documents:
        deed(document)


def _read(document: bytes) -> object:
    return read_letter(document)


def _text_alone(document: bytes) -> object:
    held = pypdfium2.PdfDocument(document)
    texts = []
    for page in held:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    held.close()
    return texts


def _usual() -> Callable[[bytes], object] | None:
    try:
        pymupdf = import_module("pymupdf")
    except ImportError:
        return None

    def by_patterns(document: bytes) -> object:
        with pymupdf.open(stream=document, filetype="pdf") as held:
            text = "\n".join(page.get_text() for page in held)
        return _OUTCOME.search(text), _DAYS.search(text)

    return by_patterns


def _memory(paths: Sequence[Path]) -> Line:
    held = ledgers.run("", "-m", "benchmarks.reading", "--memory", *map(str, paths))
    return Line(
        what=f"memory of a process that reads {len(paths)} reports",
        ours=int(held) * 1024,
        asked=at_most(200 * MEGABYTE),
        said=room,
    )


def _cores(paths: Sequence[Path], size: Size) -> Iterator[Line]:
    """Yield how much faster more cores are on files enough that starting them counts for little."""
    cores = len(os.sched_getaffinity(0))
    many = list(paths) * (8 if size.rounds > 1 else 1)
    list(read_all(paths[:1]))  # starts what the processes are forked from
    deeds = [partial(elapsed, partial(_read_on, count, many)) for count in (1, cores)]
    one, all_ = medians(deeds, rounds=min(size.rounds, _ROUNDS_ON_CORES))
    yield Line(
        what=f"{len(many)} reports, on {cores} cores",
        ours=all_,
        rival="on one core",
        theirs=one,
        asked=times_as_fast(1 + (cores - 1) / 2),
    )


def _read_on(count: int, paths: Sequence[Path]) -> None:
    for outcome in read_all(paths, workers=count):
        if not outcome.reading:
            sys.exit(f"{outcome.path.name} was not read: {outcome.trouble}")


def exactness(folder: Path) -> str:
    """Return a table: for each field, in how many reports it is as a careful person read it."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    right, wrong, silent = Counter[str](), Counter[str](), Counter[str]()
    for stem, record in expected.items():
        reading = read_letter((folder / f"{stem}.pdf").read_bytes())
        doubts = {field.name: field.doubts for field in reading.fields}
        for name in sorted(record.keys() - {"quirks"}):
            exact = reading.values.get(name) == record[name]
            right[name] += exact
            wrong[name] += not exact
            silent[name] += not exact and not doubts.get(name)
    rows = [[name, right[name], wrong[name], silent[name]] for name in sorted(right)]
    heads = ["Field", "Exact", "Not", "Not, and without a doubt"]
    return f"{tabulate(rows, heads)}\n{len(expected)} reports"


def _memory_of(paths: Sequence[str]) -> int:
    """Read reports, and return the most memory that this process has held, in kilobytes."""
    for path in paths:
        read_letter(Path(path).read_bytes())
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


def _main() -> None:
    if sys.argv[1:2] == ["--memory"]:
        print(_memory_of(sys.argv[2:]))
        return
    folder = os.environ.get(_FOLDER)
    if not folder:
        sys.exit(f"{_FOLDER} names no folder of reports with an expected.json.")
    from benchmarks.rounds import FULL
    from benchmarks.table import show

    print(exactness(Path(folder)), end="\n\n")
    print(show(lines(FULL)))


if __name__ == "__main__":
    _main()
