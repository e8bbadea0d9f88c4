"""Themes of points: the machine proposes, a person accepts or changes, and theirs always stand."""

import re
from datetime import date, timedelta

import pytest
from built_reports import ACTION, BODIES, IMPROVEMENT
from cases import ADDRESS, KENT, NOW, corrected, doing, held, published, settled, taken_in
from django.test import Client
from django.urls import reverse

from areasend.answers.area_pages import area_page
from areasend.answers.asked import Asked
from areasend.answers.rows.weaknesses import weaknesses as rows
from areasend.answers.weaknesses import improvements_of, weaknesses_of
from areasend.casework import acts, differences
from areasend.casework.acts import Stale, UnableToDo
from areasend.casework.labels import By, labelled
from areasend.casework.planning import plan
from areasend.casework.publishing import forward
from areasend.casework.wordings import Wording
from areasend.domain.areas import AREAS
from areasend.domain.events import ReportPublished
from areasend.domain.themes import NONE_FITS
from areasend.ledger import releases
from areasend.ledger.models import Entry
from tests.people.accounts import account

pytestmark = pytest.mark.usefixtures("record", "an_hour_later")
DAY = date(2026, 11, 20)
TICKED = 'value="yes" checked'
KNOWN = NOW + timedelta(seconds=1)
OTHER = "Leaders should keep one list of families who wait."


def of_kent():
    return taken_in(published=DAY, **KENT)


def labels(document, *codes):
    return acts.label(document, {Wording("a", ACTION): codes or ("JC",)}, doing(document))


def points(document):
    return {one.text: one for one in labelled(held(document))}


def box(document, code, text=ACTION):
    """Return the name of a point's box."""
    return f"{points(document)[text].wording.key}-{code}"


def recorded():
    """Return what the public reads of the inspection of Kent that was read."""
    known = releases.histories(known_at=KNOWN)["kent"]
    (one,) = [one for one in known.inspections if "/2023/" in one.name]
    return {each.words: each for each in (*weaknesses_of(one), *improvements_of(one))}


def test_the_machine_proposes_three_with_their_weights_and_the_words_that_decided():
    point = points(of_kent())[ACTION]

    assert (point.number, point.by, len(point.likely)) == ("a1", By.MACHINE, 3)
    assert point.stands == tuple(one.code for one in point.likely if one.proposed)
    assert point.likely[0].words
    assert all(words in ACTION for one in point.likely for words in one.words)


def test_what_the_machine_proposes_enters_nothing_by_itself():
    published(of_kent())

    assert recorded()[ACTION].themes == ()


def test_what_a_person_gave_stands_and_is_told_as_theirs():
    document = of_kent()
    label = labels(document)
    assert (points(document)[ACTION].stands, points(document)[ACTION].by) == (("JC",), By.HERE)
    published(document)

    told = recorded()
    assert told[ACTION].themes == ("Joint commissioning",)
    assert told[ACTION].known_from == "the report"
    assert told[IMPROVEMENT].themes == ()
    assert (label.by, label.at) == (Entry.objects.order_by("-number").first().by, NOW)


def test_the_second_look_sees_the_themes():
    document = of_kent()
    labels(document)

    (report,) = [
        one for one in plan(held(document), at=NOW).events if isinstance(one.event, ReportPublished)
    ]
    (said,) = [one for one in differences.told(report).differences if one.what == "Points"]
    assert said.new[0].endswith("[themes: Joint commissioning]")
    assert "[" not in said.new[1]


def test_that_none_fits_is_an_answer_of_a_person_too():
    document = of_kent()
    labels(document, NONE_FITS)
    assert (points(document)[ACTION].names, points(document)[ACTION].by) == (["none fits"], By.HERE)
    published(document)

    assert (recorded()[ACTION].themes, recorded()[ACTION].known_from) == ((), "the report")
    assert recorded()[IMPROVEMENT].known_from == ""


def test_that_none_fits_takes_the_place_of_a_theme_that_the_record_holds():
    document = of_kent()
    labels(document)
    published(document)
    again = taken_in(
        address=f"{ADDRESS}1", published=DAY, **{**KENT, "improvements": ["Keep one list."]}
    )
    labels(again, NONE_FITS)
    published(again)

    assert (recorded()[ACTION].themes, recorded()[ACTION].known_from) == ((), "the report")
    (found,) = [one for one in rows(Asked(DAY, KNOWN)) if one.words == ACTION]
    assert found.themes == ()
    first = area_page(AREAS["kent"], Asked(DAY, KNOWN)).findings[0]
    assert [row.themes for row in first.rows] == ["none of ours fits"]


def test_a_theme_stays_with_no_words_that_are_but_alike():
    document = of_kent()
    labels(document)
    published(document)
    alike = ACTION.replace("should", "should also")
    assert alike != ACTION
    again = taken_in(address=f"{ADDRESS}1", published=DAY, **{**KENT, "actions": [(BODIES, alike)]})

    assert points(again)[alike].by is By.MACHINE
    published(settled(again))
    assert recorded()[alike].themes == ()


def test_what_a_person_gave_is_taken_back_like_any_decision():
    document = of_kent()
    acts.undo(labels(document), doing(document))

    assert points(document)[ACTION].by is By.MACHINE


def test_themes_stay_with_the_words_they_were_given_to():
    document = of_kent()
    labels(document)
    corrected(document, "priority_actions", [{"text": "Partners should agree one plan."}])

    assert points(document)["Partners should agree one plan."].by is By.MACHINE


def test_themes_given_on_a_page_that_another_changed_since_are_refused():
    document = of_kent()
    corrected(document, "outcome", 3)

    with pytest.raises(Stale):
        acts.label(document, {Wording("a", ACTION): ("JC",)}, doing(document, seen=0))


