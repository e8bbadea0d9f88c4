"""The table that a run prints: what was measured, beside what, and whether that was asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from tabulate import tabulate

MEGABYTE = 1024 * 1024


class Of(Enum):
    """What a limit is set on: what is ours, or its ratio to the rival's."""

    OURS = "ours"
    RATIO = "ratio"


@dataclass(frozen=True)
class Asked:
    """What was asked of a measurement: that ours, or the ratio, stays under a limit."""

    words: str
    of: Of
    most: float


def under(seconds: float) -> Asked:
    """Return that something is to take less than some seconds."""
    return Asked(f"under {time(seconds)}", Of.OURS, seconds)


def at_most(size: int) -> Asked:
    """Return that something is to take no more than some bytes."""
    return Asked(f"at most {room(size)}", Of.OURS, size)


def times_as_fast(times: float) -> Asked:
    """Return that we are to be so many times as fast as the rival."""
    words = f"at least {times:g} times as fast" if times > 1 else "faster"
    return Asked(words, Of.RATIO, 1 / times)


def times_as_long(times: float) -> Asked:
    """Return that we are to take at most so many times as long as the rival."""
    return Asked(f"at most {times:g} times as long", Of.RATIO, times)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A measurement: what we did and what it took, and the rival's: seconds, or what is said.

    `rival` names the other, and `said` writes what was measured. Without `ours` nothing could be
    measured, and `what` says why.
    """

    what: str
    ours: float | None
    rival: str = ""
    theirs: float | None = None
    asked: Asked | None = None
    said: "Callable[[float], str]" = field(default_factory=lambda: time)

    @property
    def ratio(self) -> str:
        """How our time compares with the rival's, in words; empty where there is none."""
        if self.ours is None or self.theirs is None or self.said is not time:
            return ""
        if self.ours <= self.theirs:
            return f"{self.theirs / self.ours:.3g} times as fast"
        return f"{self.ours / self.theirs:.3g} times as long"

    @property
    def verdict(self) -> str:
        """Whether what was asked was met, or by how much of it we fall short."""
        if self.ours is None:
            return "not run"
        if self.asked is None:
            return "reported"
        found = self.ours if self.asked.of is Of.OURS else self.ours / (self.theirs or self.ours)
        short = found / self.asked.most - 1
        return "met" if short <= 0 else f"short by {short:.0%}"


def show(lines: Iterable[Line]) -> str:
    """Return measurements as a table."""
    heads = ["What", "Ours", "Rival", "Theirs", "We are", "Asked", "Met?"]
    return tabulate([_cells(line) for line in lines], heads, disable_numparse=True)


def _cells(line: Line) -> list[str]:
    theirs = "" if line.theirs is None else line.said(line.theirs)
    ours = "" if line.ours is None else line.said(line.ours)
    asked = line.asked.words if line.asked else ""
    return [line.what, ours, line.rival, theirs, line.ratio, asked, line.verdict]


def time(seconds: float) -> str:
    """Return a time in the unit that suits it, such as '0.43 µs'."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size / 10:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def room(size: float) -> str:
    """Return a number of bytes in megabytes, such as '9.8 MB'."""
    return f"{size / MEGABYTE:.3g} MB"
