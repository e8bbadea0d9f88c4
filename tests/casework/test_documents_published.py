"""What a checked document writes into the ledger, and what the public reads of it."""

import hashlib
import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from built_reports import ACTION, IMPROVEMENT
from cases import (
    ADDRESS,
    CHECKER,
    KENT,
    MODERATOR,
    NOW,
    checked,
    corrected,
    doing,
    held,
    monitored_oldham,
    published,
    revisit_of_dudley,
    settled,
    taken_in,
)

from areasend.answers.area_pages import area_page
from areasend.answers.asked import Asked
from areasend.answers.rows.events import events
from areasend.casework import acts, differences
from areasend.casework.acts import Ruling, UnableToDo
from areasend.casework.audit.drawing import frame
from areasend.casework.models import Act
from areasend.casework.planning import plan
from areasend.casework.publishing import forward, publish
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Confidence
from areasend.domain.events import (
    InspectionStarted,
    MonitoringInspected,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
)
from areasend.domain.intervals import Interval
from areasend.ledger import entries, releases
from areasend.ledger.models import Entry, EntryText, ReleaseText
from areasend.ledger.verifying import verify
from areasend.papers import keeping

LETTERS = os.environ.get("AREASEND_LETTERS")
TODAY = NOW.date()
#: Releases take effect in turn, a microsecond apart.
KNOWN = NOW + timedelta(seconds=1)
pytestmark = pytest.mark.usefixtures("record")


def told(area, kind):
    """Return the events of a kind that the public reads of an area."""
    return [one for one in releases.events(known_at=KNOWN)[area] if isinstance(one, kind)]


def test_where_a_published_document_stands_is_noted_though_it_was_taken_in_without():
    document = taken_in(address=None, published=date(2026, 11, 20), **KENT)
    corrected(document, "address", ADDRESS)

    published(document)

    assert [one.address for one in document.paper.sightings.all()] == [ADDRESS]
    drawn, _ = frame(known_at=KNOWN)
    assert {one.paper for one in drawn} == {document.paper_id}


def test_what_was_read_in_a_document_is_keyed_again_from_that_one_though_it_was_replaced():
    document = taken_in(published=date(2026, 11, 20), **KENT)
    published(document)
    later = taken_in(published=date(2026, 11, 20), **{**KENT, "improvements": []})
    keeping.seen(later.paper, ADDRESS, at=NOW + timedelta(days=1))

    drawn, _ = frame(known_at=KNOWN)
    assert {one.paper for one in drawn} == {document.paper_id}


def test_a_report_of_which_nothing_is_held_is_told_whole():
    published(taken_in(published=date(2026, 11, 20), **KENT))

    (report,) = [one for one in told("kent", ReportPublished) if "/2023/" in one.inspection]
    assert report.outcome is Outcome.WIDESPREAD_FAILINGS
    assert [point.words for point in report.points] == [ACTION, IMPROVEMENT]
    assert [point.number for point in report.points] == ["a1", "i1"]
    assert report.priority_actions == 1
    assert report.on.latest == date(2026, 11, 20)


def test_its_source_is_the_report_itself():
    published(taken_in(published=date(2026, 11, 20), **KENT))

    report = told("kent", ReportPublished)[-1]
    source = report.attestation.source
    assert (source.href, source.dated) == (ADDRESS, date(2026, 11, 20))
    assert source.title == "Area SEND inspection of Kent"


def test_it_says_on_which_page_each_finding_stands_and_that_none_has_its_day():
    published(taken_in(published=date(2026, 11, 20), **KENT))

    (began,) = of_kent(InspectionStarted)
    (report,) = of_kent(ReportPublished)
    assert began.attestation.source.place == "page 1"
    assert report.attestation.source.place == (
        "page 1 (outcome); page 1 (next full inspection, in how many years); "
        "page 2 (areas for priority action); page 2 (areas for improvement); "
        "the day of publication is not printed"
    )


@pytest.mark.parametrize(
    ("seen", "publisher", "trust"),
    [
        ("ofsted", "Ofsted", Confidence.OFFICIAL),
        ("council", "Kent County Council", Confidence.HIGH),
    ],
)
def test_the_day_of_publication_has_a_source_of_its_own(seen, publisher, trust):
    document = taken_in(published=None, **KENT)
    corrected(document, "published", {"day": "2026-11-20", "seen": seen})
    published(document)

    (report,) = of_kent(ReportPublished)
    itself, day = report.attested
    assert (day.source.publisher, day.on, day.confidence) == (publisher, report.on, trust)
    assert day.source.place == "the day of publication"
    # What is cited first is still the report, trusted for its day as far as that is.
    assert (report.attestation, itself.source.href, itself.confidence) == (itself, ADDRESS, trust)


