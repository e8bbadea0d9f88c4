"""Areas with a statement and no re-visit yet, and what became of each since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from areasend.answers.until_2022 import revisit
from areasend.answers.wording import as_reported
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.coverage import complete_to, coverage
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import Interval, in_words
from areasend.domain.measures import cases
from areasend.domain.periods import FixedDay
from areasend.domain.rulebooks.reading import rules_of

#: A counting rule in words, and the day as at which it counts.
Rule = tuple[str, date]
_BEGUN = StepKind.REVISIT_STARTED.value


@dataclass(frozen=True)
class Since:
    """An area that was waiting, and what is held of it since, in a few words."""

    name: str
    what: str


@dataclass(frozen=True)
class Became:
    """What became of some of the areas that were waiting, and which they are."""

    says: str
    areas: tuple[Since, ...]


@dataclass(frozen=True)
class Waiting:
    """The areas that were waiting for a re-visit on a day, by a rule, and what became of them.

    `says` heads them with their number, and `covered` says which re-visits we hold completely.
    `never` are those of them of which no re-visit is held to the end of what is known; `perhaps`
    may have been waiting too, by dates that do not settle it.
    """

    says: str
    rule: str
    covered: str
    names: tuple[str, ...]
    perhaps: tuple[str, ...]
    never: tuple[str, ...]
    since: tuple[Became, ...]


def waiting(
    rule: Rule, areas: Iterable[str], known: Mapping[str, History], perhaps: Iterable[str] = ()
) -> Waiting:
    """Return what became of areas that had a statement and no re-visit.

    :param rule: in words, and the day as at which it counts
    :param areas: their slugs
    :param known: the histories of all areas, to the end of what is known
    :param perhaps: the slugs of areas of which it is not known
    """
    slugs = sorted(areas, key=lambda area: AREAS[area].name)
    groups = _by_what_became(slugs, known)
    words, as_at = rule
    return Waiting(
        says=f"{len(slugs)} with a statement and {_lacking(as_at)}",
        rule=words,
        covered=coverage()[_BEGUN].words,
        names=tuple(AREAS[area].name for area in slugs),
        perhaps=tuple(sorted(AREAS[area].name for area in perhaps)),
        never=tuple(
            sorted(one.name for says, held in groups.items() if says != REVISITED for one in held)
        ),
        since=tuple(Became(says, tuple(held)) for says, held in groups.items()),
    )


def _by_what_became(slugs: Iterable[str], known: Mapping[str, History]) -> dict[str, list[Since]]:
    groups: dict[str, list[Since]] = {}
    for area in slugs:
        says, what = _became(known[area])
        groups.setdefault(says, []).append(Since(AREAS[area].name, what))
    return {says: groups[says] for says in _groups() if says in groups}


def _lacking(as_at: date) -> str:
    to = complete_to(_BEGUN)
    return "not yet re-visited" if to and as_at <= to else "no re-visit held by us"


def not_revisited(
    known: Mapping[str, History], as_at: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the areas whose report surely required a statement by a day and no re-visit began.

    Beside them are those where one may have begun.
    """
    required = [
        (area, cases.came_back(one))
        for area, held in known.items()
        for one in cases.with_outcome(held, Outcome.STATEMENT_REQUIRED)
        if one.report and one.report.on.surely_by(as_at)
    ]
    surely = (area for area, on in required if on is None or on.earliest > as_at)
    perhaps = (area for area, on in required if on and on.perhaps_by(as_at))
    return tuple(surely), tuple(perhaps)


REVISITED = "Re-visited since"
NOTHING = "Neither a re-visit nor a full inspection held since"


def _promised() -> date | None:
    period = rules_of("government")["never_revisited_inspected"].values[-1].period
    return period.day if isinstance(period, FixedDay) else None


def _groups() -> tuple[str, ...]:
    return (REVISITED, _inspected(in_time=True), _inspected(in_time=False), NOTHING)


def _inspected(*, in_time: bool) -> str:
    day, words = _promised(), "No re-visit held; inspected in full since"
    if day is None:
        return words
    when = f"by {in_words(day)}, the day that ministers named" if in_time else "after that day"
    return f"{words}, {when}"


def _became(held: History) -> tuple[str, str]:
    for one in held.inspections:
        letter, started = one.revisited, one.first(StepKind.REVISIT_STARTED)
        if letter:
            return REVISITED, revisit(one, letter)
        if started:
            return REVISITED, f"re-visited {started.on.when}{as_reported(started)}"
    for one in held.inspections:
        if one.framework is Framework.AREA_SEND_2023 and one.started:
            return _when_inspected(one, one.started.on)
    return NOTHING, ""


def _when_inspected(one: Inspection, on: Interval) -> tuple[str, str]:
    day = _promised()
    found = f": {kinds.OUTCOMES[one.report.outcome]}" if one.report else ""
    in_time = day is None or on.surely_by(day)
    return _inspected(in_time=in_time), f"{on}{found}"
