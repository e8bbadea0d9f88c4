"""Figures divided by year, school year, region and framework: every case in one part."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.areas import AREAS
from areasend.domain.events import Framework, Outcome
from areasend.domain.history import History, read
from areasend.domain.measures import (
    INSPECTED,
    INSPECTED_SINCE_2023,
    INSPECTED_UNDER_EITHER,
    INSPECTED_UNDER_NEITHER,
    INSPECTION_TO_NEXT,
    MEASURES,
    REVISITED,
    STATEMENT_REQUIRED,
    WAITS,
)
from areasend.domain.measures.breakdown import (
    NOT_KNOWN,
    Division,
    breakdown,
    breakdown_of_waits,
)
from areasend.domain.measures.counting import Areas, By, Counting
from tests.domain.building import build_report, build_revisited, build_started
from tests.domain.imagining import events, near_days

TODAY = Counting(as_at=date(2026, 11, 21), areas=Areas.ABOLISHED_TOO)
BEGUN = Counting(as_at=date(2026, 11, 21), by=By.STARTED, areas=Areas.ABOLISHED_TOO)


def inspected(area, *visits, framework=Framework.LASEND_2016):
    """Tell of an area's full inspections, each a start and a publication."""
    outcome = {
        Framework.LASEND_2016: Outcome.STATEMENT_REQUIRED,
        Framework.AREA_SEND_2023: Outcome.INCONSISTENT,
    }[framework]
    told = []
    for number, (started, published) in enumerate(visits, start=1):
        named = {"area": area, "inspection": f"{area}/{framework.year}/{number}"}
        told += [
            build_started(started, framework=framework, **named),
            build_report(published, outcome=outcome, **named),
        ]
    return told


NATION = (
    read("durham", inspected("durham", ("2017-12-04", "2018-01-30"))),
    read("wakefield", inspected("wakefield", ("2017-06-05", "2017-08-10"))),
    read("kent", inspected("kent", ("2019-01-28", "2019-03-29"))),
    read("medway", inspected("medway", ("2017-12-04", "2017/2018"))),
    History("york"),
)


def parts(measure, division, counting=TODAY, nation=NATION):
    found = breakdown(measure.of(nation, counting), division)
    return {name: (part.counted, part.out_of) for name, part in found.items()}


def test_a_year_is_that_of_the_date_by_which_the_rule_counts():
    assert parts(STATEMENT_REQUIRED, Division.YEAR) == {
        "2017": (("wakefield",), 1),
        "2018": (("durham",), 1),
        "2019": (("kent",), 1),
        NOT_KNOWN: (("medway",), 1),
    }
    assert parts(STATEMENT_REQUIRED, Division.YEAR, BEGUN) == {
        "2017": (("durham", "wakefield", "medway"), 3),
        "2019": (("kent",), 1),
    }


def test_an_official_release_by_both_dates_divides_by_the_visit():
    both = Counting(as_at=date(2026, 11, 21), by=By.BOTH, published_to=date(2026, 11, 21))

    assert list(parts(STATEMENT_REQUIRED, Division.YEAR, both)) == ["2017", "2019"]


@pytest.mark.parametrize(
    ("published", "school_year"),
    [
        ("2016-08-31", "2015/16"),
        ("2016-09-01", "2016/17"),
        ("2009-12-31", "2009/10"),
        ("2016-08", "2015/16"),
        ("2016", NOT_KNOWN),
        ("2017-01/2017-06", "2016/17"),
        ("1999-09-01", "1999/00"),
    ],
)
def test_a_school_year_runs_from_september_to_august(published, school_year):
    nation = (read("kent", inspected("kent", ("1999-01-04", published))),)

    assert list(parts(STATEMENT_REQUIRED, Division.SCHOOL_YEAR, nation=nation)) == [school_year]


def test_the_inspectorate_joins_two_of_the_nine_regions():
    assert parts(STATEMENT_REQUIRED, Division.REGION)["North East, Yorkshire and the Humber"] == (
        ("durham", "wakefield"),
        2,
    )
    assert set(parts(STATEMENT_REQUIRED, Division.NINE_REGIONS)) == {
        "North East",
        "South East",
        "Yorkshire and The Humber",
    }


def test_there_are_eight_regions_or_nine():
    everywhere = [History(area) for area in AREAS]

    assert len(parts(INSPECTED, Division.REGION, nation=everywhere)) == 8
    assert len(parts(INSPECTED, Division.NINE_REGIONS, nation=everywhere)) == 9


def test_areas_have_a_region_but_no_year_so_that_each_year_is_out_of_all_of_them():
    assert parts(INSPECTED, Division.YEAR)["2017"] == (("wakefield",), 5)
    assert parts(INSPECTED, Division.NINE_REGIONS)["Yorkshire and The Humber"] == (
        ("wakefield",),
        2,
    )