def test_it_says_in_which_file_and_where_on_its_pages_the_words_stand():
    document = taken_in(published=date(2026, 11, 20), **KENT)
    published(document)

    (report,) = of_kent(ReportPublished)
    source = report.attestation.source
    assert source.sha256 == hashlib.sha256(keeping.read(document.paper_id)).hexdigest()
    assert [(one.what, one.page) for one in source.spots] == [
        ("outcome", 1),
        ("next_full_years", 1),
        ("priority_actions", 2),
        ("improvements", 2),
    ]
    read = {one.name: one.field.passages[0].box for one in held(document).fields if one.page}
    for spot in source.spots:
        left, bottom, right, top = read[spot.what]
        assert spot.box[0] <= left < right <= spot.box[2] <= left + right
        assert spot.box[1] <= bottom < top <= spot.box[3] <= top + 1


def test_where_the_words_of_a_corrected_value_stand_is_not_claimed():
    document = taken_in(published=date(2026, 11, 20), **KENT)
    corrected(document, "outcome", 3)
    published(document)

    (report,) = of_kent(ReportPublished)
    assert "outcome" not in {one.what for one in report.attestation.source.spots}


def test_the_public_is_told_in_which_file_what_is_held_was_read():
    document = taken_in()
    published(document)

    found = area_page(AREAS["dudley"], Asked(TODAY, KNOWN))
    read = [one.line.read_in for one in found.timeline.happened if one.line.read_in.sha256]
    assert {one.sha256 for one in read} == {document.paper_id}
    assert "pages 1, 2" in {one.pages for one in read}
    rows = [row for row in events(Asked(TODAY, KNOWN)) if row.document]
    assert {row.area for row in rows} == {"dudley"}
    assert any(place.startswith("outcome: page 1, box ") for place in rows[-1].document_places)


def test_what_is_held_is_corrected_and_never_told_twice():
    before = told("dudley", ReportPublished)
    published(taken_in())

    after = told("dudley", ReportPublished)
    assert len(after) == len(before)
    (report,) = [one for one in after if one.inspection == "dudley/2023/1"]
    assert [point.words for point in report.points] == [IMPROVEMENT]
    assert len(report.attested) == 2


def test_what_is_held_of_themes_and_other_reports_stays():
    others = [one for one in told("dudley", ReportPublished) if "/2016/" in one.inspection]
    published(taken_in())

    assert [one for one in told("dudley", ReportPublished) if "/2016/" in one.inspection] == others


def test_publishing_the_same_again_adds_nothing():
    document = taken_in()
    published(document)

    assert plan(held(document), at=NOW).events == ()


def test_the_entries_are_those_of_whoever_checked():
    published(taken_in())

    last = Entry.objects.order_by("-number").first()
    assert last.by == CHECKER


def test_the_chains_stay_whole():
    published(taken_in())

    assert verify().faults == ()


def test_the_decision_of_a_person_wins_over_what_was_read():
    document = taken_in()
    corrected(document, "improvements", [{"text": "Partners should agree one list of schools."}])
    published(document)

    (report,) = [one for one in told("dudley", ReportPublished) if "/2023/" in one.inspection]
    assert [one.words for one in report.points] == ["Partners should agree one list of schools."]


def another_of_kent(**said):
    """Return a second report of the inspection of Kent, after the first was published."""
    day = date(2026, 11, 20)
    published(taken_in(published=day, **KENT))
    again = {**KENT, "improvements": [], **said}
    return taken_in(address=f"{ADDRESS}1", published=day, **again)


def of_kent(kind):
    return [one for one in told("kent", kind) if "/2023/" in one.inspection]


@pytest.mark.parametrize(
    "ruling", [Ruling(Act.REJECT, None, "No."), Ruling(Act.CORRECT, [], "No.")]
)
def test_what_a_person_takes_away_is_held_no_more(ruling):
    document = another_of_kent()
    acts.decide(document, "priority_actions", ruling, doing(document))
    published(document)

    (report,) = of_kent(ReportPublished)
    assert (report.priority_actions, report.points) == (None, ())