def test_after_it_is_passed_on_no_theme_is_given():
    document = of_kent()
    forward(settled(document), doing(document))

    with pytest.raises(UnableToDo, match="second look"):
        labels(document)


def test_what_the_record_holds_by_a_person_comes_before_the_machine():
    document = of_kent()
    labels(document)
    published(document)
    again = taken_in(
        address=f"{ADDRESS}1", published=DAY, **{**KENT, "improvements": ["Keep one list."]}
    )

    assert (points(again)[ACTION].stands, points(again)[ACTION].by) == (("JC",), By.RECORD)
    published(again)
    assert recorded()[ACTION].themes == ("Joint commissioning",)


@pytest.fixture
def reader():
    client = Client(headers={"host": "localhost"})
    client.force_login(account("reader@example.org", "reader"))
    return client


def test_the_page_keeps_what_is_ticked_the_likeliest_first(reader):
    document = of_kent()
    address = reverse("themes", args=[document.number])
    page = reader.get(address).content.decode()
    likely = points(document)[ACTION].likely[0]
    assert f"{100 * likely.likelihood:.0f}% likely, by the words: {likely.words[0]}" in page

    boxes = (box(document, code) for code in ("SAFE", likely.code, "NONESUCH"))
    sent = {"seen": 0, **dict.fromkeys(boxes, "yes")}
    assert reader.post(address, sent).status_code == 303

    assert points(document)[ACTION].stands == (likely.code, "SAFE")
    after = reader.get(reverse("document", args=[document.number])).content.decode()
    assert f"Given by {By.HERE}." in after
    assert "gave “Themes”" in after
    refused = reader.post(address, sent)
    assert (refused.status_code, "What was done since" in refused.content.decode()) == (409, True)


def test_whoever_may_not_check_changes_no_theme():
    second = Client(headers={"host": "localhost"})
    second.force_login(account("second@example.org", "moderator"))
    address = reverse("themes", args=[of_kent().number])

    assert "disabled" in second.get(address).content.decode()
    assert second.post(address, {"seen": 0}).status_code == 403


def test_nothing_is_ticked_that_nobody_gave(reader):
    document = of_kent()
    address = reverse("themes", args=[document.number])
    assert TICKED not in reader.get(address).content.decode()

    reader.post(address, {"seen": 0, box(document, "JC"): "yes"})

    page = reader.get(address).content.decode()
    assert page.count(TICKED) == 1
    assert f"What is ticked was given by {By.HERE}." in page


def test_only_the_points_that_are_answered_are_kept(reader):
    document = of_kent()
    address = reverse("themes", args=[document.number])

    reader.post(address, {"seen": 0, box(document, NONE_FITS): "yes"})

    assert points(document)[ACTION].stands == (NONE_FITS,)
    assert points(document)[IMPROVEMENT].by is By.MACHINE


def test_what_the_record_holds_is_not_given_anew_by_one_press(reader):
    document = of_kent()
    labels(document)
    published(document)
    again = taken_in(
        address=f"{ADDRESS}1", published=DAY, **{**KENT, "improvements": ["Keep one list."]}
    )
    address = reverse("themes", args=[again.number])

    refused = reader.post(address, {"seen": 0, box(again, "JC"): "yes"})

    assert (refused.status_code, points(again)[ACTION].by) == (409, By.RECORD)


@pytest.mark.parametrize(
    ("codes", "says"), [((), "Tick a theme"), (("JC", NONE_FITS), "Point a1: tick themes or that")]
)
def test_no_answer_and_two_that_exclude_each_other_are_refused(reader, codes, says):
    document = of_kent()
    boxes = {box(document, code): "yes" for code in codes}

    refused = reader.post(reverse("themes", args=[document.number]), {"seen": 0, **boxes})

    assert (refused.status_code, says in refused.content.decode()) == (409, True)
    assert points(document)[ACTION].by is By.MACHINE


def test_ticks_stay_with_their_points_when_others_come_and_go(reader):
    document = taken_in(published=DAY, **{**KENT, "improvements": [IMPROVEMENT, OTHER]})
    address = reverse("themes", args=[document.number])
    boxes = [box(document, "JC", IMPROVEMENT), box(document, "SAFE", OTHER)]
    corrected(document, "improvements", [{"text": OTHER}])

    refused = reader.post(address, {"seen": 0, **dict.fromkeys(boxes, "yes")})

    page = refused.content.decode()
    assert refused.status_code == 409
    assert "As you ticked them." in page
    assert "was given by" not in page
    assert re.findall(r'name="([^"]*)" type="checkbox" value="yes" checked', page) == boxes[1:]


def test_two_points_in_the_same_words_have_themes_of_their_own(reader):
    document = taken_in(published=DAY, **{**KENT, "improvements": [OTHER, IMPROVEMENT]})
    corrected(document, "improvements", [{"text": OTHER}, {"text": OTHER}])
    first, second = (one for one in labelled(held(document)) if one.text == OTHER)
    assert first.wording.key != second.wording.key

    seen = held(document).course.version
    sent = {"seen": seen, f"{second.wording.key}-SAFE": "yes"}
    assert reader.post(reverse("themes", args=[document.number]), sent).status_code == 303

    by = [one.by for one in labelled(held(document)) if one.text == OTHER]
    assert by == [By.MACHINE, By.HERE]
    (report,) = [
        one.event for one in plan(held(document), at=NOW).events if hasattr(one.event, "points")
    ]
    assert [one.themes for one in report.points if one.words == OTHER] == [(), ("SAFE",)]


def test_a_document_without_points_has_no_page_of_themes(reader):
    document = taken_in(published=DAY, **{**KENT, "actions": [], "improvements": []})

    assert reader.get(reverse("themes", args=[document.number])).status_code == 404
