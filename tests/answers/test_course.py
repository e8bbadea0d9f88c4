"""How inspections go: every time that a step gives is a rule's, with its force and its source."""

from areasend.answers.course import course
from areasend.answers.duties import FORCES


def test_every_time_has_its_force_and_its_source():
    times = [time for one in course().courses for step in one.steps for time in step.times]

    assert len(times) > 10
    assert all(time.force in FORCES.values() for time in times)
    assert all(time.reference and time.href.startswith("https://") for time in times)


def test_the_notice_of_a_revisit_is_that_of_the_framework_of_2016():
    (old,) = (one for one in course().courses if one.key == "lasend-2016")
    (revisit,) = (step for step in old.steps if step.title == "Re-visit")

    assert [time.period for time in revisit.times] == [
        "18 months",
        "10 working days",
        "4 working days",
    ]


def test_a_time_that_changed_or_is_in_doubt_is_told_with_the_one_before_it():
    since_2023, _ = course().courses
    step = next(one for one in since_2023.steps if "Priority action plan" in one.title)
    submitted = step.times[0]

    assert (submitted.period, submitted.force) == ("50 working days", "usual practice")
    assert [(one.period, one.force) for one in submitted.earlier] == [
        ("35 working days", "the inspection handbook")
    ]
    assert "unofficial page" in step.doubt