def test_what_a_person_rejects_of_the_years_is_held_no_more():
    years = told("dudley", ReportPublished)[-1].next_full_years
    document = taken_in()
    acts.decide(document, "next_full_years", Ruling(Act.REJECT, None, "No."), doing(document))
    published(document)

    (report,) = [one for one in told("dudley", ReportPublished) if "/2023/" in one.inspection]
    assert (years, report.next_full_years) == (3, None)


def test_an_improvement_that_was_taken_away_leaves_its_number():
    document = another_of_kent()  # its report lists none
    acts.decide(document, "improvements", Ruling(Act.CORRECT, [], "None."), doing(document))
    published(document)
    again = {**KENT, "improvements": ["Plans should say who does what, and by when."]}
    third = taken_in(address=f"{ADDRESS}2", published=date(2026, 11, 20), **again)
    published(third)

    (report,) = of_kent(ReportPublished)
    assert [point.number for point in report.points] == ["a1", "i2"]


def test_days_that_differ_from_those_held_are_for_a_person_to_decide():
    document = another_of_kent(visited="12 to 16 October 2026")

    with pytest.raises(UnableToDo, match=r"Days of the visit.*12 October 2026.* 5 October 2026"):
        forward(settled(document), doing(document))


def test_a_visit_is_on_the_days_that_a_person_decided():
    document = another_of_kent()
    corrected(document, "cover_dates", {"start": "2026-10-12", "end": "2026-10-16"})
    published(document)

    began = [one.on for one in of_kent(InspectionStarted)]
    ended = [one.on for one in of_kent(Step) if one.step is StepKind.FIELDWORK_ENDED]
    assert began == [Interval.day(date(2026, 10, 12))]
    assert ended == [Interval.day(date(2026, 10, 16))]


def test_the_day_that_no_longer_stands_is_kept_as_set_aside():
    document = another_of_kent()
    corrected(document, "cover_dates", {"start": "2026-10-12", "end": "2026-10-16"})
    published(document)

    (began,) = of_kent(InspectionStarted)
    aside = [one for one in began.attested if one.set_aside]
    assert [one.on for one in aside] == [Interval.day(date(2026, 10, 5))]


def test_it_is_one_act_or_nothing():
    document = checked(taken_in())
    before = Entry.objects.count()
    # Meanwhile somebody records what it cannot stand beside.
    started = next(
        one
        for one in told("dudley", object)
        if kinds.key(one) == "inspection-started" and one.inspection == "dudley/2023/1"
    )
    (number,) = [held for held, one in entries.standing_of("dudley") if one == started]
    entries.withdraw(number, by=1, at=NOW, reason="For this test.")

    decision = publish(document, doing(document, MODERATOR))

    assert decision.act == Act.PUBLISH
    assert Entry.objects.count() > before + 1


def test_nothing_is_recorded_where_the_ledger_objects():
    document = checked(taken_in())
    before = Entry.objects.count()
    acts.undo(document.decisions.get(act=Act.FORWARD), doing(document))
    corrected(document, "published", "2025-01-02")

    with pytest.raises(UnableToDo):
        forward(document, doing(document))
    assert Entry.objects.count() == before


def test_a_revisit_letter_judges_each_weakness_by_its_number():
    document = revisit_of_dudley()
    published(document)

    (letter,) = told("dudley", Revisited)
    assert (letter.sufficient, letter.of) == (8, 14)
    assert [(one.number, one.enough) for one in letter.judged] == [
        ("w1", True),
        ("w2", False),
        ("w3", True),
    ]


def test_a_monitoring_report_judges_each_priority_action():
    published(monitored_oldham())

    (report,) = told("oldham", MonitoringInspected)
    assert (report.effective, report.sufficient, report.of) == (False, 1, 2)
    assert [(one.number, one.enough) for one in report.judged] == [("a1", True), ("a2", False)]


def test_a_monitoring_inspection_whose_first_day_is_corrected_begins_once():
    published(monitored_oldham())
    document = monitored_oldham((False, True))
    first, last = (date.fromisoformat(one) for one in held(document).values["cover_dates"].values())
    day = first - timedelta(days=1)
    corrected(document, "cover_dates", {"start": day.isoformat(), "end": last.isoformat()})
    published(document)

    started = StepKind.MONITORING_INSPECTION_STARTED
    (began,) = [one for one in told("oldham", Step) if one.step is started]
    assert began.on == Interval.day(day)
    assert len(told("oldham", MonitoringInspected)) == 1


