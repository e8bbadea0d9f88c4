"""All that the page of one area shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.answers.afterwards import Afterwards, afterwards
from areasend.answers.areas import AreaStory, story_of
from areasend.answers.asked import Asked
from areasend.answers.asking_for import Letter, letters, records_to
from areasend.answers.comparisons import BESIDE, Comparison, compared
from areasend.answers.context import DEPARTMENT, context
from areasend.answers.corrections import CorrectionsAnswer, corrections
from areasend.answers.documents import Documents, documents
from areasend.answers.duties import Duty
from areasend.answers.families import Family, family
from areasend.answers.reports import Findings, Link, caveats, findings, ofsted_page
from areasend.answers.returned import Returned, returned
from areasend.answers.timeline import Timeline, seen, timeline
from areasend.domain.areas import AREAS, Area
from areasend.domain.stages import stage


@dataclass(frozen=True)
class Relative:
    """Another area that this one was made from, or became or is to become."""

    slug: str
    name: str


@dataclass(frozen=True)
class Context:
    """The figures beside an inspection, or in words why none is shown and who has them."""

    comparisons: tuple[Comparison, ...]
    says: str
    none: str
    href: str


@dataclass(frozen=True)
class AreaPage:
    """All that the page of an area shows as at a day, as known at a moment.

    `still_to_come` are the open duties whose day has not passed, the soonest first; `passed` those
    whose day has, and of which nothing is held, the newest first; `earlier` the others. `to_ask`
    are the documents that a letter may ask for where a day has passed.
    """

    story: AreaStory
    stage: str
    relatives: tuple[Relative, ...]
    website: str
    still_to_come: tuple[Duty, ...]
    passed: tuple[Duty, ...]
    earlier: tuple[Duty, ...]
    to_ask: tuple[Letter, ...]
    records_to: str
    afterwards: Afterwards | None
    findings: tuple[Findings, ...]
    returned: tuple[Returned, ...]
    caveats: tuple[str, ...]
    timeline: Timeline
    context: Context
    documents: Documents
    reports_at: tuple[Link, ...]
    corrections: CorrectionsAnswer

    @property
    def open_in_words(self) -> str:
        """How many duties are open, in a sentence."""
        count = len(self.still_to_come) + len(self.passed)
        if not count:
            return "We know of no duty that is open."
        return "One duty is open." if count == 1 else f"{count} duties are open."


def area_page(area: Area, asked: Asked) -> AreaPage:
    """Return all that an area's page shows.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    known = family(area, asked)
    story, told = story_of(known), seen(known)
    run, found = timeline(known, told), findings(known)
    passed = _open(story, running=False)[::-1]
    return AreaPage(
        story=story,
        stage=stage_of(known),
        relatives=tuple(_relatives(known)),
        website=(known.area.website or "") if known.announced else "",
        still_to_come=_open(story, running=True),
        passed=passed,
        earlier=tuple(one for one in story.duties if not one.open),
        to_ask=letters(passed, _reports(known)),
        records_to=records_to(asked.as_at),
        afterwards=afterwards(known, run),
        findings=found,
        returned=returned(found),
        caveats=caveats(found),
        timeline=run,
        context=_context(known),
        documents=documents(told),
        reports_at=tuple(_reports_at(known)),
        corrections=corrections(asked, areas=tuple(one.slug for one in known.members)),
    )


def _open(story: AreaStory, *, running: bool) -> tuple[Duty, ...]:
    found = (one for one in story.duties if one.open and one.running is running)
    return tuple(sorted(found, key=lambda one: one.due_latest))


def _reports(known: Family) -> dict[str, str]:
    held = [one for each in known.known.values() for one in each.inspections]
    return {one.name: str(one.report.on) for one in held if one.report}


def _reports_at(known: Family) -> Iterator[Link]:
    for one in known.members[::-1] if known.announced else ():
        if page := ofsted_page(one.slug):
            yield page


def stage_of(known: Family) -> str:
    """Return where an area stands, in a few words, or why it stands nowhere on that day."""
    area, as_at = known.area, known.asked.as_at
    if not known.announced:
        return "not announced by this day"
    if area.starts and as_at < area.starts:
        return "not yet an area"
    if area.ends and area.ends < as_at:
        return "no longer an area"
    return stage(known.held).value


def _relatives(known: Family) -> list[Relative]:
    if not known.announced:
        return []
    slugs = (*known.area.predecessors, *known.area.successors)
    return [Relative(slug, AREAS[slug].name) for slug in slugs]


def _context(known: Family) -> Context:
    found = context(known.area.slug, as_at=known.asked.as_at)
    if found.withheld:
        words = str(found.withheld)
        return Context((), "", f"{words[0].upper()}{words[1:]}.", found.href)
    none = "" if found.measures else "No figures of this area were published by this day."
    return Context(compared(found), BESIDE, none, DEPARTMENT)
