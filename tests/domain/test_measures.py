"""Statistics: a count out of a count, by a rule, with the names behind both."""

import pkgutil
from datetime import date
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import measures
from areasend.domain.events import Outcome, Verdict
from areasend.domain.history import History, read
from areasend.domain.measures import (
    INSPECTED,
    MEASURES,
    PROGRESS_ON_ALL,
    PROGRESS_ON_NONE,
    PROGRESS_ON_SOME,
    REVISITED,
    STATEMENT_REQUIRED,
)
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Measure
from tests.domain.building import build_report, build_revisited, build_started, build_step
from tests.domain.imagining import events, near_days

TODAY = date(2026, 11, 21)
PUBLISHED = Counting(as_at=date(2021, 4, 13), areas=Areas.ABOLISHED_TOO)
VERDICTS = {
    Verdict.ALL: PROGRESS_ON_ALL,
    Verdict.SOME: PROGRESS_ON_SOME,
    Verdict.NONE: PROGRESS_ON_NONE,
}


def told(area, *events_of_it):
    return read(area, events_of_it)


def inspected(area, started, published, *, needs_statement=True, then=()):
    """Tell of an area that was inspected, and of what followed."""
    required = Outcome.STATEMENT_REQUIRED if needs_statement else Outcome.NO_STATEMENT_REQUIRED
    named = {"area": area, "inspection": f"{area}/2016/1"}
    return told(
        area,
        build_started(started, **named),
        build_report(published, outcome=required, **named),
        *(build(on, **more, **named) for build, on, more in then),
    )


def revisited(started, published, verdict):
    return (
        (lambda on, **more: build_step("revisit-started", on, **more), started, {}),
        (lambda on, **more: build_revisited(on, verdict=verdict, **more), published, {}),
    )


#: A small nation: one area abolished, two of which nothing is held, one whose dates do not decide.
#: The areas are real; what is told of them is made up.
NATION = (
    inspected("bexley", "2017-01-23", "2017-04-03", needs_statement=False),
    inspected(
        "devon",
        "2018-12-10",
        "2019-02-28",
        then=revisited("2022-05-23", "2022-08-09", Verdict.NONE),
    ),
    inspected(
        "dorset-county",
        "2017-01-23",
        "2017-03-31",
        then=revisited("2019-02-04", "2019-03-27", Verdict.SOME),
    ),
    inspected("kent", "2019-01-28", "2019-03-29"),
    inspected(
        "rochdale",
        "2016-09-26",
        "2016-12-05",
        then=revisited("2018-12-03", "2019-01-17", Verdict.ALL),
    ),
    inspected("sefton", "2021-03", "2021", needs_statement=True),
    inspected("wirral", "2021-09-27", "2021-12-10"),
    History("dorset"),
    History("york"),
)


def figure(measure, counting=PUBLISHED, nation=NATION):
    return measure.of(nation, counting)


# What is counted


def test_inspected_areas_are_counted_out_of_all_areas():
    found = figure(INSPECTED)

    assert found.counted == ("bexley", "devon", "dorset-county", "kent", "rochdale")
    assert found.population == tuple(one.area for one in NATION)
    assert (found.count, found.out_of) == (5, 9)
    assert found.share == Fraction(5, 9)


def test_what_the_dates_do_not_decide_is_listed_and_not_counted():
    assert figure(INSPECTED).perhaps == ("sefton",)
    assert figure(STATEMENT_REQUIRED).perhaps == ("sefton",)


def test_statements_are_counted_out_of_inspections_published_by_the_same_day():
    found = figure(STATEMENT_REQUIRED)

    assert found.counted == ("devon", "dorset-county", "kent", "rochdale")
    assert found.population == ("bexley", "devon", "dorset-county", "kent", "rochdale")


def test_re_visits_are_counted_out_of_inspections_that_led_to_a_statement():
    found = figure(REVISITED)

    assert found.counted == ("dorset-county", "rochdale")
    assert found.population == ("devon", "dorset-county", "kent", "rochdale")


@pytest.mark.parametrize(
    ("verdict", "area"),
    [(Verdict.ALL, "rochdale"), (Verdict.SOME, "dorset-county"), (Verdict.NONE, "devon")],
)
def test_progress_is_counted_out_of_re_visits(verdict, area):
    found = figure(VERDICTS[verdict], Counting(as_at=TODAY, areas=Areas.ABOLISHED_TOO))

    assert found.counted == (area,)
    assert found.population == ("devon", "dorset-county", "rochdale")


# By which rule


def test_an_abolished_area_counts_only_if_the_rule_says_so():
    current = figure(INSPECTED, Counting(as_at=PUBLISHED.as_at))

    assert "dorset-county" not in current.counted
    assert "dorset-county" not in current.population
    assert "dorset" in current.population
    assert current.count == figure(INSPECTED).count - 1


def test_an_area_counts_in_its_current_form_while_it_stands():
    found = figure(INSPECTED, Counting(as_at=date(2019, 3, 31)))

    assert "dorset-county" in found.counted
    assert "dorset" not in found.population


