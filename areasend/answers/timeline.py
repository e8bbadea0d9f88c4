"""An area's timeline: inspection by inspection, the newest first, with what was expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.answers.corrections import fact_name
from areasend.answers.families import Family
from areasend.answers.lines import Line, expected, happened
from areasend.answers.wording import began, day_of, pause_in_words, published
from areasend.domain.areas import AREAS
from areasend.domain.clocks import OPEN, Deadline
from areasend.domain.history import Inspection
from areasend.domain.intervals import RECORD_BEGINS, Interval, in_words
from areasend.domain.programme import national_facts
from areasend.ledger.published import Fact, facts

#: What was told within so many days of an area's first fact belongs to the opening of its record.
_OPENING = timedelta(days=7)
#: Bounds further apart than this say too little of when something was to give it a place in a row.
_WIDE = timedelta(days=366)
#: How far we trust what a source says, in words.
TRUST = {
    "official": "official",
    "high": "we are confident",
    "medium": "we are fairly confident",
    "low": "we are not sure",
}
UNPLACED = "Not tied to one inspection"


@dataclass(frozen=True)
class TimelineLine:
    """A line of the timeline with its identifier on the page.

    `under` is the name of an area that is no more, where it happened to that one. `told_since` is
    the day on which we first told of it, empty where that was when the area's record was opened.
    `duty` leads to the duty that an expected line is about.
    """

    name: str
    line: Line
    under: str
    told_since: str
    duty: str = ""

    @property
    def expected(self) -> bool:
        """Whether it is something expected, of which nothing is held."""
        return self.line.kind == "expected"

    @property
    def whose(self) -> str:
        """Whose word it is, to begin a line with."""
        # An address of a website keeps its small letter.
        return f"R{self.reported[1:]}" if self.reported else self.line.word

    @property
    def reported(self) -> str:
        """Who reports it, where it is hearsay; elsewhere empty."""
        return self.line.word if self.line.word.startswith("reported by ") else ""

    @property
    def cites(self) -> str:
        """The title of what they published; empty of hearsay."""
        return self.line.source.removeprefix(self.line.word).removeprefix(": ")

    @property
    def trust(self) -> str:
        """How far we trust the date and what is said of it, in words."""
        return TRUST.get(self.line.confidence, "")

    @property
    def wide(self) -> bool:
        """Whether we know too little of when it was to give it a place among the others."""
        if self.expected or self.line.earliest == RECORD_BEGINS:
            return False
        return self.line.latest - self.line.earliest > _WIDE


@dataclass(frozen=True)
class Pause:
    """A time in which inspections of the whole country stood still."""

    on: str
    says: str
    source: str
    href: str


@dataclass(frozen=True)
class Chapter:
    """An inspection and all that followed from it, the newest first.

    `under` is the name under which the area was inspected, where that was another. `undated` are
    those of which we know only bounds that lie far apart.
    """

    inspection: str
    heading: str
    framework: str
    under: str
    lines: tuple[TimelineLine | Pause, ...]
    undated: tuple[TimelineLine, ...]


@dataclass(frozen=True)
class Timeline:
    """Every line of an area's record, inspection by inspection, the newest first.

    `told_since` says on which days the area's record was opened to the public.
    """

    chapters: tuple[Chapter, ...]
    told_since: str

    @property
    def happened(self) -> tuple[TimelineLine, ...]:
        """Every line of what happened, those of unknown day included, the newest first."""
        placed = [one for chapter in self.chapters for one in (*chapter.lines, *chapter.undated)]
        return tuple(one for one in placed if isinstance(one, TimelineLine) and not one.expected)


def seen(known: Family) -> tuple[Fact, ...]:
    """Return the facts of an area and those it was made from that may have happened by the day."""
    told = facts(known_at=known.asked.known_at)
    of_family = (fact for one in known.members for fact in told.get(one.slug, ()))
    return tuple(fact for fact in of_family if fact.event.on.earliest <= known.asked.as_at)


def timeline(known: Family, told: tuple[Fact, ...]) -> Timeline:
    """Return the timeline of an area with those it was made from, from the facts seen of them."""
    opening = _opening(told)
    lines = [_happened(fact, known, opening) for fact in told]
    lines += [_expected(one, known) for one in known.due if one.state in OPEN]
    return Timeline(
        chapters=tuple(_chapters(known, lines)),
        told_since=opening.when if opening else "",
    )


def _opening(told: tuple[Fact, ...]) -> Interval | None:
    days = [day_of(fact.first) for fact in told]
    if not days:
        return None
    return Interval(min(days), max(day for day in days if day <= min(days) + _OPENING))


def _happened(fact: Fact, known: Family, opening: Interval | None) -> TimelineLine:
    first = day_of(fact.first)
    return TimelineLine(
        name=fact_name(fact.number),
        line=happened(
            fact.event,
            as_at=known.asked.as_at,
            beside=known.known[fact.event.area].events,
        ),
        under=_under(fact.event.area, known),
        told_since=in_words(first) if opening and opening.latest < first else "",
    )


def _expected(deadline: Deadline, known: Family) -> TimelineLine:
    line = expected(deadline)
    duty = anchor(f"{deadline.inspection}/{deadline.key}")
    return TimelineLine(f"e-{duty}", line, _under(deadline.area, known), "", duty=duty)


def anchor(name: str) -> str:
    """Return an identifier as the anchor of its place on a page."""
    return name.replace("/", "-").replace("_", "-")


def _under(area: str, known: Family) -> str:
    return "" if area == known.area.slug else AREAS[area].name


def _chapters(known: Family, lines: list[TimelineLine]) -> Iterator[Chapter]:
    inspections = {one.name: one for held in known.known.values() for one in held.inspections}
    groups: dict[str, list[TimelineLine]] = {}
    for one in lines:
        groups.setdefault(one.line.inspection, []).append(one)
    for name in sorted(groups, key=lambda name: _newest_last(name, groups[name]), reverse=True):
        yield _chapter((name, inspections.get(name)), groups[name], known.asked.as_at)


def _newest_last(name: str, group: list[TimelineLine]) -> tuple[bool, date]:
    return bool(name), min(one.line.latest for one in group)


def _chapter(
    named: tuple[str, Inspection | None], group: list[TimelineLine], as_at: date
) -> Chapter:
    name, inspection = named
    newest_first = sorted(group, key=lambda one: (one.line.latest, one.line.earliest))[::-1]
    framework = inspection.framework if inspection else None
    return Chapter(
        inspection=name,
        heading=_heading(name, inspection),
        framework=f"{framework.year} framework" if framework else "",
        under=_common_name(group),
        lines=tuple(_with_pauses([one for one in newest_first if not one.wide], as_at)),
        undated=tuple(one for one in newest_first if one.wide),
    )


def _heading(name: str, inspection: Inspection | None) -> str:
    if not name:
        return UNPLACED
    if inspection is None:
        return "An inspection that may have begun by this day"
    words = began(inspection)
    dated = words != "Inspected"
    return words if dated or not inspection.report else f"{words}{published(inspection.report)}"


def _common_name(group: list[TimelineLine]) -> str:
    names = {one.under for one in group}
    return names.pop() if len(names) == 1 else ""


def _with_pauses(lines: list[TimelineLine], as_at: date) -> Iterator[TimelineLine | Pause]:
    """Yield the lines with each national pause where it fell between two of them."""
    pauses = [one for one in national_facts() if one.kind == "paused" and one.since <= as_at]
    for later, one in zip([None, *lines], lines, strict=False):
        for pause in pauses:
            if later and one.line.latest < pause.since <= later.line.latest:
                says, on = pause_in_words(pause, as_at=as_at)
                yield Pause(on, says, pause.source, pause.href)
        yield one
