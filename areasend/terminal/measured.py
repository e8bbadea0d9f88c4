"""Shows what one measure gives: a figure or a wait, its parts, its names and its limits."""

from collections.abc import Iterator
from typing import Any

import click

from areasend.answers.figures import BreakdownAnswer, FigureAnswer
from areasend.answers.measured import days, ended, number, short
from areasend.answers.measures import Answer
from areasend.answers.waits import WaitAnswer, WaitBreakdownAnswer
from areasend.terminal import printing

_NO_PARTS = "There are no such parts: what is counted here has no date."


def read(found: Answer) -> None:
    """Print one measure for a person: the figure first, then all that is behind it."""
    if isinstance(found, BreakdownAnswer | WaitBreakdownAnswer):
        _headed(found.whole)
        read_parts(found)
        return
    _headed(found)
    if isinstance(found, FigureAnswer):
        _read_names(found)
    else:
        _read_endings(found)
    if found.perhaps:
        printing.part("May belong: the dates we hold do not settle it")
        printing.prose("; ".join(found.perhaps) + ".")


def read_parts(found: BreakdownAnswer | WaitBreakdownAnswer) -> None:
    """Print the parts of a measure as a table, with the names counted in each."""
    if not found.parts:
        printing.prose(_NO_PARTS)
        return
    click.echo()
    if isinstance(found, BreakdownAnswer):
        rows = [[one.part, short(one), _with_perhaps(one)] for one in found.parts]
        printing.table([found.by, "Figure", "Counted"], rows, wide=2)
    else:
        rows = [[one.part, f"{one.ended} of {one.out_of}", f"{days(one)}."] for one in found.parts]
        printing.table([found.by, "Ended", "Time taken"], rows, wide=2)


def _with_perhaps(found: FigureAnswer) -> str:
    return "; ".join((*found.names, *(f"perhaps {name}" for name in found.perhaps)))


def lines(found: Answer) -> Iterator[dict[str, Any]]:
    """Yield a measure as lines of data: the whole, and each part."""
    if isinstance(found, BreakdownAnswer | WaitBreakdownAnswer):
        for one in (found.whole, *found.parts):
            yield _line(one)
    else:
        yield _line(found)


def names(found: Answer) -> list[dict[str, Any]]:
    """Return what is behind a measure as lines of data: its areas, its waits or its parts."""
    if isinstance(found, BreakdownAnswer | WaitBreakdownAnswer):
        return [{**_line(one), "names": _counted(one)} for one in (found.whole, *found.parts)]
    if isinstance(found, WaitAnswer):
        return [{**vars(one), **_counted_by(found)} for one in found.each]
    groups = (("counted", found.names), ("not counted", found.others), ("perhaps", found.perhaps))
    by = _counted_by(found)
    return [{"area": name, "is": group, **by} for group, of in groups for name in of]


def _counted(found: FigureAnswer | WaitAnswer) -> tuple[str, ...]:
    if isinstance(found, FigureAnswer):
        return found.names
    return tuple(one.area for one in found.each)


def _line(found: FigureAnswer | WaitAnswer) -> dict[str, Any]:
    numbers = _timed(found) if isinstance(found, WaitAnswer) else _counted_or_added(found)
    return {
        "measure": found.measure,
        "part": found.part,
        **numbers,
        "out_of_what": found.out_of_what,
        "partial": found.partial,
        "caveat": found.caveat,
        **_counted_by(found),
    }


def _counted_by(found: FigureAnswer | WaitAnswer) -> dict[str, Any]:
    """Return what no number may be without."""
    return {"rule": found.rule, "as_at": found.as_at, "known_at": found.known_at}


def _counted_or_added(found: FigureAnswer) -> dict[str, Any]:
    added = found.added
    return {
        "count": found.count,
        "out_of": found.out_of,
        "unit": added.what if added else "",
        "total": added.total if added else "",
        "total_of": added.total_of if added else "",
        "median": number(added.median) if added else "",
        "median_most": "",
        "least": "",
        "most": added.most if added else "",
        "vague": "",
    }


def _timed(found: WaitAnswer) -> dict[str, Any]:
    return {
        "count": found.ended,
        "out_of": found.out_of,
        "unit": found.unit,
        "total": "",
        "total_of": "",
        "median": number(found.took.median),
        "median_most": number(found.took.median_most),
        "least": found.took.least,
        "most": found.took.most,
        "vague": found.took.vague,
    }


def _headed(found: FigureAnswer | WaitAnswer) -> None:
    if isinstance(found, FigureAnswer):
        click.echo(click.style(short(found), bold=True) + f" {found.out_of_what}")
    else:
        click.echo(click.style(ended(found), bold=True))
        printing.prose(f"{days(found)}.")
    printing.prose(found.says)
    printing.prose(f"Counting rule: {found.rule}.")
    if isinstance(found, FigureAnswer):
        _read_amounts(found)
        _read_stated(found)
    else:
        printing.prose(f"The half is of {found.took.median_is_of}.")
    for words in filter(None, (found.caveat, *found.limits)):
        printing.prose(words)


def _read_amounts(found: FigureAnswer) -> None:
    if found.added and found.added.most is not None:
        mean, middle = number(found.added.mean), number(found.added.median)
        most = found.added.most
        printing.prose(f"On average {mean}; half have at most {middle}; the most is {most}.")


def _read_stated(found: FigureAnswer) -> None:
    if found.stated is not None:
        same = "the same" if found.stated == found.number else f"{found.stated}"
        printing.prose(f"Stated officially: {same} ({found.stated_by}).")


def _read_names(found: FigureAnswer) -> None:
    held = ("Counted", "Number not held" if found.added else "Not counted")
    for heading, areas in zip(held, (found.names, found.others), strict=True):
        if areas:
            printing.part(f"{heading} ({len(areas)})")
            printing.prose("; ".join(areas) + ".")


def _read_endings(found: WaitAnswer) -> None:
    for ending in found.endings:
        waits = [one for one in found.each if one.ending == ending]
        printing.part(f"{ending[0].upper()}{ending[1:]} ({len(waits)})")
        printing.prose("; ".join(_days_of(one.area, one.least, one.most) for one in waits) + ".")


def _days_of(area: str, least: int | None, most: int | None) -> str:
    if least is None:
        return area
    return f"{area} {least}" if least == most else f"{area} {least} to {most}"
