"""What a run tells of each topic, in the words of every other page: written once, for everybody."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from django.conf import settings

from areasend.answers.happenings import Between, Happening, Happenings
from areasend.answers.topics import Kind, UnknownTopic, topic
from areasend.ledger.releases import Seen
from areasend.post.runs import State, Words


def tell(topics: Iterable[str], since: State, until: State) -> Mapping[str, Words]:
    """Return what came between two states of the record of each topic of which anything did."""
    between = Between(Seen(since.release, since.at), Seen(until.release, until.at))
    found: dict[str, Words] = {}
    for key in topics:
        try:
            told = between.told(topic(key))
        except UnknownTopic:
            continue  # a statistic that is no longer kept: its page says so
        if told.lines:
            found[key] = Words(told.title, "\n\n".join(_parts(told)))
    return found


def _parts(told: Happenings) -> Iterator[str]:
    """Yield the lines, area by area, under the area's name where they are of several."""
    several = not told.topic.startswith(f"{Kind.AREA.value}/")
    for name, lines in groupby(told.lines, key=lambda one: one.area_name):
        if several and name:
            yield name
        yield from map(_line, lines)


def _line(one: Happening) -> str:
    said = [f"* {one.heading}: {one.says}"]
    if one.why:
        said.append(f"  Why: {one.why}")
    if one.word:
        said.append(f"  {one.word}")
    said.append(f"  {settings.LINKS_TO}{one.path}")
    return "\n".join(said)
