"""Statistics: a count out of a count, by a rule, with the names behind both."""

import pkgutil
from datetime import date
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import measures
from areasend.domain.coverage import complete_to
from areasend.domain.events import Framework, Outcome, Verdict
from areasend.domain.history import History, read
from areasend.domain.measures import (
    EFFECTIVE_ACTION,
    INCONSISTENT,
    INEFFECTIVE_ACTION,
    INSPECTED,
    INSPECTED_SINCE_2023,
    INSPECTED_UNDER_BOTH,
    INSPECTED_UNDER_EITHER,
    INSPECTED_UNDER_NEITHER,
    MEASURES,
    MONITORED,
    NOT_REVISITED,
    POSITIVE,
    PRIORITY_ACTIONS,
    PRIORITY_PLAN_REQUIRED,
    PROGRESS_ON_ALL,
    PROGRESS_ON_NONE,
    PROGRESS_ON_SOME,
    REVISITED,
    STATEMENT_JUDGED_FIT,
    STATEMENT_JUDGED_NOT_FIT,
    STATEMENT_REQUIRED,
    WANTING_UNDER_BOTH,
    WEAKNESSES,
    WEAKNESSES_WITH_PROGRESS,
    WEAKNESSES_WITHOUT_PROGRESS,
    WIDESPREAD_FAILINGS,
)
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Measure
from tests.domain.building import (
    build_judged,
    build_monitored,
    build_report,
    build_revisited,
    build_started,
    build_step,
)
from tests.domain.imagining import events, near_days

