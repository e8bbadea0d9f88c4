"""What we said and no longer say: changed, withdrawn, erased, or borne out by another source."""

from dataclasses import replace
from datetime import date

import pytest

from areasend.answers.asked import Asked
from areasend.answers.corrections import corrections
from areasend.domain.attestations import Confidence, SourceKind
from tests.asking import TODAY
from tests.builders import build_attestation, build_report, build_source, build_step
from tests.ledger.deeds import END_OF_TIME, LATER, erase, release, tell, withdraw

pytestmark = pytest.mark.django_db


def known(as_at=TODAY, **more):
    return corrections(Asked(as_at, END_OF_TIME), **more)


def test_a_change_says_before_now_when_and_why():
    number = tell(build_step("2019-06-17"))
    tell(build_step("2019-06-18"), at=LATER, corrects=number, reason="The letter gives the day.")

    (one,) = known().changes

    assert one.before == (
        "Dudley, 17 June 2019: The area submitted its written statement of action. (Dudley)"
    )
    assert one.now.startswith("Dudley, 18 June 2019: ")
    assert (one.fact, one.name, one.area) == ("f1", "r2", "dudley")
    assert one.day == "21 December 2026"
    assert one.reason == "The letter gives the day."


def test_what_was_withdrawn_or_erased_says_so():
    gone = tell(build_step("2019-06-17"))
    release(withdraw(gone, at=LATER), at=LATER)
    erase(tell(build_step("2019-06-20", area="kent"), at=LATER), at=LATER)

    erased, withdrawn = known().changes

    assert withdrawn.now == "Nothing: it was withdrawn."
    assert erased.before == erased.now == "It was erased, as the law required."
    assert (erased.area, erased.area_name) == ("", "")


def test_another_source_is_no_change():
    first = build_attestation("2019-06-17")
    second = build_attestation("2019-06-17", source=build_source(title="A second page"))
    number = tell(build_step(attested=(first,)))
    tell(build_step(attested=(first, second)), at=LATER, corrects=number, reason="Another source.")

    found = known()

    assert found.changes == ()
    assert found.sources_added == "Another source was added to what we said once; nothing changed."


def test_a_count_that_was_added_takes_nothing_back():
    number = tell(build_report())
    number = tell(build_report(weaknesses=2), at=LATER, corrects=number, reason="Counted.")
    tell(build_report(weaknesses=3), at=LATER, corrects=number, reason="Misread.")

    found = known()

    assert [one.reason for one in found.added] == ["Counted."]
    assert [one.reason for one in found.mended] == ["Misread."]


def test_an_area_has_its_own_and_those_that_came_to_it_from_another():
    moved = tell(build_step("2019-06-17"))
    tell(build_step("2019-06-17", area="bury"), at=LATER, corrects=moved, reason="Bury's.")
    erase(tell(build_step("2019-06-20", area="kent"), at=LATER), at=LATER)

    assert len(known(areas=("dudley",)).changes) == 1
    assert len(known(areas=("bury",)).changes) == 1
    assert known(areas=("kent",)).changes == ()


def test_as_at_a_day_what_came_later_is_not_spoken_of():
    number = tell(build_step("2019-06-17"))
    tell(build_step("2019-06-18"), at=LATER, corrects=number, reason="The letter gives the day.")

    assert known(date(2019, 6, 16)).changes == ()
    assert len(known(date(2019, 6, 17)).changes) == 1


def test_where_only_the_source_was_mended_it_says_what_of_it():
    page = build_source(publisher="A council", kind=SourceKind.COUNCIL)
    copied = replace(page, kind=SourceKind.THIRD_PARTY)
    told = (
        build_attestation("2019-06-17", source=page, words="On 17 June"),
        build_attestation("2019-06-17", source=copied, words="On 17 June"),
        build_attestation("2019-06-17", source=copied, words="Announced for 17 June"),
    )
    number = tell(build_step(attested=told[:1]))
    for one in told[1:]:
        again = build_step(attested=(one,))
        number = tell(again, at=LATER, corrects=number, reason="A copy.")

    (announced,), (copy,) = known().mended, known().sources_set_right

    assert known().changes == (announced,)
    assert copy.before.endswith("(A council, council)")
    assert copy.now.endswith("(A council, third party)")
    assert announced.now.endswith("(A council: Announced for 17 June)")


@pytest.mark.parametrize(
    "mended",
    [
        {"title": "The letter"},
        {"publisher": "Bury"},
        {"kind": SourceKind.THIRD_PARTY},
        {"href": "https://example.org/letter"},
        {"dated": date(2019, 6, 20)},
        {"place": "page 3"},
    ],
)
def test_a_source_set_right_is_no_correction_of_the_fact(mended):
    one, other = build_attestation("2019-06-17"), build_attestation("2019-06")
    right = replace(one, source=replace(one.source, **mended))
    number = tell(build_step(attested=(one, other)))
    tell(build_step(attested=(right, other)), at=LATER, corrects=number, reason="Misread.")

    found = known()

    assert [one.reason for one in found.sources_set_right] == ["Misread."]
    assert (found.changes, found.bearing_out) == ((), ())


@pytest.mark.parametrize(
    "mended",
    [
        build_attestation("2019-06-18"),
        build_attestation("2019-06-17", words="Sent that day"),
        build_attestation("2019-06-17", confidence=Confidence.LOW),
    ],
)
def test_a_source_set_right_with_its_word_is_a_correction(mended):
    right = replace(mended, source=build_source(title="The letter"))
    number = tell(build_step("2019-06-17"))
    tell(build_step(attested=(right,)), at=LATER, corrects=number, reason="Misread.")

    found = known()

    assert [one.reason for one in found.mended] == ["Misread."]
    assert found.sources_set_right == ()


def test_a_source_set_right_beside_another_area_is_a_correction():
    right = build_attestation("2019-06-17", source=build_source(title="The letter"))
    number = tell(build_step("2019-06-17"))
    other = build_step(attested=(right,), area="bury")
    tell(other, at=LATER, corrects=number, reason="Misread.")

    assert known().sources_set_right == ()
    assert len(known().mended) == 1
