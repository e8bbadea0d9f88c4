"""What stands out beside 20 weeks is found by rule, and is what others noticed by hand."""

from datetime import date

import pytest

from areasend.answers.judged_alike import judged_alike
from tests.asking import TODAY, asked
from tests.builders import build_report, build_started

pytestmark = pytest.mark.usefixtures("read_once")


def slowest(framework, as_at=TODAY):
    found = {one.framework: one for one in judged_alike(asked(as_at)).compared}[framework]
    return {one.area: one for one in found.fifths[0].cases}


def test_somerset_and_hampshire_are_among_the_slowest_and_were_found_differently():
    """Special Needs Jungle set 20 % and a statement beside 6 % and none, both of 2019."""
    found = slowest("lasend-2016")

    assert (found["somerset"].year, found["hampshire"].year) == (2019, 2019)
    assert found["somerset"].outcome == "statement required"
    assert found["hampshire"].outcome == "no statement required"
    assert found["hampshire"].rate < found["somerset"].rate < 0.25


def test_west_sussex_in_2023_is_found_and_stands_at_the_official_share():
    """Special Needs Jungle wrote 3 %; the official figure of 2023 is 3.6 %."""
    found = slowest("area-send-2023")["west-sussex"]

    assert (found.year, found.share) == (2023, "3.6 %")
    assert found.outcome == "inconsistent experiences"


def test_the_fifths_hold_every_measured_inspection_once():
    for one in judged_alike(asked()).compared:
        cases = [case for fifth in one.fifths for case in fifth.cases]
        rates = [case.rate for case in cases]

        assert len(cases) == one.measured <= one.inspections
        assert rates == sorted(rates)
        assert all(sum(n for _, n in fifth.found) == len(fifth.cases) for fifth in one.fifths)


def test_no_area_with_few_children_is_among_them():
    small = {"city-of-london", "isles-of-scilly"}
    cases = {c.area for one in judged_alike(asked()).compared for f in one.fifths for c in f.cases}

    assert not small & cases


def test_a_region_has_an_interval_around_its_share():
    regions = {one.region: one for one in judged_alike(asked(date(2022, 12, 31))).regions}
    london = regions["London"]

    assert (london.count, london.out_of) == (11, 33)
    assert all(one.low < one.count / one.out_of < one.high for one in regions.values())


def test_before_five_were_inspected_nothing_is_compared():
    assert all(not one.fifths for one in judged_alike(asked("2016-05-31")).compared)


def test_a_region_whose_only_report_may_not_have_been_out_has_no_rate(let_answers_read):
    named = {"inspection": "dudley/2016/1"}
    let_answers_read({"dudley": [build_started("2019-01", **named), build_report("2019", **named)]})

    assert judged_alike(asked("2019-06-01")).regions == ()