def test_what_is_counted_of_areas_as_a_whole_has_no_years_at_all():
    assert parts(INSPECTED_UNDER_NEITHER, Division.YEAR) == {}
    assert parts(INSPECTED_UNDER_NEITHER, Division.NINE_REGIONS)["Yorkshire and The Humber"] == (
        ("york",),
        2,
    )


def test_an_area_inspected_in_two_years_counts_in_the_first():
    cornwall = inspected(
        "cornwall",
        ("2023-02-06", "2023-05-05"),
        ("2026-03-23", "2026-05-27"),
        framework=Framework.AREA_SEND_2023,
    )

    assert parts(INSPECTED_SINCE_2023, Division.YEAR, nation=(read("cornwall", cornwall),)) == {
        "2023": (("cornwall",), 1)
    }


def test_a_re_visit_counts_in_the_year_of_the_report_that_led_to_it():
    named = {"area": "kent", "inspection": "kent/2016/1"}
    told = [*inspected("kent", ("2019-01-28", "2019-03-29")), build_revisited("2022-11", **named)]
    nation = (*NATION[:2], read("kent", told))

    assert parts(REVISITED, Division.YEAR, nation=nation) == {
        "2017": ((), 1),
        "2018": ((), 1),
        "2019": (("kent",), 1),
    }


def test_a_re_visit_counts_by_its_own_date_where_the_report_lies_outside_the_rule():
    named = {"area": "kent", "inspection": "kent/2016/1"}
    told = [*inspected("kent", ("2019-01-28", "2019-03-29")), build_revisited("2022-11", **named)]
    lately = Counting(as_at=date(2026, 11, 21), since=date(2022, 1, 1))

    assert parts(REVISITED, Division.YEAR, lately, (read("kent", told),)) == {
        "2022": (("kent",), 0)
    }


def test_what_may_belong_stands_in_its_own_part():
    figure = STATEMENT_REQUIRED.of(NATION, Counting(as_at=date(2017, 12, 31)))

    assert {
        name: one.perhaps for name, one in breakdown(figure, Division.NINE_REGIONS).items()
    } == {
        "South East": ("medway",),
        "Yorkshire and The Humber": (),
    }


def test_by_framework():
    both = (
        *inspected("kent", ("2019-01-28", "2019-03-29")),
        *inspected("kent", ("2025-01-06", "2025-03-03"), framework=Framework.AREA_SEND_2023),
    )
    kent = read("kent", both)
    waits = breakdown_of_waits(INSPECTION_TO_NEXT.of([kent], TODAY), Division.FRAMEWORK)

    assert parts(INSPECTED_UNDER_EITHER, Division.FRAMEWORK, nation=(kent,)) == {
        "2016 framework": (("kent",), 1)
    }
    assert {name: len(one.each) for name, one in waits.items()} == {
        "2016 framework": 1,
        "2023 framework": 1,
    }


def test_an_inspection_whose_start_is_not_held_has_neither_framework_nor_start():
    nation = (read("york", [build_report("2019-12-09", area="york")]),)
    waits = INSPECTION_TO_NEXT.of(nation, TODAY)

    assert list(breakdown_of_waits(waits, Division.FRAMEWORK)) == [NOT_KNOWN]
    assert list(breakdown_of_waits(waits, Division.YEAR)) == ["2019"]


# What holds of every division

counting_rules = st.builds(
    Counting, as_at=near_days, by=st.sampled_from(By), areas=st.sampled_from(Areas)
)
nations = st.lists(events(inspections=("one", "another")), max_size=8).map(
    lambda told: (read("northumberland", told), *NATION)
)


@given(st.sampled_from(list(MEASURES)), nations, counting_rules, st.sampled_from(Division))
def test_the_parts_of_a_figure_add_up_to_the_whole(name, nation, rule, division):
    whole = MEASURES[name].of(nation, rule)
    found = breakdown(whole, division).values()

    if whole.cases and not all(case.always for case in whole.cases):
        assert Counter(case for one in found for case in one.cases) == Counter(whole.cases)
        assert sum(one.count for one in found) == whole.count
        assert sum(one.amounts.total for one in found) == whole.amounts.total
    if not any(case.always for case in whole.among) and found:
        assert sum(one.out_of for one in found) == whole.out_of
    if division in {Division.REGION, Division.NINE_REGIONS}:
        assert sum(one.count for one in found) == whole.count
        assert sum(one.out_of for one in found) == whole.out_of


@given(st.sampled_from(list(WAITS)), nations, counting_rules, st.sampled_from(Division))
def test_the_parts_of_a_measure_of_time_add_up_to_the_whole(name, nation, rule, division):
    whole = WAITS[name].of(nation, rule)
    found = breakdown_of_waits(whole, division).values()

    assert Counter(one for part in found for one in part.each) == Counter(whole.each)
    assert sum(len(part.doubtful) for part in found) == len(whole.doubtful)
