"""Every area of a day in a line, to be sorted and narrowed down."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from areasend.answers.asked import Asked
from areasend.answers.awaiting import AWAITED, awaited
from areasend.answers.duties import Duty, duty
from areasend.answers.owed import owed
from areasend.answers.standing import limits
from areasend.answers.topics import stage_name
from areasend.domain.areas import AREAS, Area, areas_on
from areasend.domain.clocks import OPEN, Deadline, State
from areasend.domain.events import Framework, Outcome
from areasend.domain.history import History, Inspection
from areasend.domain.stages import FOUND, Stage, stage
from areasend.ledger import releases
from areasend.ledger.releases import Histories

_KEPT = 16
#: What a framework is called in a list.
FRAMEWORKS = {Framework.LASEND_2016: "2016 to 2022", Framework.AREA_SEND_2023: "since 2023"}
#: Whether a time has passed by which something was due or usual, and nothing of it is held.
PASSED, NONE_PASSED = "yes", "no"


@dataclass(frozen=True)
class AreaLine:
    """An area in a line: where it stands, its latest report, what is next and what passed last.

    `id` is its slug, by the name that identifiers have in the files, and `framework_name` is the
    framework's key there. `awaits` has each stage of which something is open.
    """

    id: str
    slug: str
    name: str
    region: str
    ofsted_region: str
    stage: str
    stage_name: str
    framework: str
    framework_name: str
    outcome: str
    report: date | None
    report_on: str
    next_due: date | None
    next_words: str
    next_duty: str
    passed: str
    passed_words: str
    awaits: tuple[str, ...]
    late: bool


@dataclass(frozen=True)
class Narrowed:
    """By what the lines were narrowed down, each empty where it was not."""

    stage: str = ""
    region: str = ""
    ofsted_region: str = ""
    framework: str = ""
    outcome: str = ""
    awaits: str = ""
    passed: str = ""
    like: str = ""

    def contradiction(self) -> str:
        """Return why no area can be what is asked for, on any day; empty where one can."""
        outcome, found = self.outcome, FOUND.get(Stage(self.stage)) if self.stage else None
        if outcome and found and outcome != found:
            return f"No area whose latest report found “{outcome}” stands at “{self.stage}”."
        found = Outcome(outcome) if outcome else found
        if found and self.framework not in {"", FRAMEWORKS[found.framework]}:
            return f"“{outcome or self.stage}” is not of the framework {self.framework}."
        return self._of_regions()

    def _of_regions(self) -> str:
        both = {(one.region, one.ofsted_region) for one in AREAS.values()}
        if self.region and self.ofsted_region and (self.region, self.ofsted_region) not in both:
            return f"No area is in {self.region} and in Ofsted's {self.ofsted_region}."
        return ""


@dataclass(frozen=True)
class Listing:
    """The lines asked for, of how many, and what each filter may be."""

    as_at: date
    known_at: datetime
    of: int
    lines: tuple[AreaLine, ...]
    narrowed: Narrowed
    choices: Mapping[str, tuple[str, ...]]
    sort: str
    limits: str


class UnknownChoice(ValueError):
    """A list cannot be narrowed down or sorted in this way. It says why."""


SORTS: dict[str, Callable[[AreaLine], tuple[object, ...]]] = {
    "name": lambda one: (one.name,),
    "region": lambda one: (one.region, one.name),
    "stage": lambda one: (one.stage, one.name),
    "report": lambda one: (-(one.report or date.min).toordinal(), one.name),
    "next": lambda one: ((one.next_due or date.max).toordinal(), one.name),
}


def listing(asked: Asked, narrowed: Narrowed, *, sort: str = "name") -> Listing:
    """Return the areas of a day, narrowed down and sorted; statistical neighbours by `like`.

    :raises UnknownChoice: if a filter or the order is none of those there are
    """
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    lines = _lines(histories, asked.as_at)
    choices = _choices(lines)
    _check(narrowed, choices, sort)
    return Listing(
        as_at=asked.as_at,
        known_at=asked.known_at,
        of=len(lines),
        lines=tuple(sorted(_narrow(lines, narrowed), key=SORTS[sort])),
        narrowed=narrowed,
        choices=choices,
        sort=sort,
        limits=limits(asked),
    )


@lru_cache(maxsize=_KEPT)
def _lines(histories: Histories, as_at: date) -> tuple[AreaLine, ...]:
    standing = areas_on(as_at, announced_by=as_at)
    due = owed(histories, as_at)
    return tuple(_line(one, histories[one.slug], due[one.slug]) for one in standing)


def _line(area: Area, held: History, due: tuple[Deadline, ...]) -> AreaLine:
    latest = _latest(held)
    open_ones = [one for one in due if one.state in OPEN]
    coming, gone = _coming(open_ones), _gone(open_ones)
    return AreaLine(
        id=area.slug,
        slug=area.slug,
        name=area.name,
        region=area.region,
        ofsted_region=area.ofsted_region,
        stage=stage(held).value,
        stage_name=stage_name(stage(held)),
        framework=FRAMEWORKS[latest.framework] if latest and latest.framework else "",
        framework_name=latest.framework.value if latest and latest.framework else "",
        outcome=latest.report.outcome.value if latest and latest.report else "",
        report=latest.report.on.latest if latest and latest.report else None,
        report_on=str(latest.report.on) if latest and latest.report else "",
        next_due=coming.due_latest if coming else None,
        next_words=coming.due if coming else "",
        next_duty=coming.duty if coming else "",
        passed=PASSED if gone else NONE_PASSED,
        passed_words=gone,
        awaits=awaited(held, open_ones),
        late=any(one.late for one in open_ones),
    )


def _latest(held: History) -> Inspection | None:
    reported = [one for one in held.inspections if one.report]
    return reported[-1] if reported else None


def _coming(open_ones: list[Deadline]) -> Duty | None:
    """Return the duty that falls due next, of those whose time is still running."""
    running = [one for one in open_ones if one.state is State.RUNNING]
    return duty(min(running, key=lambda one: one.due_at_latest)) if running else None


def _gone(open_ones: list[Deadline]) -> str:
    """Return what passed last with nothing held, and what is said of it; empty where nothing."""
    passed = [one for one in open_ones if one.state is not State.RUNNING]
    if not passed:
        return ""
    last = duty(max(passed, key=lambda one: one.over_after))
    nothing = "later than our record reaches" if last.beyond else "none held"
    return f"{last.duty}: {last.due}; passed, {nothing}"


def _choices(lines: tuple[AreaLine, ...]) -> dict[str, tuple[str, ...]]:
    found = {
        name: tuple(sorted({getattr(one, name) for one in lines} - {""}))
        for name in ("stage", "region", "ofsted_region", "framework", "outcome")
    }
    slugs = tuple(one.slug for one in lines)
    any_of = {each for one in lines for each in one.awaits}
    awaits = tuple(one for one in AWAITED if one in any_of)
    return {**found, "awaits": awaits, "passed": (PASSED, NONE_PASSED), "like": slugs}


def _check(narrowed: Narrowed, choices: Mapping[str, tuple[str, ...]], sort: str) -> None:
    for name, among in choices.items():
        wanted = getattr(narrowed, name)
        if wanted and wanted not in among and wanted not in _ever(name):
            word = name.replace("_", " ")
            raise UnknownChoice(f"There is no {word} “{wanted[:60]}” in this list.")
    if sort not in SORTS:
        raise UnknownChoice(f"The list cannot be sorted by “{sort[:60]}”.")


def _ever(name: str) -> set[str]:
    """Return what a filter may ask for on any day, though no area may be so on this one."""
    may: dict[str, set[str]] = {
        "stage": {one.value for one in Stage},
        "outcome": {one.value for one in Outcome},
        "framework": set(FRAMEWORKS.values()),
        "region": {one.region for one in AREAS.values()},
        "ofsted_region": {one.ofsted_region for one in AREAS.values()},
        "awaits": set(AWAITED),
        "like": set(AREAS),
    }
    return may.get(name, set())


def _narrow(lines: tuple[AreaLine, ...], by: Narrowed) -> Iterator[AreaLine]:
    alike = {by.like, *AREAS[by.like].neighbours} if by.like else set()
    plain = ("stage", "region", "ofsted_region", "framework", "outcome", "passed")
    asked = [(name, value) for name in plain if (value := getattr(by, name))]
    for one in lines:
        wanted = all(getattr(one, name) == value for name, value in asked)
        wanted = wanted and (not by.awaits or by.awaits in one.awaits)
        if wanted and (not alike or one.slug in alike):
            yield one
