"""The counts of a day as rows, those that are alike in one, with what sets each row apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from areasend.answers.official import OfficialRelease
from areasend.answers.reconciling.rules import HEADINGS, MEASURES, releases_on
from areasend.answers.reconciling.tallies import Difference, Tally, differences
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework


@dataclass(frozen=True)
class Count:
    """How many a row counts by a measure, with their names and those that may belong."""

    measure: str
    count: int
    names: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """A counting rule in words, how many areas it looks at, and the release that counts by it.

    `stated` is what that release states, by measure. A rule without a release is ours; it may
    count by the areas of a later one, which `areas_of` names.
    """

    says: str
    areas: int
    areas_of: str
    release: str
    denominator: int | None
    stated: Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """The counts that one rule gives, or several that all count the same areas."""

    counts: tuple[Count, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class FrameworkCounts:
    """The rows of a framework, and the differences of each from the row before it."""

    framework: str
    measures: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    steps: tuple[tuple[Difference, ...], ...]


def framework_counts(framework: Framework, tallies: Sequence[Tally]) -> FrameworkCounts:
    """Return tallies as rows, in their order; one that counts as an earlier one did joins it."""
    alike: dict[tuple[Count, ...], list[Tally]] = {}
    for one in tallies:
        alike.setdefault(_counts(one), []).append(one)
    firsts = [same[0] for same in alike.values()]
    return FrameworkCounts(
        framework=f"framework of {framework.year}",
        measures=MEASURES[framework],
        headings=tuple(HEADINGS[measure] for measure in MEASURES[framework]),
        rows=tuple(
            Row(counts, tuple(_rule(one, framework) for one in same))
            for counts, same in alike.items()
        ),
        steps=tuple(differences(before, after) for before, after in pairwise(firsts)),
    )


def release_of(one: Tally, framework: Framework) -> OfficialRelease | None:
    """Return the official release that counts by a tally's rule, if one does."""
    same = (r for r in releases_on(framework) if r.counting == one.counting)
    return next(same, None)


def names(areas: Sequence[str]) -> tuple[str, ...]:
    """Return the names of areas given by slug, sorted."""
    return tuple(sorted(AREAS[area].name for area in areas))


def _counts(one: Tally) -> tuple[Count, ...]:
    return tuple(
        Count(measure, figure.count, names(figure.counted), names(figure.perhaps))
        for measure, figure in one.figures.items()
    )


def _rule(one: Tally, framework: Framework) -> Rule:
    release = release_of(one, framework)
    stated = release.stated if release else {}
    return Rule(
        says=str(one.counting),
        # The first measure of a framework is of areas, and so out of all that the rule looks at.
        areas=one.figures[MEASURES[framework][0]].out_of,
        areas_of=_areas_of(one, framework),
        release=release.title if release else "",
        denominator=release.denominator if release else None,
        stated={measure: stated[measure] for measure in one.figures if measure in stated},
    )


def _areas_of(one: Tally, framework: Framework) -> str:
    day = one.counting.areas_on
    same = (r.title for r in releases_on(framework) if r.counting.as_at == day)
    return next(same, "")
