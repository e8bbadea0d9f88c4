"""Which areas adjoin, against what any map of England shows."""

from datetime import date

import pytest

from areasend.domain.areas import areas_on
from areasend.domain.areas.adjoining import adjoining

DAYS = (date(2018, 1, 1), date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1), date(2028, 1, 1))
#: From the borders that the councils themselves describe.
KNOWN = {
    "rutland": {"leicestershire", "lincolnshire", "north-northamptonshire"},
    "torbay": {"devon"},
    "leicester": {"leicestershire"},
    "blackpool": {"lancashire"},
    "southend-on-sea": {"essex"},
    "plymouth": {"cornwall", "devon"},
    "brighton-and-hove": {"east-sussex", "west-sussex"},
    "sunderland": {"durham", "gateshead", "south-tyneside"},
    "isles-of-scilly": set(),
}


@pytest.mark.parametrize("day", DAYS)
def test_every_area_of_a_day_is_there_and_no_other(day):
    assert set(adjoining(day)) == {area.slug for area in areas_on(day)}


@pytest.mark.parametrize("day", DAYS)
def test_whoever_adjoins_is_adjoined(day):
    beside = adjoining(day)

    assert all(one in beside[other] for one, others in beside.items() for other in others)
    assert all(one not in others for one, others in beside.items())


@pytest.mark.parametrize("slug", KNOWN)
def test_the_areas_around_one_are_those_on_the_map(slug):
    assert set(adjoining(date(2024, 1, 1))[slug]) == KNOWN[slug]


def test_christchurch_lay_between_bournemouth_and_hampshire():
    assert adjoining(date(2018, 1, 1))["bournemouth"] == ("dorset-county", "poole")
    assert "hampshire" in adjoining(date(2020, 1, 1))["bournemouth-christchurch-and-poole"]


def test_an_abolished_area_adjoined_what_its_successors_do():
    before, after = adjoining(date(2022, 1, 1)), adjoining(date(2024, 1, 1))
    heirs = {"cumberland", "westmorland-and-furness"}

    assert set(before["cumbria"]) == {
        other for heir in heirs for other in after[heir] if other not in heirs
    }