TODAY = date(2026, 11, 21)
PUBLISHED = Counting(as_at=date(2021, 4, 13), areas=Areas.ABOLISHED_TOO)
VERDICTS = {
    Verdict.ALL: PROGRESS_ON_ALL,
    Verdict.SOME: PROGRESS_ON_SOME,
    Verdict.NONE: PROGRESS_ON_NONE,
}
FOUND = {
    Outcome.POSITIVE: POSITIVE,
    Outcome.INCONSISTENT: INCONSISTENT,
    Outcome.WIDESPREAD_FAILINGS: WIDESPREAD_FAILINGS,
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


def inspected_since_2023(area, *visits):
    """Tell of an area's full inspections under the framework of 2023."""
    events_of_it = []
    for number, (started, published, outcome) in enumerate(visits, start=1):
        named = {"area": area, "inspection": f"{area}/2023/{number}"}
        events_of_it.append(build_started(started, framework=Framework.AREA_SEND_2023, **named))
        if published:
            events_of_it.append(build_report(published, outcome=outcome, **named))
    return told(area, *events_of_it)


#: The same since 2023: one area inspected twice, one whose visit waits for its report.
SINCE_2023 = (
    inspected_since_2023("birmingham", ("2025-06-23", "2025-08-15", Outcome.INCONSISTENT)),
    inspected_since_2023(
        "cornwall",
        ("2023-02-06", "2023-04-20", Outcome.INCONSISTENT),
        ("2026-03-23", "2026-05-27", Outcome.INCONSISTENT),
    ),
    inspected_since_2023("kent", ("2026-06-01", None, None)),
    inspected_since_2023("oldham", ("2023-06-26", "2023-08-29", Outcome.WIDESPREAD_FAILINGS)),
    inspected_since_2023("warrington", ("2023-03-13", "2023-05-12", Outcome.POSITIVE)),
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


def carried_out(measure, nation, as_at):
    found = figure(measure, Counting(as_at=date.fromisoformat(as_at), by=By.STARTED), nation)
    return found.counted, found.perhaps


def test_a_re_visit_whose_start_is_not_held_was_carried_out_between_the_report_and_its_letter():
    letter = ((build_revisited, "2019-12-09", {"verdict": Verdict.ALL}),)
    york = (inspected("york", "2017-01-23", "2017-04-03", then=letter),)

    assert figure(PROGRESS_ON_ALL, nation=york).counted == ("york",)
    assert carried_out(PROGRESS_ON_ALL, york, "2019-12-09") == (("york",), ())
    assert carried_out(PROGRESS_ON_ALL, york, "2019-12-08") == ((), ("york",))
    assert carried_out(PROGRESS_ON_ALL, york, "2017-04-02") == ((), ())


def test_a_re_visit_whose_start_is_not_held_began_after_the_day_to_which_all_are():
    letter = ((build_revisited, "2023-01", {"verdict": Verdict.SOME}),)
    york = (inspected("york", "2017-01-23", "2017-04-03", then=letter),)

    assert complete_to("revisit-started") == date(2022, 8, 31)
    assert carried_out(REVISITED, york, "2022-08-31") == ((), ())
    assert carried_out(REVISITED, york, "2022-09-01") == ((), ("york",))


def test_a_letter_alone_was_of_a_re_visit_carried_out_by_its_day():
    named = {"area": "york", "inspection": "york/2016/1"}
    letter = told("york", build_revisited("2019-12-09", verdict=Verdict.ALL, **named))

    assert carried_out(PROGRESS_ON_ALL, (letter,), "2019-12-09") == (("york",), ())


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


# Since 2023


def test_an_area_inspected_twice_since_2023_is_one_area_out_of_all_areas():
    """Rule 17 of what may be said: 96 of 153 areas have been seen, in 97 inspections."""
    found = figure(INSPECTED_SINCE_2023, Counting(as_at=TODAY), SINCE_2023)

    assert found.counted == ("birmingham", "cornwall", "oldham", "warrington")
    assert (found.count, found.out_of) == (4, 6)


def test_an_area_that_surely_counts_is_not_also_one_that_may():
    twice = inspected_since_2023(
        "cornwall",
        ("2023-02-06", "2023-04-20", Outcome.INCONSISTENT),
        ("2026-03-23", "2026", Outcome.INCONSISTENT),
    )
    vague = inspected_since_2023("oldham", ("2026", "2026", Outcome.INCONSISTENT))

    found = figure(INSPECTED_SINCE_2023, Counting(as_at=date(2026, 6, 29)), (twice, vague))

    assert (found.counted, found.perhaps) == (("cornwall",), ("oldham",))


@pytest.mark.parametrize(
    ("outcome", "areas"),
    [
        (Outcome.POSITIVE, ("warrington",)),
        (Outcome.INCONSISTENT, ("birmingham", "cornwall", "cornwall")),
        (Outcome.WIDESPREAD_FAILINGS, ("oldham",)),
    ],
)
def test_what_inspections_found_since_2023_is_counted_out_of_inspections(outcome, areas):
    found = figure(FOUND[outcome], Counting(as_at=TODAY), SINCE_2023)

    assert found.counted == areas
    assert found.population == ("birmingham", "cornwall", "cornwall", "oldham", "warrington")


def test_official_releases_since_2023_count_the_inspections_begun_in_a_year():
    year = Counting(as_at=date(2023, 12, 31), since=date(2023, 1, 1), by=By.STARTED)

    assert figure(INSPECTED_SINCE_2023, year, SINCE_2023).counted == (
        "cornwall",
        "oldham",
        "warrington",
    )
    assert figure(INCONSISTENT, year, SINCE_2023).counted == ("cornwall",)


def test_no_measure_counts_across_the_two_frameworks():
    both = (*NATION, *SINCE_2023)
    rule = Counting(as_at=TODAY, areas=Areas.ABOLISHED_TOO)

    for measure in (STATEMENT_REQUIRED, REVISITED, PROGRESS_ON_ALL):
        assert figure(measure, rule, both).counted == figure(measure, rule, NATION).counted
    for measure in FOUND.values():
        assert figure(measure, rule, both).counted == figure(measure, rule, SINCE_2023).counted


@pytest.mark.parametrize("outcome", FOUND)
def test_an_outcome_that_its_framework_does_not_have_counts_nowhere(outcome):
    odd = told("york", build_started("2019-09-30"), build_report("2019-12-09", outcome=outcome))

    assert figure(FOUND[outcome], Counting(as_at=TODAY), (odd,)).count == 0


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


@given(nations, counting_rules)
def test_an_inspection_since_2023_found_one_of_three(nation, rule):
    since_2023 = [figure(measure, rule, (*nation, *SINCE_2023)) for measure in FOUND.values()]

    assert {one.population for one in since_2023} == {since_2023[0].population}
    assert all(set(one.counted) <= set(one.population) for one in since_2023)
    assert sum(one.count for one in since_2023) <= since_2023[0].out_of


@pytest.mark.parametrize("measure", [INSPECTED, INSPECTED_SINCE_2023])
@given(nations, counting_rules)
def test_of_areas_no_more_are_counted_than_there_are(measure, nation, rule):
    found = figure(measure, rule, nation)

    assert len(set(found.counted)) == found.count <= found.out_of
    assert not set(found.counted) & set(found.perhaps)


@given(nations, st.sampled_from(By), near_days, near_days)
def test_a_count_with_abolished_areas_never_falls_as_time_passes(nation, by, one, other):
    rules = [Counting(as_at=day, by=by, areas=Areas.ABOLISHED_TOO) for day in sorted([one, other])]

    sooner, later = (figure(INSPECTED, rule, nation).counted for rule in rules)

    assert set(sooner) <= set(later)


# Under both frameworks, and under neither

BOTH = (
    told(
        "oldham",
        *inspected("oldham", "2017-09-25", "2017-11-28").events,
        *SINCE_2023[3].events,
    ),
    told(
        "warrington",
        *inspected("warrington", "2017-09-25", "2017-11-28", needs_statement=False).events,
        *SINCE_2023[4].events,
    ),
    told(
        "cornwall", *inspected("cornwall", "2017-07-03", "2017-09-01").events, *SINCE_2023[1].events
    ),
    SINCE_2023[0],
    inspected("kent", "2019-01-28", "2019-03-29"),
    History("york"),
)


@pytest.mark.parametrize(
    ("measure", "counted", "out_of"),
    [
        (INSPECTED_UNDER_EITHER, ("oldham", "warrington", "cornwall", "birmingham", "kent"), 6),
        (INSPECTED_UNDER_BOTH, ("oldham", "warrington", "cornwall"), 6),
        (INSPECTED_UNDER_NEITHER, ("york",), 6),
        (WANTING_UNDER_BOTH, ("oldham",), 3),
    ],
)
def test_areas_are_counted_across_frameworks_by_whether_both_reports_are_out(
    measure, counted, out_of
):
    found = figure(measure, Counting(as_at=TODAY), BOTH)

    assert (found.counted, found.out_of) == (counted, out_of)


def test_before_the_second_report_an_area_was_inspected_under_one_framework():
    early = Counting(as_at=date(2023, 8, 28))

    assert figure(INSPECTED_UNDER_BOTH, early, BOTH).counted == ("warrington", "cornwall")
    assert figure(WANTING_UNDER_BOTH, early, BOTH).counted == ()
    assert figure(INSPECTED_UNDER_NEITHER, early, BOTH).counted == ("birmingham", "york")


def test_where_a_date_does_not_decide_an_area_was_perhaps_not_inspected():
    found = figure(INSPECTED_UNDER_NEITHER)

    assert found.counted == ("wirral", "dorset", "york")
    assert found.perhaps == ("sefton",)


def test_a_statement_whose_report_may_have_come_is_perhaps_not_re_visited():
    found = figure(NOT_REVISITED)

    assert found.counted == ("devon", "kent")
    assert found.perhaps == ("sefton",)
    assert found.out_of == figure(REVISITED).out_of


def test_a_re_visit_that_may_have_been_leaves_it_open_whether_one_was_not():
    vague = inspected(
        "kent", "2019-01-28", "2019-03-29", then=revisited("2022", "2022", Verdict.ALL)
    )
    found = figure(NOT_REVISITED, Counting(as_at=date(2022, 6, 30)), (vague,))

    assert (found.counted, found.perhaps) == ((), ("kent",))


# What is added up

NUMBERED = (
    told(
        "dudley",
        build_started("2019-07-01", area="dudley", inspection="dudley/2016/1"),
        build_report("2019-08-16", area="dudley", inspection="dudley/2016/1", weaknesses=14),
        build_revisited(
            "2022-03-31",
            area="dudley",
            inspection="dudley/2016/1",
            verdict=Verdict.SOME,
            sufficient=8,
            of=14,
        ),
    ),
    inspected("kent", "2019-01-28", "2019-03-29", then=revisited("2022", "2022", Verdict.NONE)),
    told(
        "norfolk",
        build_started("2020-03-02", area="norfolk", inspection="norfolk/2016/1"),
        build_report("2020-06-09", area="norfolk", inspection="norfolk/2016/1", weaknesses=3),
    ),
)
ALL_OF_IT = Counting(as_at=TODAY)


def test_weaknesses_are_added_up_over_the_reports_that_give_their_number():
    found = figure(WEAKNESSES, ALL_OF_IT, NUMBERED)

    assert found.amounts.total == 17
    assert (found.counted, found.out_of) == (("dudley", "norfolk"), 3)
    assert (found.amounts.mean, found.amounts.median) == (Fraction(17, 2), Fraction(17, 2))
    assert (found.amounts.least, found.amounts.most) == (3, 14)
    assert found.total_of is None


def test_weaknesses_at_re_visits_are_part_of_those_that_were_looked_at():
    enough = figure(WEAKNESSES_WITH_PROGRESS, ALL_OF_IT, NUMBERED)
    too_little = figure(WEAKNESSES_WITHOUT_PROGRESS, ALL_OF_IT, NUMBERED)

    assert (enough.amounts.total, enough.total_of) == (8, 14)
    assert (too_little.amounts.total, too_little.total_of) == (6, 14)
    assert (enough.counted, enough.out_of) == (("dudley",), 2)


def test_of_no_amounts_there_is_a_total_and_no_middle():
    amounts = figure(WEAKNESSES, ALL_OF_IT, (History("york"),)).amounts

    assert amounts.total == 0
    assert (amounts.mean, amounts.median, amounts.least, amounts.most) == (None,) * 4


def test_priority_actions_are_added_up_where_the_number_is_held():
    named = {"area": "oxfordshire", "inspection": "oxfordshire/2023/1"}
    begun = build_started("2023-07-17", framework=Framework.AREA_SEND_2023, **named)
    report = build_report(
        "2023-09-15", outcome=Outcome.WIDESPREAD_FAILINGS, priority_actions=5, **named
    )
    nation = (*SINCE_2023, told("oxfordshire", begun, report))
    found = figure(PRIORITY_ACTIONS, ALL_OF_IT, nation)

    assert found.amounts.total == 5
    assert (found.counted, found.population) == (("oxfordshire",), ("oldham", "oxfordshire"))
    assert figure(PRIORITY_PLAN_REQUIRED, ALL_OF_IT, nation).counted == ("oldham", "oxfordshire")


def test_a_measure_that_adds_nothing_up_has_no_amounts():
    assert figure(STATEMENT_REQUIRED).amounts.values == ()


# What was said of a statement, and what monitoring found


def test_a_statement_counts_once_as_judged_so_by_the_day_of_the_judgement():
    nation = (
        inspected(
            "cumbria",
            "2019-03-18",
            "2019-05-22",
            then=(
                (build_judged, "2019-09", {"fit": False}),
                (build_judged, "2019-09-30", {"fit": False}),
                (build_judged, "2019-10-18", {"fit": True}),
            ),
        ),
        inspected("kent", "2019-01-28", "2019-03-29"),
    )
    then = Counting(as_at=date(2019, 10, 17), areas=Areas.ABOLISHED_TOO)
    today = Counting(as_at=TODAY, areas=Areas.ABOLISHED_TOO)

    assert figure(STATEMENT_JUDGED_NOT_FIT, then, nation).counted == ("cumbria",)
    assert figure(STATEMENT_JUDGED_FIT, then, nation).counted == ()
    assert figure(STATEMENT_JUDGED_FIT, today, nation).counted == ("cumbria",)
    assert figure(STATEMENT_JUDGED_FIT, today, nation).out_of == 2


def test_monitoring_inspections_are_counted_out_of_failings_and_by_what_they_found():
    named = {"area": "oldham", "inspection": "oldham/2023/1"}
    again = (
        build_step("monitoring-inspection-started", "2025-02-03", **named),
        build_monitored("../2025-03-31", effective=False, **named),
        build_monitored("2025-11-03", effective=True, **named),
    )
    nation = (told("oldham", *SINCE_2023[3].events, *again),)
    early = Counting(as_at=date(2025, 1, 31))

    assert figure(MONITORED, ALL_OF_IT, nation).counted == ("oldham", "oldham")
    assert figure(MONITORED, ALL_OF_IT, nation).out_of == 1
    assert figure(INEFFECTIVE_ACTION, ALL_OF_IT, nation).counted == ("oldham",)
    assert figure(EFFECTIVE_ACTION, ALL_OF_IT, nation).out_of == 2
    # No report comes before its inspection, however vague its date.
    assert (figure(MONITORED, early, nation).count, figure(MONITORED, early, nation).perhaps) == (
        0,
        (),
    )


def test_a_monitoring_inspection_whose_start_is_not_held_was_carried_out_by_its_report():
    named = {"area": "oldham", "inspection": "oldham/2023/1"}
    nation = (told("oldham", *SINCE_2023[3].events, build_monitored("2025-11-03", **named)),)

    assert figure(MONITORED, ALL_OF_IT, nation).count == 1
    assert carried_out(MONITORED, nation, "2025-11-03") == (("oldham",), ())
    assert carried_out(MONITORED, nation, "2025-11-02") == ((), ("oldham",))


@given(nations, counting_rules)
def test_areas_inspected_under_either_and_under_neither_are_all_areas(nation, rule):
    either, neither = (
        figure(measure, rule, (*nation, *SINCE_2023))
        for measure in (INSPECTED_UNDER_EITHER, INSPECTED_UNDER_NEITHER)
    )

    assert not set(either.counted) & set(neither.counted)
    assert set(either.counted) | set(neither.counted) | set(neither.perhaps) == set(
        either.population
    )


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
