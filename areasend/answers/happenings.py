"""What the public was told between two states of the record: of an area, region, stage, measure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from areasend.answers.asked import Asked
from areasend.answers.corrections import Corrected, corrected, fact_name
from areasend.answers.lines import happened
from areasend.answers.moved import figure_in_words
from areasend.answers.passing import between
from areasend.answers.standing import limits
from areasend.answers.topics import Kind, Topic, areas_of, stage_name
from areasend.answers.wording import day_of, names
from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.duties import deadlines
from areasend.domain.events import Event
from areasend.domain.history import History
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Figure
from areasend.domain.stages import stage
from areasend.ledger import chain, published, releases
from areasend.ledger.releases import Seen
from areasend.ledger.rows import Row
from areasend.ledger.statements import Answered, Replied, Told


@dataclass(frozen=True)
class Happening:
    """One thing that the public was told: of which area, what, on whose word, and why.

    `heading` begins it, such as a day or 'Corrected'. `word` is empty where it is our own, and
    `why` where no reason was given. `path` is the page where it stands.
    """

    area: str
    area_name: str
    heading: str
    says: str
    word: str
    why: str
    path: str


@dataclass(frozen=True)
class Happenings:
    """All that the public was told of a topic between two states, area by area; it may be none."""

    topic: str
    title: str
    since: Seen
    until: Seen
    lines: tuple[Happening, ...]
    limits: str


class Between:
    """What came between two states of the record, each part worked out once when first asked."""

    def __init__(self, since: Seen, until: Seen) -> None:
        self.since, self.until = since, until

    def told(self, topic: Topic) -> Happenings:
        """Return what came of a topic."""
        reach = limits(Asked(self._day, self.until.at))
        lines = {
            Kind.AREA: self._of_areas,
            Kind.REGION: self._of_areas,
            Kind.STAGE: self._of_stage,
            Kind.MEASURE: self._of_measure,
        }[topic.kind](topic)
        return Happenings(topic.key, topic.title, self.since, self.until, tuple(lines), reach)

    def _of_areas(self, topic: Topic) -> Iterator[Happening]:
        for slug in areas_of(topic):
            yield from self._by_area.get(slug, ())

    def _of_stage(self, topic: Topic) -> Iterator[Happening]:
        for slug, (before, now) in self._stages.items():
            if before != now and topic.name in {before[0], now[0]}:
                reached = now[0] == topic.name
                heading = "Now at this stage" if reached else "No longer at this stage"
                other = f"Before: {before[1]}." if reached else f"Now: {now[1]}."
                yield _ours(slug, heading, other)

    def _of_measure(self, topic: Topic) -> Iterator[Happening]:
        before, now = (self._figure(topic.name, histories) for histories in self._histories)
        told = figure_in_words(now), figure_in_words(before)
        if told[0] == told[1] and sorted(before.counted) == sorted(now.counted):
            return
        words = [f"{told[0]}; before, {told[1]}."]
        for heading, gone in (
            ("Counted now", set(now.counted) - set(before.counted)),
            ("Counted no longer", set(before.counted) - set(now.counted)),
        ):
            words += [f"{heading}: {', '.join(names(gone))}."] if gone else []
        # The figure itself belongs to no one area.
        yield Happening(
            "", "", "The figure is now", " ".join(words), "", "", f"/statistics/{topic.name}"
        )

    @cached_property
    def _by_area(self) -> Mapping[str, tuple[Happening, ...]]:
        found: dict[str, list[Happening]] = {}
        for one in (
            *self._new_facts(),
            *self._corrected(),
            *self._spoken(),
            *self._moved(),
            *self._dates(),
        ):
            found.setdefault(one.area, []).append(one)
        return {area: tuple(lines) for area, lines in found.items()}

    def _new(self, fact: published.Fact) -> bool:
        return fact.number <= self.until.number and not self.since.holds(fact.number, fact.first)

    def _new_facts(self) -> Iterator[Happening]:
        told = published.facts(known_at=self.until.at)
        new = [fact for facts in told.values() for fact in facts if self._new(fact)]
        for fact in sorted(new, key=lambda one: (one.event.on.latest, one.number)):
            line = happened(fact.event, as_at=self._day)
            yield Happening(
                area=line.area,
                area_name=line.area_name,
                heading=line.on,
                says=line.says,
                word=line.source,
                why="",
                path=f"{_page(line.area)}#{fact_name(fact.number)}",
            )

    def _corrected(self) -> Iterator[Happening]:
        for one in reversed(published.corrections(known_at=self.until.at)):
            if one.number > self.until.number or self.since.holds(one.number, one.at):
                continue
            found = corrected(one)
            # What came and was corrected in one is told as it stands, or not at all.
            was_told = self.since.holds(one.fact, one.first)
            # Of a source alone, it is told on the page of corrections and in their feed.
            if found.area and was_told and not found.is_of_a_source:
                yield _correction(found)

    def _spoken(self) -> Iterator[Happening]:
        for row in self._rows:
            if self.since.holds(row.number, chain.read_moment(row.moment)):
                continue
            match row.says:
                case Replied() as said:
                    yield _ours(said.area, f"{said.body} replied", said.words)
                case Answered() as said if said.area:
                    yield _ours(said.area, "We answered a report of an error", said.words)
                case _:
                    pass

    def _moved(self) -> Iterator[Happening]:
        for slug, (before, now) in self._stages.items():
            if before != now:
                yield _ours(slug, "Where it stands now", f"{now[1]}. Before: {before[1]}.")

    def _dates(self) -> Iterator[Happening]:
        """Yield the dates that passed or no longer have, by what was known and by the day alone."""
        first = day_of(self.since.at)
        before = _histories(releases.rows_seen(self.since), until=first)
        for area, held in self._histories[1].items():
            was, now = deadlines(before[area], as_at=first), deadlines(held, as_at=self._day)
            for one in between(was, now, at=self.until.at):
                yield _ours(area, one.title, f"{one.says} {one.rests_on}")

    @cached_property
    def _day(self) -> date:
        return day_of(self.until.at)

    @cached_property
    def _histories(self) -> tuple[Mapping[str, History], Mapping[str, History]]:
        before = _histories(releases.rows_seen(self.since), until=self._day)
        return before, _histories(self._rows, until=self._day)

    @cached_property
    def _rows(self) -> list[Row]:
        return releases.rows_seen(self.until)

    @cached_property
    def _stages(self) -> Mapping[str, tuple[tuple[str, str], tuple[str, str]]]:
        before, now = self._histories
        standing = [slug for slug, area in AREAS.items() if area.exists(self._day)]
        return {slug: (_stage(before[slug]), _stage(now[slug])) for slug in standing}

    def _figure(self, name: str, histories: Mapping[str, History]) -> Figure:
        return MEASURES[name].of(histories.values(), Counting(as_at=self._day))


def _histories(rows: list[Row], *, until: date) -> Mapping[str, History]:
    events: dict[str, list[Event]] = {area: [] for area in AREAS}
    for row in rows:
        if isinstance(says := row.says, Told):
            events[row.area].append(says.event)
    return {area: history.read(area, told, until=until) for area, told in events.items()}


def _stage(held: History) -> tuple[str, str]:
    found = stage(held)
    return stage_name(found), found.value


def _correction(found: Corrected) -> Happening:
    return Happening(
        area=found.area,
        area_name=found.area_name,
        heading=f"Corrected on {found.day}",
        says=f"Before: {found.before} Now: {found.now}",
        word="",
        why=found.reason,
        path=f"{_page(found.area)}#{found.name}",
    )


def _ours(area: str, heading: str, says: str) -> Happening:
    return Happening(area, AREAS[area].name, heading, says, "", "", _page(area))


def _page(area: str) -> str:
    return f"/areas/{area}"
