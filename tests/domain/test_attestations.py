"""Which of several sources gives an event its date, and which of them disagree."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.attestations import (
    Confidence,
    SourceKind,
    Spot,
    UnableToFind,
    best,
    differing,
    told_of,
)
from areasend.domain.events import StepKind, Unattested
from areasend.domain.intervals import Interval
from tests.builders import build_source
from tests.domain.building import build_attestation, build_step
from tests.domain.imagining import attestations

HIGH = Confidence.HIGH
several = st.lists(attestations(), min_size=1, max_size=6).map(tuple)


def test_the_official_date_wins_over_a_more_precise_one():
    press = build_attestation("2020-02-24", said_by=SourceKind.PRESS, confidence=Confidence.HIGH)
    official = build_attestation("2020-02", confidence=Confidence.OFFICIAL)

    assert best((press, official)) is official


@pytest.mark.parametrize("bounds", ["../2020-02-23", "2020-02-20/2020-02-23"])
def test_an_official_source_that_gives_only_bounds_gives_no_date(bounds):
    official = build_attestation(bounds, confidence=Confidence.OFFICIAL)
    council = build_attestation("2020-02-20", confidence=Confidence.LOW)

    assert best((official, council)) is council


@pytest.mark.parametrize(
    ("vague", "precise"),
    [
        ("../2021-05-27", "2021"),
        ("2020-02-03/2021-05-27", "2021"),
        ("2021", "2021-05"),
        ("2021-05", "2021-05-20"),
    ],
)
def test_the_more_precise_date_wins_over_the_surer(vague, precise):
    sure = build_attestation(vague, confidence=Confidence.HIGH)
    unsure = build_attestation(precise, confidence=Confidence.LOW)

    assert best((sure, unsure)) is unsure


@pytest.mark.parametrize(
    ("sure", "unsure"),
    [
        ("../2021-05-27", "2020-02-03/2021-05-27"),
        ("2020-02-03/2021-05-27", "../2021-05-27"),
    ],
)
def test_bounds_are_all_one_kind_of_date_so_that_the_surer_wins(sure, unsure):
    high = build_attestation(sure, confidence=Confidence.HIGH)
    low = build_attestation(unsure, confidence=Confidence.LOW)

    assert best((low, high)) is high


def test_of_equally_precise_dates_the_surest_wins():
    said = {
        confidence: build_attestation("2021-05", confidence=confidence) for confidence in Confidence
    }

    assert best((said[Confidence.LOW], said[Confidence.MEDIUM])) is said[Confidence.MEDIUM]
    assert best((said[Confidence.MEDIUM], said[Confidence.HIGH])) is said[Confidence.HIGH]
    assert best(tuple(said.values())) is said[Confidence.OFFICIAL]


def test_of_equals_the_first_recorded_wins():
    council = build_attestation("2021-05-20", confidence=Confidence.HIGH)
    press = build_attestation("2021-05-21", confidence=Confidence.HIGH)

    assert best((council, press)) is council
    assert best((press, council)) is press


# What a person set aside


def test_a_date_set_aside_gives_way_to_any_other():
    official = build_attestation("2018-12-07", set_aside="A list as at a day starts nothing.")
    press = build_attestation("2018", said_by=SourceKind.PRESS, confidence=Confidence.LOW)

    assert best((official, press)) is press


def test_a_date_set_aside_is_taken_where_there_is_no_other():
    only = build_attestation("2018-12-07", set_aside="It is a list as at a day.")

    assert best((only,)) is only


def test_of_dates_set_aside_the_usual_order_decides():
    official = build_attestation("2018-12-07", set_aside="One reason.")
    council = build_attestation("2018-12-08", confidence=Confidence.HIGH, set_aside="Another.")

    assert best((council, official)) is official


def test_a_date_set_aside_is_still_shown_where_it_differs():
    press = build_attestation("2018-11-29", confidence=Confidence.LOW)
    official = build_attestation("2018-12-07", set_aside="It has the day of another letter.")

    assert differing((official, press)) == (official,)


@given(several, attestations())
def test_what_is_set_aside_never_moves_a_date_that_stands(said, further):
    aside = replace(further, set_aside="A person compared the sources.")

    assert best((*said, aside)) is best(said) or all(one.set_aside for one in said)


@given(several)
def test_an_event_takes_a_date_that_a_source_gives(said):
    assert best(said) in said


@given(several, attestations())
def test_a_further_source_changes_the_date_only_to_its_own(said, further):
    assert best((*said, further)) in {best(said), further}


@given(several)
def test_the_chosen_source_stays_chosen_wherever_it_stands(said):
    chosen = best(said)
    others = tuple(one for one in said if one is not chosen)

    assert best((chosen, *others)) is chosen


def test_sources_that_cannot_both_be_right_are_shown_as_differing():
    official = build_attestation("2018-12-07")
    council = build_attestation("2018-11-29", confidence=Confidence.HIGH)
    report = build_step(StepKind.REPORT_RECEIVED, "2018-12-07", attested=(official, council))

    assert report.on == Interval.read("2018-12-07")
    assert report.attestation is official
    assert report.disputed_by == (council,)


# What several bounds say together


@pytest.mark.parametrize("sure", ["../2023-04-20", "2022-12-08/2026-02-28"])
def test_bounds_that_agree_are_taken_together(sure):
    """A letter after its visit, and by the day on which a page tells of it, lies between them."""
    said = tuple(
        build_attestation(on, confidence=HIGH if on == sure else Confidence.MEDIUM)
        for on in ("../2023-04-20", "2022-12-08/2026-02-28")
    )

    assert told_of(said) == Interval.read("2022-12-08/2023-04-20")
    assert differing(said) == ()


def test_a_bound_that_contradicts_the_others_narrows_nothing_and_is_shown():
    after = build_attestation("2022-12-08/2026-02-28", confidence=HIGH)
    too_soon = build_attestation("../2022-11-30", confidence=Confidence.MEDIUM)
    by = build_attestation("../2023-04-20", confidence=Confidence.LOW)

    assert told_of((after, too_soon, by)) == Interval.read("2022-12-08/2023-04-20")
    assert differing((after, too_soon, by)) == (too_soon,)


def test_a_date_is_narrowed_by_no_bound():
    month = build_attestation("2019-02", confidence=HIGH)
    by = build_attestation("../2019-02-11", confidence=HIGH)

    assert told_of((month, by)) == Interval.read("2019-02")


def test_what_was_set_aside_or_a_party_says_narrows_nothing():
    after = build_attestation("2019-02-01/2026-02-28", confidence=HIGH)
    listed = build_attestation("../2021-05-27", set_aside="A list as at a day starts nothing.")
    party = build_attestation("../2020-01-01", said_by=SourceKind.PARTISAN, confidence=HIGH)

    assert told_of((after, listed, party)) == after.on


@given(several)
def test_an_event_lies_within_the_days_of_the_source_that_comes_first(said):
    assert told_of(said).within(best(said).on) == told_of(said)


@pytest.mark.parametrize("on", ["2018-12", "2018", "../2018-12-07", "2018-12-07/2019-01-01"])
def test_a_vaguer_date_that_allows_the_chosen_one_does_not_differ(on):
    official, vague = build_attestation("2018-12-07"), build_attestation(on)

    assert differing((official, vague)) == ()


@pytest.mark.parametrize("on", ["2018-11", "2017", "../2018-12-06", "2018-12-08/2019-01-01"])
def test_a_vague_date_that_rules_the_chosen_one_out_differs(on):
    official, vague = build_attestation("2018-12-07"), build_attestation(on)

    assert differing((official, vague)) == (vague,)


@pytest.mark.parametrize(
    ("on", "differs"),
    [("2018-11-30", True), ("2018-12-01", False), ("2018-12-31", False), ("2019-01-01", True)],
)
def test_a_day_differs_from_a_vague_official_date_only_outside_it(on, differs):
    official, council = build_attestation("2018-12"), build_attestation(on, confidence=HIGH)

    assert differing((official, council)) == ((council,) if differs else ())


@given(several)
def test_a_source_never_differs_from_itself(said):
    assert best(said) not in differing(said)


def test_an_event_that_nobody_attests_is_refused():
    one = build_step(StepKind.REPORT_RECEIVED, "2018-12-07")

    with pytest.raises(Unattested, match="An event of northumberland names no source"):
        type(one)(area=one.area, inspection="", attested=(), step=one.step)


@pytest.mark.parametrize("sha256", ["a", "A" * 64, "g" * 64, "a" * 65, "a" * 64 + "\n"])
def test_what_is_no_hash_names_no_file(sha256):
    with pytest.raises(UnableToFind, match="is no SHA-256"):
        build_source(sha256=sha256)


@pytest.mark.parametrize("sha256", ["", "0a" * 32])
def test_a_source_names_a_file_by_its_hash_or_none(sha256):
    assert build_source(sha256=sha256).sha256 == sha256


@pytest.mark.parametrize(
    ("page", "box", "why"),
    [
        (1, (1, 2, 3), "four sides, and not 3"),
        (1, (1, 2, 3, 4, 5), "not 5"),
        (0, (1, 2, 3, 4), "none"),
    ],
)
def test_a_place_is_a_page_and_the_four_sides_of_a_box(page, box, why):
    with pytest.raises(UnableToFind, match=why):
        Spot(what="outcome", page=page, box=box)


@pytest.mark.parametrize("href", ["https://example.org/a", "http://example.org/a"])
def test_a_source_has_the_address_that_was_written_down_if_it_is_one(href):
    assert build_source(href=href).address == href
    assert build_source(href="a letter that somebody has").address == ""