#: Kent, with bodies of its own.
BOARD = "NHS Kent and Medway Integrated Care Board"
OURS = {**KENT, "actions": [(f"Kent County Council and {BOARD}", ACTION)]}


def test_the_public_reads_the_words_with_their_source():
    published(taken_in(published=date(2026, 11, 20), **OURS))

    found = area_page(AREAS["kent"], Asked(TODAY, KNOWN)).findings[0]
    assert found.rows[0].words == ACTION
    assert "Kent County Council" in found.rows[0].bodies
    assert ADDRESS in [link.href for link in found.links]


def test_the_second_look_reads_the_names_of_organisations():
    document = taken_in(published=date(2026, 11, 20), **OURS)

    (report,) = [
        one for one in plan(held(document), at=NOW).events if isinstance(one.event, ReportPublished)
    ]
    (points,) = [one for one in differences.told(report).differences if one.what == "Points"]
    assert "(Kent County Council, NHS Kent and Medway" in points.new[0]


def test_names_of_people_are_in_no_entry_and_no_release():
    published(taken_in(published=date(2026, 11, 20), **KENT))

    texts = [*EntryText.objects.values_list("text"), *ReleaseText.objects.values_list("text")]
    said = str(texts).casefold()
    names = ("Ada Quill", "Ben Rowe", "Cleo Marsh")
    forms = [form for name in names for form in (name, name.split()[1], name.replace(" ", "-"))]
    assert [form for form in forms if re.search(rf"\b{form.casefold()}\b", said)] == []


def test_words_that_name_an_inspector_are_not_passed_on():
    document = taken_in()
    words = "Partners should do as Ada Quill said, and keep one list of schools."
    corrected(document, "improvements", [{"text": words}])

    with pytest.raises(UnableToDo, match="Ada Quill"):
        forward(settled(document), doing(document))


def test_no_address_but_the_publishers_becomes_the_official_source():
    document = taken_in(address="https://evil.example/report.pdf")

    with pytest.raises(UnableToDo, match="none of the publisher’s"):
        forward(settled(document), doing(document))


@pytest.mark.parametrize("said", ["Ms Quill", "Quill, Ada", "A. Qu\u200bill", "Ms Nobody"])
def test_nor_are_they_in_another_spelling(said):
    document = taken_in()
    corrected(document, "improvements", [{"text": f"Partners should do as {said} wrote."}])

    with pytest.raises(UnableToDo, match="take it out of the words"):
        forward(settled(document), doing(document))


def test_nor_in_an_address():
    document = taken_in()
    corrected(document, "address", f"{ADDRESS}/ada-quill")

    with pytest.raises(UnableToDo, match="Ada Quill"):
        forward(settled(document), doing(document))


def test_reasons_that_people_give_stay_in_the_room():
    document = taken_in()
    corrected(document, "outcome", 1, reason="As the reader with the red hat said.")
    published(document)

    said = str(list(ReleaseText.objects.values_list("text")))
    assert "red hat" not in said


def test_a_second_look_sends_back_what_is_wrong():
    document = checked(taken_in())
    ruling = Ruling(Act.SEND_BACK, reason="The outcome is another.")
    acts.of_the_whole(document, ruling, doing(document, MODERATOR))

    corrected(document, "outcome", 3)
    with pytest.raises(UnableToDo, match=r"."):
        publish(document, doing(document, MODERATOR))


@pytest.mark.slow
@pytest.mark.skipif(not LETTERS, reason="not run: AREASEND_LETTERS names no folder")
def test_published_reports_join_what_is_held_and_leave_their_inspectors_out():
    people = set()
    for path in sorted(Path(LETTERS).glob("*.pdf")):
        document = taken_in(path.read_bytes(), published=None)
        people |= held(document).people
        before = len(told(document.area, ReportPublished))
        # Where another source has other days, a person must say which.
        acts.decide(document, "cover_dates", Ruling(Act.ACCEPT), doing(document))
        published(document)
        assert len(told(document.area, ReportPublished)) == before, path.name

    said = str(list(ReleaseText.objects.values_list("text")))
    assert people
    assert [name for name in people if name in said] == []
