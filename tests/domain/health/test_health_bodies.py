"""Which health bodies served an area on a day, what became of them, and what we do not hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.areas import AREAS, areas_on
from areasend.domain.health import BODIES, areas_of, bodies_of, not_held

APRIL_2016 = date(2016, 4, 1)
TODAY = date(2026, 11, 21)
MERGED = date(2026, 4, 1)
areas = st.sampled_from(sorted(AREAS))
bodies = st.sampled_from(sorted(BODIES))
days = st.dates(date(2015, 1, 1), date(2030, 1, 1))


def slugs(footprints):
    return [one.body for one in footprints]


def test_essex_had_three_boards_the_largest_first():
    """As its inspection reports name them."""
    served = bodies_of("essex", on=date(2025, 6, 1))

    assert slugs(served) == [
        "mid-and-south-essex-icb",
        "suffolk-and-north-east-essex-icb",
        "hertfordshire-and-west-essex-icb",
    ]
    assert [one.share for one in served] == [0.5734, 0.2225, 0.2041]


@pytest.mark.parametrize("area", ["suffolk", "surrey"])
def test_suffolk_and_surrey_had_two_boards(area):
    assert len(bodies_of(area, on=date(2024, 1, 1))) == 2


def test_greater_manchesters_board_serves_ten_areas():
    assert len(areas_of("greater-manchester-icb", on=TODAY)) == 10


@pytest.mark.parametrize(
    ("day", "kind", "count"),
    [
        (APRIL_2016, "ccg", 209),
        (date(2017, 4, 1), "ccg", 207),
        (date(2018, 4, 1), "ccg", 195),
        (date(2019, 4, 1), "ccg", 191),
        (date(2020, 4, 1), "ccg", 135),
        (date(2022, 7, 1), "icb", 42),
        (date(2026, 3, 31), "icb", 42),
        (MERGED, "icb", 36),
    ],
)
def test_the_number_of_bodies_on_a_day(day, kind, count):
    serving = {one.body for area in AREAS for one in bodies_of(area, on=day)}

    assert len(serving) == count
    assert {BODIES[slug].kind for slug in serving} == {kind}


def test_what_is_not_held_is_said():
    assert "before 1 April 2016" in not_held(date(2016, 3, 31))
    assert not_held(APRIL_2016) == ""
    assert not_held(date(2021, 3, 31)) == ""
    assert "1 April 2021 to 30 June 2022" in not_held(date(2021, 4, 1))
    assert "clinical commissioning groups" in not_held(date(2022, 6, 30))
    assert not_held(date(2022, 7, 1)) == ""
    assert not_held(TODAY) == ""


@given(area=areas, day=days)
def test_shares_fill_the_area_or_nothing_is_held(area, day):
    served = bodies_of(area, on=day)
    shares = [one.share for one in served]

    held = AREAS[area].exists(day) and not not_held(day)
    # The two halves of Surrey are announced; nothing yet says which body serves them.
    assert bool(served) is (held and area not in {"east-surrey", "west-surrey"})
    assert not served or sum(shares) == pytest.approx(1, abs=0.0005)
    assert shares == sorted(shares, reverse=True)


@given(area=areas, day=days)
def test_both_questions_have_one_answer(area, day):
    for one in bodies_of(area, on=day):
        assert one in areas_of(one.body, on=day)


@given(body=bodies, day=days)
def test_a_body_serves_areas_only_while_it_stands(body, day):
    for one in areas_of(body, on=day):
        assert (BODIES[body].starts or APRIL_2016) <= day <= (BODIES[body].ends or date.max)
        assert AREAS[one.area].exists(day)


def test_every_area_of_today_has_a_body():
    assert all(bodies_of(area.slug, on=TODAY) for area in areas_on(TODAY))


def test_a_footprint_passes_from_the_old_area_to_the_new():
    """Cumbria's boards are worked out from those of the two areas it became."""
    before = bodies_of("cumbria", on=date(2023, 3, 31))

    assert [(one.body, one.share) for one in before] == [
        ("north-east-and-north-cumbria-icb", 0.6449),
        ("lancashire-and-south-cumbria-icb", 0.3551),
    ]
    assert bodies_of("cumbria", on=date(2023, 4, 1)) == ()
    assert bodies_of("cumberland", on=date(2023, 3, 31)) == ()
    assert len(bodies_of("cumberland", on=date(2023, 4, 1))) == 2


def test_a_merger_joins_what_was_there():
    merged = BODIES["north-central-london-ccg"]

    assert merged.starts == date(2020, 4, 1)
    assert merged.predecessors == (
        "barnet-ccg",
        "camden-ccg",
        "enfield-ccg",
        "haringey-ccg",
        "islington-ccg",
    )
    assert BODIES["barnet-ccg"].successors == ("north-central-london-ccg",)


def test_a_division_leaves_two():
    assert BODIES["cumbria-ccg"].successors == ("morecambe-bay-ccg", "north-cumbria-ccg")


def test_a_body_passes_only_to_those_that_took_its_neighbourhoods():
    """Three of North Yorkshire's four groups became one; the fourth went to Bradford."""
    assert BODIES["bradford-district-and-craven-ccg"].predecessors == (
        "airedale-wharfedale-and-craven-ccg",
        "bradford-city-ccg",
        "bradford-districts-ccg",
    )


def test_every_body_that_ended_before_the_gap_has_a_successor():
    for body in BODIES.values():
        assert bool(body.ends) is (bool(body.successors)), body.slug


def test_successors_begin_when_a_body_ends():
    begun = {
        (BODIES[later].starts - body.ends, later)
        for body in BODIES.values()
        for later in body.successors
    }

    # Hampshire's board is the one that only went on, with more ground than before.
    assert {later for apart, later in begun if apart != timedelta(days=1)} == {
        "hampshire-and-isle-of-wight-icb"
    }


def test_a_new_code_is_not_a_new_body():
    morecambe = BODIES["morecambe-bay-ccg"]

    assert morecambe.code(on=date(2018, 3, 31)) == "E38000216"
    assert morecambe.code(on=date(2018, 4, 1)) == "E38000228"
    assert morecambe.code(on=date(2017, 3, 31)) is None


def test_boards_of_april_2026_are_known_only_as_announced():
    """Seven footprints were announced on 9 September 2025; six of them are new bodies."""
    announced = {
        one.body: one.announced
        for area in areas_on(MERGED)
        for one in bodies_of(area.slug, on=MERGED)
        if one.announced
    }

    assert set(announced.values()) == {date(2025, 9, 9)}
    assert sorted(announced) == [
        "central-east-icb",
        "essex-icb",
        "hampshire-and-isle-of-wight-icb",
        "norfolk-and-suffolk-icb",
        "surrey-and-sussex-icb",
        "thames-valley-icb",
        "west-and-north-london-icb",
    ]
    assert not any(BODIES[slug].code(on=MERGED) for slug in announced)


def test_hampshires_board_goes_on_with_more_ground():
    board = BODIES["hampshire-and-isle-of-wight-icb"]

    assert board.code(on=date(2026, 3, 31)) == "E54000042"
    assert board.announced is None
    assert [one.share for one in bodies_of("hampshire", on=TODAY)] == [1.0]
    assert "frimley-icb" in board.predecessors


@pytest.mark.parametrize("ask", [bodies_of, areas_of])
def test_what_is_unknown_is_refused(ask):
    with pytest.raises(KeyError):
        ask("loidis", on=TODAY)
