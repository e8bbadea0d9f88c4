"""Pages by health body and region: every one answers, and none leaves an area out."""

import pytest

from areasend.answers.grouped import groups, health_body, nhs_region, ofsted_region
from areasend.answers.listing import Narrowed, listing
from areasend.domain.health import BODIES
from areasend.domain.health.regions import nhs_regions
from tests.asking import asked


def every_slug():
    return {one.slug for one in listing(asked(), Narrowed()).lines}


@pytest.mark.usefixtures("record_in_place")
def test_the_boards_of_a_day_serve_every_area_between_them():
    boards = [slug for _, found in groups(asked()).boards for slug, _ in found]
    served = {line.slug for slug in boards for line in health_body(slug, asked()).lines}

    assert served == every_slug()


@pytest.mark.usefixtures("record_in_place")
@pytest.mark.parametrize(("kind", "count"), [(nhs_region, 7), (ofsted_region, 8)])
def test_the_regions_hold_every_area(kind, count):
    found = groups(asked())
    slugs = {
        nhs_region: [one.casefold().replace(" ", "-") for one, _ in found.boards],
        ofsted_region: [slug for slug, _, _ in found.ofsted_regions],
    }[kind]

    assert len(slugs) == count
    assert {line.slug for slug in slugs for line in kind(slug, asked()).lines} == every_slug()


def test_every_integrated_care_board_has_a_region():
    assert set(nhs_regions()) == {slug for slug, one in BODIES.items() if one.kind == "icb"}


@pytest.mark.parametrize("slug", sorted(BODIES))
def test_every_health_body_has_a_page(site, slug):
    assert site.get(f"/health/{slug}").status_code == 200


@pytest.mark.parametrize("address", ["/health/none", "/health/regions/none", "/regions/none"])
def test_what_is_not_there_is_not_found(site, address):
    assert site.get(address).status_code == 404


@pytest.mark.usefixtures("record_in_place")
def test_essex_was_served_by_three_boards():
    serving = [
        slug
        for slug in nhs_regions()
        if "essex" in {line.slug for line in health_body(slug, asked("2026-03-01")).lines}
    ]

    assert len(serving) == 3


def test_a_board_known_only_from_its_announcement_says_so(site):
    assert "Known from its announcement" in site.get("/health/essex-icb").content.decode()
