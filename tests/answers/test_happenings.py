"""What the public was told between two states of the record: each thing once, and all of it."""

from datetime import UTC, datetime, timedelta

import pytest

from areasend.answers.happenings import Between
from areasend.answers.topics import Kind, UnknownTopic, areas_of, topic, topics
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework, Outcome, StepKind
from areasend.domain.stages import Stage
from areasend.ledger import entries, releases
from areasend.ledger.releases import Seen, seen_now
from areasend.ledger.statements import Answered, Finding, Replied
from tests.asking import TODAY
from tests.builders import (
    build_attestation,
    build_report,
    build_source,
    build_started,
    build_step,
)

pytestmark = pytest.mark.usefixtures("record")
#: After every release of the shipped record.
NOW = datetime(2027, 1, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
#: When it is read: of things released at one moment, each takes effect an instant after the last.
READ = LATER + timedelta(seconds=1)


@pytest.fixture
def since():
    return seen_now(at=NOW)


def tell(event, *, at=LATER, corrects=None):
    number = entries.record(event, by=1, at=at, corrects=corrects, reason="Again." * bool(corrects))
    releases.release(number, takes_effect_at=at, now=at)
    return number


def inspect_liverpool():
    """Tell of Liverpool's first inspection under the framework of 2023."""
    named = {"area": "liverpool", "inspection": "liverpool/2023/1"}
    tell(build_started("2026-09-07", framework=Framework.AREA_SEND_2023, **named))
    tell(build_report("2026-11-09", outcome=Outcome.POSITIVE, **named))


def told(key, since, *, at=READ):
    return Between(since, seen_now(at=at)).told(topic(key))


def heard(key, since, *, at=READ):
    return [(one.area, one.heading, one.says) for one in told(key, since, at=at).lines]


def test_where_nothing_was_told_there_is_nothing_of_any_topic(since):
    between = Between(since, seen_now(at=LATER))

    every = [one for found in topics(on=TODAY).values() for one in found]

    assert len(every) > 153 + 9 + 13
    assert [one.key for one in every if between.told(one).lines] == []


def test_a_new_fact_is_told_of_its_area_and_its_region_and_no_other(since):
    tell(build_step(area="dudley"))

    assert [area for area, *_ in heard("area/dudley", since)] == ["dudley"]
    assert heard("region/west-midlands", since) == heard("area/dudley", since)
    assert heard("area/oldham", since) == []
    assert heard("region/london", since) == []


def test_a_fact_says_on_whose_word_it_is_and_leads_to_its_place(since):
    tell(build_step(area="dudley"))

    (line,) = told("area/dudley", since).lines

    assert line.word
    assert line.path.startswith("/areas/dudley#f")
    assert told("area/dudley", since).limits.startswith("Our record holds")


def test_two_halves_tell_what_the_whole_does(since):
    tell(build_step(area="dudley"), at=LATER)
    middle = seen_now(at=LATER)
    tell(build_step(area="oldham"), at=LATER + timedelta(hours=1))
    end = LATER + timedelta(hours=2)

    first = Between(since, middle).told(topic("area/dudley")).lines
    second = Between(middle, seen_now(at=end)).told(topic("area/oldham")).lines

    whole = Between(since, seen_now(at=end))
    assert whole.told(topic("area/dudley")).lines == first
    assert whole.told(topic("area/oldham")).lines == second
    assert len(first) == len(second) == 1


def test_what_is_loaded_later_with_an_earlier_moment_is_told_all_the_same():
    """The record that ships is loaded long after its releases took effect."""
    before = Seen(seen_now(at=NOW).number, LATER + timedelta(days=1))
    tell(build_step(area="dudley"), at=LATER)

    assert len(told("area/dudley", before, at=LATER + timedelta(days=2)).lines) == 1


def test_what_takes_effect_later_is_told_then_and_once(since):
    event, effect = build_step(area="dudley"), LATER + timedelta(days=3)
    number = entries.record(event, by=1, at=LATER)
    releases.release(number, takes_effect_at=effect, now=LATER)
    meanwhile, after = seen_now(at=LATER + timedelta(days=1)), seen_now(at=effect)

    assert Between(since, meanwhile).told(topic("area/dudley")).lines == ()
    assert len(Between(meanwhile, after).told(topic("area/dudley")).lines) == 1
    again = seen_now(at=effect + timedelta(days=1))
    assert Between(after, again).told(topic("area/dudley")).lines == ()


def test_what_is_recorded_and_not_released_is_told_to_nobody(since):
    entries.record(build_step(area="dudley"), by=1, at=LATER)

    assert heard("area/dudley", since) == []
    assert heard("region/west-midlands", since) == []


def test_a_correction_tells_what_was_said_before_and_why(since):
    number = tell(build_step(area="dudley"))
    middle = seen_now(at=LATER)
    entries_at = LATER + timedelta(hours=1)
    taken_back = entries.withdraw(number, by=1, at=entries_at, reason="It was of another area.")
    releases.release(taken_back, takes_effect_at=entries_at, now=entries_at)

    (line,) = told("area/dudley", middle, at=entries_at).lines
    assert line.heading.startswith("Corrected on ")
    assert line.why == "It was of another area."
    assert "withdrawn" in line.says
    assert heard("area/dudley", since, at=entries_at) == []


def test_a_source_set_right_is_told_to_nobody_and_a_date_set_right_is():
    number = tell(build_step("2026-10-05", area="dudley"))
    middle = seen_now(at=READ)
    letter = build_attestation("2026-10-05", source=build_source(title="The letter"))
    again = build_step(attested=(letter,), area="dudley")
    number = tell(again, at=READ + timedelta(hours=1), corrects=number)
    first, second = READ + timedelta(hours=2), READ + timedelta(hours=4)
    assert heard("area/dudley", middle, at=first) == []

    tell(build_step("2026-10-06", area="dudley"), at=READ + timedelta(hours=3), corrects=number)
    ((_, heading, _),) = heard("area/dudley", seen_now(at=first), at=second)
    assert heading.startswith("Corrected on ")


def test_answers_and_replies_about_an_area_are_told(since):
    for said in (
        Replied(area="dudley", body="Dudley Council", words="The plan is on our site.", seen="A"),
        Answered(
            about="/areas/dudley", area="dudley", finding=Finding.CANNOT_TELL, words="No source."
        ),
        Answered(about="/glossary", area="", finding=Finding.CANNOT_TELL, words="Elsewhere."),
    ):
        number = entries.say(said, by=1, at=LATER)
        releases.release(number, takes_effect_at=LATER, now=LATER)

    assert heard("area/dudley", since) == [
        ("dudley", "Dudley Council replied", "The plan is on our site."),
        ("dudley", "We answered a report of an error", "No source."),
    ]


def test_a_stage_tells_who_reached_it_and_who_left(since):
    inspect_liverpool()

    reached, left = heard("stage/positive", since), heard("stage/progress-on-all", since)

    assert reached == [
        ("liverpool", "Now at this stage", f"Before: {Stage.PROGRESS_ON_ALL.value}.")
    ]
    assert left == [("liverpool", "No longer at this stage", f"Now: {Stage.POSITIVE.value}.")]


def test_a_measure_tells_its_figure_before_and_now_and_who_came(since):
    inspect_liverpool()

    (line,) = told("measure/inspected-since-2023", since).lines

    assert line.heading == "The figure is now"
    assert "; before, " in line.says
    assert line.says.endswith("Counted now: Liverpool.")
    assert told("measure/statement-required", since).lines == ()


def test_an_area_that_is_no_more_leads_to_those_it_became():
    assert set(areas_of(topic("area/northamptonshire"))) > {"northamptonshire"}
    assert areas_of(topic("area/dudley")) == ("dudley",)


def test_every_area_is_of_one_region_and_every_stage_has_its_topic():
    offered = topics(on=TODAY)

    of_regions = [slug for one in offered[Kind.REGION] for slug in areas_of(one)]
    assert sorted(of_regions) == sorted(AREAS)
    assert len(offered[Kind.STAGE]) == len(Stage)
    assert len(offered[Kind.AREA]) == 153


@pytest.mark.parametrize("key", ["", "area/nowhere", "dudley", "area/dudley\n", "stage/late"])
def test_there_is_no_topic_of_another_name(key):
    with pytest.raises(UnknownTopic):
        topic(key)


def test_an_area_is_told_that_it_newly_stands_at_another_stage(since):
    inspect_liverpool()

    moved = [says for _, heading, says in heard("area/liverpool", since) if "stands" in heading]

    (said,) = moved
    assert said.startswith(Stage.POSITIVE.value)
    assert "Before: 2016 framework: " in said


def test_an_area_is_told_of_a_date_that_passed_by_the_day_alone():
    before, after = (datetime(year, 1, 1, 9, tzinfo=UTC) for year in (2028, 2029))

    found = heard("area/birmingham", seen_now(at=before), at=after)

    ((area, heading, says),) = [one for one in found if "passed, for" in one[1]]
    assert area == "birmingham"
    assert heading.startswith("A date has passed, for Ofsted and the Care Quality Commission to ")
    assert says.startswith("Expected around August 2028. The usual time has passed; ")
    assert "late" not in says.split()
    assert "The date rests on the inspection handbook: " in says
    assert heard("area/birmingham", seen_now(at=after), at=after + timedelta(days=1)) == []


def test_an_area_is_told_that_a_date_no_longer_counts_as_passed(since):
    tell(
        build_step(
            "2026-12-01",
            area="oldham",
            inspection="oldham/2023/1",
            step=StepKind.MONITORING_INSPECTION_STARTED,
        )
    )

    found = [one for one in heard("area/oldham", since) if "no longer counts" in one[1]]

    ((_, heading, says),) = found
    assert heading.startswith("A date no longer counts as passed, for ")
    assert says.startswith("Now: ")
