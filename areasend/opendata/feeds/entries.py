"""What a feed tells: each entry with an identifier that never changes, whatever is corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.corrections import Corrected, corrections
from areasend.answers.facts import ChosenFacts, chosen_facts, told_line
from areasend.answers.families import family
from areasend.answers.passing import Passing, no_longer_passed, passed
from areasend.answers.stage_changes import StageChange, stage_changes
from areasend.answers.timeline import TRUST
from areasend.answers.wording import day_of
from areasend.domain.areas import AREAS
from areasend.ledger.published import Fact

#: Who mints our identifiers (RFC 4151), wherever the record is served; see ADR 33.
AUTHORITY = "areasend.example,2026"


@dataclass(frozen=True)
class Entry:
    """An entry of a feed. `path` is the page of ours that it is about; `kind` what it tells of.

    `on` is the day of the world that it tells of, the last it can have been.
    """

    identifier: str
    kind: str
    title: str
    says: str
    path: str
    on: date
    published: datetime
    updated: datetime


def tag(name: str) -> str:
    """Return an identifier of ours as a tag URI."""
    return f"tag:{AUTHORITY}:{name}"


def happened(asked: Asked, *, area: str = "") -> tuple[Entry, ...]:
    """Return what happened, in an area and those it was made from, or in all."""
    areas = [one.slug for one in family(AREAS[area], asked).members] if area else [""]
    found = [fact for slug in areas for fact in chosen_facts(asked, ChosenFacts(area=slug))]
    return newest(_fact(one, asked) for one in found)


def changed_stage(asked: Asked, *, stage: str = "", area: str = "") -> tuple[Entry, ...]:
    """Return the changes of where areas stand: all, to one stage, or of one area."""
    found = stage_changes(asked, area=area)
    return newest(_stage(one) for one in found if stage in {"", one.after})


def dates(asked: Asked, *, area: str = "") -> tuple[Entry, ...]:
    """Return the dates that newly passed with nothing held, and those that no longer do."""
    found = (*passed(asked, area=area), *no_longer_passed(asked, area=area))
    return newest(_date(one) for one in found)


def corrected(asked: Asked) -> tuple[Entry, ...]:
    """Return the corrections of what we said in public."""
    return newest(_correction(one) for one in corrections(asked).corrections)


def of_area(asked: Asked, area: str) -> tuple[Entry, ...]:
    """Return all that is told of one area: what happened, where it stands, and dates."""
    told = (
        *happened(asked, area=area),
        *changed_stage(asked, area=area),
        *dates(asked, area=area),
    )
    return newest(told)


#: A reader that asks now and then need see no more at once.
_MOST = 100


def newest(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries updated last; of those of one day, what happened last comes first."""

    def place(one: Entry) -> tuple[date, date, datetime]:
        return day_of(one.updated), one.on, one.updated

    return tuple(sorted(found, key=place, reverse=True)[:_MOST])


def _fact(fact: Fact, asked: Asked) -> Entry:
    one = told_line(fact, asked)
    otherwise = "".join(f" But {words}." for words in one.otherwise)
    return Entry(
        identifier=tag(f"fact/{one.fact}"),
        kind=one.kind,
        title=f"{one.area_name}, {one.on}: {one.says}",
        says=f"{one.says} {one.source} ({TRUST[one.confidence]}).{otherwise}",
        path=f"/areas/{one.area}#{one.fact}",
        on=one.latest,
        published=one.first_told,
        updated=one.told_since,
    )


def _stage(one: StageChange) -> Entry:
    when = f"{one.when[0].upper()}{one.when[1:]}"
    return Entry(
        identifier=tag(f"stage/{one.fact}"),
        kind="stage",
        # Of then, never of now: a later change does not write this entry anew.
        title=f"{when} {one.area_name} came to stand at: {one.after}",
        says=f"{one.says} Before that: {one.before}.",
        path=f"/areas/{one.area}#{one.fact}",
        on=one.latest,
        published=one.first_told,
        updated=one.told_since,
    )


def _date(one: Passing) -> Entry:
    owed, kind = one.duty, "passed" if one.passed else "no-longer-passed"
    day = "" if one.passed else f"/{one.at:%Y-%m-%d}"
    return Entry(
        identifier=tag(f"{kind}/{owed.name}{day}"),
        kind=kind,
        title=f"{one.area_name}: {one.title}",
        says=f"{one.says} {one.rests_on}",
        path=one.path,
        on=day_of(one.at),
        published=one.at,
        updated=one.at,
    )


def _correction(one: Corrected) -> Entry:
    kind, what = _of_a_correction(one)
    return Entry(
        identifier=tag(f"correction/{one.name}"),
        kind=kind,
        title=f"{one.area_name or 'The record'}: {what}",
        says=f"We said: {one.before} We say now: {one.now} Why: {one.reason}",
        path=f"/corrections#{one.name}",
        on=day_of(one.since),
        published=one.since,
        updated=one.since,
    )


def _of_a_correction(one: Corrected) -> tuple[str, str]:
    """Return the kind of an entry that tells of a correction, and what its title calls it."""
    if one.adds_source:
        return "source-added", "another source"
    if one.sets_source_right:
        return "source-set-right", "a source set right"
    return "correction", "a correction"
