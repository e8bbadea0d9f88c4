"""Letters that judge a plan, notices and plans: what the record has an event for is recorded."""

from datetime import date, timedelta

import pytest
from built_plans import build_department_letter, build_judgement, build_notice, build_plan
from cases import (
    ADDRESS,
    MODERATOR,
    NOW,
    checked,
    corrected,
    doing,
    held,
    published,
    settled,
    taken_in,
)

from areasend.casework import shapes
from areasend.casework.acts import Ruling, UnableToDo, decide
from areasend.casework.models import Act
from areasend.casework.planning import plan
from areasend.casework.publishing import forward, publish
from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import Instrument, Intervened, Plan, PlanJudged, Step, StepKind
from areasend.domain.intervals import Interval
from areasend.ledger import releases

pytestmark = pytest.mark.usefixtures("record")
NOT_FIT = "is deemed not to be fit for purpose"
COUNCIL = "https://www.dudley.gov.uk/send/letter.pdf"


def letter(content, address=ADDRESS):
    return taken_in(content, address=address, published=None)


def dated(document, day):
    """Return the document, the date of the letter entered."""
    corrected(document, "letter_date", day)
    return document


def told(kind, area="dudley"):
    known = NOW + timedelta(seconds=1)
    return [one for one in releases.events(known_at=known)[area] if isinstance(one, kind)]


def judged(of):
    return [one for one in told(PlanJudged) if one.plan is of]


def test_a_letter_that_judges_a_plan_is_recorded_once():
    published(dated(letter(build_judgement(verdict=NOT_FIT)), "2020-03-18"))

    (new,) = [one for one in judged(Plan.STATEMENT) if not one.fit]
    assert (new.on, new.inspection) == (Interval.day(date(2020, 3, 18)), "dudley/2016/1")
    again = letter(build_judgement(verdict=f"{NOT_FIT} as yet"), f"{ADDRESS}1")
    (same,) = plan(held(dated(again, "2020-03-18")), at=NOW).events
    assert same.held == new


def test_a_letter_of_a_day_before_any_inspection_is_not_recorded():
    with pytest.raises(UnableToDo, match="We hold no inspection"):
        published(letter(build_judgement()))


def test_the_source_is_whoever_wrote_it_and_its_words():
    published(letter(build_department_letter()))

    (new,) = judged(Plan.ACCELERATED_PROGRESS)
    source = new.attestation.source
    assert (source.publisher, source.kind) == ("Department for Education", SourceKind.OFFICIAL)
    assert {one.what for one in source.spots} == {"letter_date", "fit"}
    assert source.dated == date(2023, 3, 6)


def test_a_copy_that_the_council_published_is_on_the_councils_word():
    published(letter(build_department_letter(), COUNCIL))

    (new,) = judged(Plan.ACCELERATED_PROGRESS)
    assert (new.attestation.source.kind, new.attestation.confidence) == (
        SourceKind.COUNCIL,
        Confidence.HIGH,
    )


@pytest.mark.parametrize(
    ("address", "publisher", "kind"),
    [
        ("https://www.norfolk.gov.uk/letter.pdf", "Norfolk County Council", SourceKind.COUNCIL),
        ("https://send.dudley.gov.uk/letter.pdf", "Dudley council", SourceKind.COUNCIL),
        ("https://www.northmids.gov.uk/letter.pdf", "northmids.gov.uk", SourceKind.COUNCIL),
        ("https://www.dorsetcouncil.gov.uk/letter.pdf", "Dorset council", SourceKind.COUNCIL),
        (
            "https://blackcountry.icb.nhs.uk/letter.pdf",
            "blackcountry.icb.nhs.uk",
            SourceKind.NHS,
        ),
        ("https://www.gov.uk/letter.pdf", "GOV.UK", SourceKind.OFFICIAL),
        (ADDRESS, "Ofsted", SourceKind.OFFICIAL),
    ],
)
def test_a_plan_is_on_the_word_of_whoever_has_it_on_their_site(address, publisher, kind):
    document = letter(build_plan(), address)
    corrected(document, "published", {"day": "2020-04-30", "seen": "council"})
    (one,) = plan(held(document), at=NOW).events

    source = one.event.attested[0].source
    assert (source.publisher, source.kind, source.href) == (publisher, kind, address)
    assert one.event.attested[0].confidence is Confidence.HIGH


def test_an_address_with_words_is_published_only_by_somebody_who_says_that_it_names_nobody():
    document = checked(letter(build_department_letter(), COUNCIL))

    with pytest.raises(UnableToDo, match="names nobody"):
        publish(document, doing(document, MODERATOR))
    decision = publish(
        document, doing(document, MODERATOR), [f"I read the address {COUNCIL}: it names nobody."]
    )
    assert COUNCIL in decision.reason


