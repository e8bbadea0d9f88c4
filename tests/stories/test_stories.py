"""Tells each story of this folder to the rulebooks and compares what they answer.

A story is a test and a page of the documentation in one file: what happened (`[[happened]]`), the
day one asks (`as_at`), every duty that there then is (`[[then]]`) and, where the story is about
it, where the area stands (`stage`). Areas are made up unless the story names one.

An event has its kind and its date (`on`), and whatever else it carries. It is official unless the
story says who said it (`said_by`) and how sure we are (`confidence`); it belongs to the area's
first inspection unless the story gives another `inspection`, of which "" is none. An inspection is
one of the framework of 2016, and a plan a statement of action, unless the story says otherwise.
"""

import tomllib
from pathlib import Path

import pytest

from areasend.domain import history
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.clocks import State
from areasend.domain.duties import CLOCKS, deadlines
from areasend.domain.events import (
    Act,
    Framework,
    InspectionStarted,
    Instrument,
    Intervened,
    MonitoringInspected,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.domain.stages import Stage, stage

STORIES = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(Path(__file__).parent.glob("*.toml"))
}
READ = {
    "outcome": Outcome,
    "verdict": Verdict,
    "framework": Framework,
    "plan": Plan,
    "instrument": Instrument,
    "act": Act,
}
#: What an event carries unless its story says otherwise.
USUAL = {
    "inspection-started": {"framework": "lasend-2016"},
    "plan-judged": {"plan": "statement"},
}
CLASSES = {
    "inspection-started": InspectionStarted,
    "report-published": ReportPublished,
    "plan-judged": PlanJudged,
    "revisited": Revisited,
    "monitoring-inspected": MonitoringInspected,
    "intervened": Intervened,
}


def event(*, event, on, said_by="official", confidence="official", inspection=1, **carried):
    """Return the event that a story tells of."""
    source = Source(title="A page", publisher="A publisher", kind=SourceKind(said_by))
    said = Attestation(source=source, on=Interval.read(str(on)), confidence=Confidence(confidence))
    named = {"area": "anywhere", "inspection": str(inspection), "attested": (said,)}
    carried = USUAL.get(event, {}) | carried
    carried = {key: READ.get(key, lambda plain: plain)(value) for key, value in carried.items()}
    if event in CLASSES:
        return CLASSES[event](**named, **carried)
    return Step(step=StepKind(event), **named, **carried)


def told(deadline):
    """Return a deadline in the words of a story."""
    return {
        "duty": deadline.duty,
        "inspection": int(deadline.inspection),
        "due": deadline.due.written,
        "at_the_latest": str(deadline.due_at_latest),
        "state": deadline.state.value,
        "late": deadline.late,
    }


@pytest.mark.parametrize("name", STORIES)
def test_the_story_comes_out(name):
    story = STORIES[name]
    happened = [event(**one) for one in story["happened"]]
    expected = [{key: _plain(one[key]) for key in one} for one in story.get("then", [])]

    held = history.read("anywhere", happened, until=story["as_at"])
    found = [told(deadline) for deadline in deadlines(held, as_at=story["as_at"])]

    assert [
        {key: one[key] for key in hoped} for one, hoped in zip(found, expected, strict=True)
    ] == expected
    assert stage(held) == Stage(story.get("stage", stage(held)))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_opens_with_a_sentence_that_anyone_can_read(name):
    sentence = STORIES[name]["story"]

    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_no_story_is_told_twice():
    sentences = [story["story"] for story in STORIES.values()]

    assert len(set(sentences)) == len(sentences) >= 40


def test_there_are_stories_of_both_frameworks_and_of_everything_the_rulebooks_ask_for():
    told = {then["duty"] for story in STORIES.values() for then in story.get("then", [])}
    begun = {
        Framework(one.get("framework", "lasend-2016"))
        for story in STORIES.values()
        for one in story["happened"]
        if one["event"] == "inspection-started"
    }

    assert told == {clock.duty for clocks in CLOCKS.values() for clock in clocks}
    assert begun == set(Framework)


def test_no_story_calls_anyone_late():
    """Rule 1: from the record as it is, nothing is late."""
    assert not any(then["late"] for story in STORIES.values() for then in story.get("then", []))


@pytest.mark.parametrize("name", STORIES)
def test_every_duty_of_a_story_says_when_it_is_due_and_where_it_stands(name):
    for then in STORIES[name].get("then", []):
        assert then.keys() >= {"duty", "due", "state", "late"}


def test_every_state_of_a_duty_has_its_story():
    states = {then["state"] for story in STORIES.values() for then in story.get("then", [])}

    assert states == {state.value for state in State}


def _plain(value):
    return value if isinstance(value, bool | int) else str(value)
