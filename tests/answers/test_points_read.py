"""The words of a report, shown where somebody has read them in it and only there."""

from dataclasses import replace
from datetime import date

import pytest

from areasend.answers.area_pages import area_page
from areasend.answers.asked import Asked
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework, Outcome
from areasend.domain.points import Point, Progress
from tests.builders import build_report, build_revisited, build_started
from tests.ledger.deeds import LATER, tell

pytestmark = pytest.mark.django_db

INSPECTION = "dudley/2016/1"
READ = (
    Point(number="w2", words="Plans are late.", bodies=("dudley", "A trust"), themes=("EHC_T",)),
    Point(number="w1", words="Waits are long."),
)


def inspected(*points, **more):
    tell(build_started("2019-03-04", inspection=INSPECTION))
    report = build_report("2019-05-10", inspection=INSPECTION, weaknesses=3)
    return tell(replace(report, points=points, **more))


def findings(day=date(2021, 12, 31)):
    (found,) = area_page(AREAS["dudley"], Asked(day, LATER)).findings
    return found


def caveats():
    return area_page(AREAS["dudley"], Asked(date(2021, 12, 31), LATER)).caveats


def test_a_weakness_that_was_read_has_its_words_and_who_is_responsible():
    inspected(*READ)

    rows = findings().rows

    assert [row.words for row in rows] == ["Waits are long.", "Plans are late.", ""]
    assert [row.bodies for row in rows] == ["", "Dudley council; A trust", ""]
    assert rows[1].themes == "Timeliness of education, health and care plans"
    assert any("Open Government Licence" in words for words in caveats())
    assert not any("Responsible" in note for note in findings().notes)


def test_that_no_theme_fits_is_told_apart_from_that_nobody_looked():
    inspected(Point(number="w1", words="Waits are long.", themes=("none",)), READ[0])

    first, _, third = findings().rows

    assert (first.given, first.themes) == ((), "none of ours fits")
    assert (third.given, third.themes) == ((), "we have given none")


@pytest.mark.parametrize(
    ("themes", "shown"),
    [((), "Waits for autism and ADHD assessment"), (("none",), "none of ours fits")],
)
def test_that_none_fits_takes_the_place_of_a_theme_given_by_hand(themes, shown):
    inspection = "warwickshire/2016/1"
    tell(build_started("2019-03-04", area="warwickshire", inspection=inspection))
    report = build_report("2019-05-10", area="warwickshire", inspection=inspection, weaknesses=1)
    tell(replace(report, points=(Point(number="w1", words="Waits are long.", themes=themes),)))

    (found,) = area_page(AREAS["warwickshire"], Asked(date(2021, 12, 31), LATER)).findings
    assert [row.themes for row in found.rows] == [shown]


def test_where_nothing_was_read_the_words_stand_in_the_reports():
    inspected()

    assert [row.words for row in findings().rows] == ["", "", ""]
    assert any("Their wording stands in the reports" in words for words in caveats())
    assert not any("Open Government Licence" in words for words in caveats())


def test_a_letter_that_was_read_says_which_weaknesses_had_progress():
    inspected(*READ)
    letter = build_revisited("2021-07-20", inspection=INSPECTION, sufficient=1, of=3)
    tell(
        replace(
            letter, judged=(Progress(number="w1", enough=True), Progress(number="w2", enough=False))
        )
    )

    assert [row.verdict or row.no_verdict for row in findings().rows] == [
        "enough progress",
        "not enough progress",
        "in the letter",
    ]


def test_before_the_letter_nothing_of_it_is_shown():
    inspected(*READ)
    letter = build_revisited("2021-07-20", inspection=INSPECTION, sufficient=1, of=3)
    tell(replace(letter, judged=(Progress(number="w1", enough=True),)))

    assert {row.no_verdict for row in findings(date(2021, 7, 19)).rows} == {"no re-visit held"}


def test_an_area_for_improvement_is_shown_without_a_verdict_on_return():
    tell(
        build_started("2024-03-04", inspection="dudley/2023/1", framework=Framework.AREA_SEND_2023)
    )
    report = build_report("2024-05-10", inspection="dudley/2023/1", outcome=Outcome.INCONSISTENT)
    tell(replace(report, points=(Point(number="i1", words="Join up the offer."),)))

    found = findings(date(2024, 12, 31))

    assert found.rows == ()
    assert [row.words for row in found.improvements] == ["Join up the offer."]


def test_words_that_are_withdrawn_are_gone():
    number = inspected(*READ)
    tell(
        build_report("2019-05-10", inspection=INSPECTION, weaknesses=3),
        corrects=number,
        reason="Read from another report.",
        at=LATER,
    )

    assert [row.words for row in findings().rows] == ["", "", ""]