def test_whoever_looks_again_says_that_another_councils_site_may_be_cited():
    document = letter(build_department_letter(), "https://www.northmids.gov.uk/letter.pdf")

    (_, site) = plan(held(document), at=NOW).to_be_said
    assert site == (
        "The document is rightly cited from northmids.gov.uk, and not from Dudley council."
    )
    own = letter(build_department_letter(ends="Goodbye."), COUNCIL)
    assert len(plan(held(own), at=NOW).to_be_said) == 1
    numbers = letter(build_department_letter(ends="Farewell."))
    assert plan(held(numbers), at=NOW).to_be_said == ()


def test_an_address_that_greets_somebody_is_not_passed_on():
    document = letter(build_department_letter(), "https://www.dudley.gov.uk/to-jane-quill.pdf")

    with pytest.raises(UnableToDo, match="“to-jane-quill” in the address"):
        forward(settled(document), doing(document))


@pytest.mark.parametrize(
    ("address", "publisher", "href"),
    [
        ("https://blackcountry.icb.nhs.uk/plan.pdf", "blackcountry.icb.nhs.uk", True),
        ("https://www.dudley.gov.uk/plan.pdf", "A body of the NHS", False),
    ],
)
def test_a_day_is_cited_from_the_document_where_its_site_is_whose_word_it_is(
    address, publisher, href
):
    document = letter(build_plan(), address)
    corrected(document, "published", {"day": "2020-04-30", "seen": "nhs"})
    (one,) = plan(held(document), at=NOW).events

    source = one.event.attested[1].source
    assert (source.publisher, source.kind) == (publisher, SourceKind.NHS)
    assert source.href == (address if href else "")


def test_the_place_of_a_plan_is_a_sentence_though_no_words_of_it_are_marked():
    document = letter(build_plan(), "https://www.dudley.gov.uk/send/plan.pdf")
    corrected(document, "published", {"day": "2020-04-30", "seen": "council"})
    (one,) = plan(held(document), at=NOW).events

    assert one.event.attested[0].source.place == "the day of publication is not printed"


def test_monitoring_that_ceases_is_a_step_of_its_own():
    published(letter(build_department_letter(ends="You no longer need formal monitoring.")))

    steps = [one.on for one in told(Step) if one.step is StepKind.MONITORING_CEASED]
    assert Interval.day(date(2023, 3, 6)) in steps


def test_a_letter_that_tells_of_nothing_says_so():
    document = letter(build_department_letter(verdict="was received with thanks"))
    for one in held(document).waiting:
        act = Act.REJECT if one.field.value is None else Act.ACCEPT
        decide(document, one.name, Ruling(act, reason="It does not say."), doing(document))

    with pytest.raises(UnableToDo, match="tells of nothing"):
        forward(document, doing(document))


@pytest.mark.parametrize("send", [True, False])
def test_a_notice_is_about_send_only_where_it_says_so(send):
    published(letter(build_notice(send=send)))

    (notice,) = [one for one in told(Intervened) if one.instrument is Instrument.NOTICE]
    assert (notice.about_send, notice.on) == (send, Interval.day(date(2024, 5, 17)))
    assert notice.inspection == ("dudley/2016/1" if send else "")


def test_a_notice_stands_by_itself_where_no_inspection_before_it_is_held():
    published(dated(letter(build_notice()), "2015-03-02"))

    (notice,) = [one for one in told(Intervened) if one.instrument is Instrument.NOTICE]
    assert notice.inspection == ""


def test_a_notice_that_is_held_is_not_told_twice():
    before = [one for one in told(Intervened, "halton") if one.instrument is Instrument.NOTICE]
    published(dated(letter(build_notice(council="Halton Borough Council")), "2024-03-14"))

    (after,) = [one for one in told(Intervened, "halton") if one.instrument is Instrument.NOTICE]
    assert len(before) == 1
    assert after.on == Interval.day(date(2024, 3, 14))
    assert len(after.attested) == len(before[0].attested) + 1


def test_of_a_plan_only_that_it_was_published_is_recorded():
    document = letter(build_plan(), "https://www.dudley.gov.uk/send/plan.pdf")
    corrected(document, "published", {"day": "2020-04-30", "seen": "council"})
    published(document)

    (new,) = [one for one in told(Step) if one.attestation.source.sha256]
    assert (new.step, new.on) == (StepKind.STATEMENT_PUBLISHED, Interval.day(date(2020, 4, 30)))
    assert [one.source.kind for one in new.attested] == [SourceKind.COUNCIL, SourceKind.COUNCIL]
    assert "Write one plan" not in str(new)


def test_an_address_of_no_public_body_is_no_source():
    document = letter(build_notice(), "https://evil.example/notice.pdf")

    with pytest.raises(UnableToDo, match="no public body’s"):
        forward(settled(document), doing(document))


@pytest.mark.parametrize(
    "content", [build_judgement(), build_department_letter(), build_notice(), build_plan()]
)
def test_every_value_is_shown_in_words(content):
    document = letter(content)

    for one in held(document).fields:
        shown = shapes.shown(document.kind, one.name, one.value)
        assert not any("{" in line or "[" in line for line in shown), one.name