@pytest.mark.parametrize(
    ("by", "published_to", "counted"),
    [
        (By.PUBLISHED, None, ("dorset-county", "rochdale")),
        (By.STARTED, None, ("devon", "dorset-county", "rochdale")),
        (By.BOTH, None, ("dorset-county", "rochdale")),
        (By.BOTH, date(2022, 8, 9), ("devon", "dorset-county", "rochdale")),
    ],
)
def test_the_same_question_has_an_answer_for_each_rule(by, published_to, counted):
    rule = Counting(
        as_at=date(2022, 5, 31), by=by, published_to=published_to, areas=Areas.ABOLISHED_TOO
    )

    assert figure(REVISITED, rule).counted == counted


def test_a_figure_keeps_its_measure_and_its_rule():
    found = figure(INSPECTED)

    assert (found.measure, found.counting) == (INSPECTED, PUBLISHED)


# Where little is held


def test_of_nothing_there_is_no_share():
    found = figure(STATEMENT_REQUIRED, nation=(History("york"),))

    assert (found.count, found.out_of, found.share) == (0, 0, None)


def test_an_inspection_without_a_report_is_not_counted():
    begun = told("york", build_started("2019-09-30", area="york"))

    assert figure(INSPECTED, nation=(begun,)).count == 0


@pytest.mark.parametrize("by", [By.PUBLISHED, By.STARTED])
def test_an_inspection_whose_framework_is_not_held_counts_nowhere(by):
    report = told("york", build_report("2019-12-09", area="york"))
    rule = Counting(as_at=TODAY, by=by)

    for measure in (INSPECTED, STATEMENT_REQUIRED):
        assert figure(measure, rule, nation=(report,)).count == 0


def test_a_re_visit_whose_start_is_not_held_counts_by_its_letter():
    named = {"area": "york", "inspection": "york/2016/1"}
    letter = told("york", build_revisited("2019-12-09", verdict=Verdict.ALL, **named))

    assert figure(PROGRESS_ON_ALL, nation=(letter,)).counted == ("york",)
    assert figure(PROGRESS_ON_ALL, Counting(as_at=TODAY, by=By.STARTED), (letter,)).count == 0


def test_a_re_visit_without_a_letter_is_not_counted():
    begun = told("york", build_step("revisit-started", "2019-12-09", area="york"))

    assert figure(PROGRESS_ON_SOME, nation=(begun,)).out_of == 0


def test_an_area_inspected_twice_has_two_inspections():
    again = {"inspection": "york/2016/2", "area": "york"}
    twice = told(
        "york",
        *inspected("york", "2017-01-23", "2017-04-03").events,
        build_started("2019-09-30", **again),
        build_report("2019-12-09", **again),
    )

    assert figure(STATEMENT_REQUIRED, nation=(twice,)).counted == ("york", "york")


# What holds of every figure

counting_rules = st.builds(
    Counting, as_at=near_days, by=st.sampled_from(By), areas=st.sampled_from(Areas)
)
nations = st.lists(events(inspections=("one",)), max_size=5).map(
    lambda told_of_it: (read("northumberland", told_of_it), *NATION)
)


@given(nations, counting_rules)
def test_a_verdict_is_one_of_three(nation, rule):
    verdicts = [figure(measure, rule, nation) for measure in VERDICTS.values()]

    assert {one.population for one in verdicts} == {verdicts[0].population}
    assert sum(one.count for one in verdicts) == verdicts[0].out_of


@given(nations, counting_rules)
def test_no_more_statements_were_required_than_inspections_published(nation, rule):
    found = figure(STATEMENT_REQUIRED, rule, nation)

    assert set(found.counted) <= set(found.population)
    assert found.share is None or 0 <= found.share <= 1


@given(nations, st.sampled_from(By), near_days, near_days)
def test_a_count_with_abolished_areas_never_falls_as_time_passes(nation, by, one, other):
    rules = [Counting(as_at=day, by=by, areas=Areas.ABOLISHED_TOO) for day in sorted([one, other])]

    sooner, later = (figure(INSPECTED, rule, nation).counted for rule in rules)

    assert set(sooner) <= set(later)


# The register of measures


def test_every_measure_that_a_module_defines_is_in_the_register():
    names = [one.name for one in pkgutil.iter_modules(measures.__path__)]
    modules = [import_module(f"areasend.domain.measures.{name}") for name in names]
    defined = {
        id(value)
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Measure)
    }

    assert {id(measure) for measure in MEASURES.values()} == defined


def test_a_measure_is_found_by_its_name():
    assert all(measure.name == name for name, measure in MEASURES.items())


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_every_measure_says_what_it_counts_out_of_what_by_whom_and_when_reviewed(measure):
    assert measure.says.endswith(".")
    assert measure.says[0].isupper()
    assert measure.out_of
    assert measure.author
    assert date(2026, 1, 1) <= measure.reviewed <= TODAY
