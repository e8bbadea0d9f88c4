"""Keying facts again, deciding what differences are, and the rate that is published."""

from dataclasses import asdict

import pytest

from areasend.answers.asked import Asked
from areasend.answers.audits import audits
from areasend.casework.audit import tallying
from areasend.casework.audit.keying import (
    UnableToAudit,
    differences,
    judge,
    key,
    next_to_key,
    to_judge,
)
from areasend.casework.audit.models import Cause, Said
from areasend.casework.models import Document
from areasend.domain.keyable import NotAnAnswer
from areasend.ledger import releases
from areasend.ledger.verifying import verify
from tests.audit.samples import AUDITOR, NOW, OTHER, THIRD, key_all, sample_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("record")]


@pytest.fixture
def sample():
    return sample_of("dudley", "bury")


def test_facts_come_one_after_the_other_in_the_order_of_their_lots(sample):
    first = next_to_key(sample, by=AUDITOR)
    key(first, Said.VALUE, first.recorded, by=AUDITOR, at=NOW)

    assert (first.place, next_to_key(sample, by=AUDITOR).place) == (1, 2)


def test_a_fact_is_keyed_once(sample):
    fact = next_to_key(sample, by=AUDITOR)
    key(fact, Said.NOT_SAID, "", by=AUDITOR, at=NOW)

    with pytest.raises(UnableToAudit, match="keyed already"):
        key(fact, Said.VALUE, fact.recorded, by=OTHER, at=NOW)


def check(fact, by):
    """Let somebody have checked the document of a fact."""
    document = Document.objects.create(
        paper=fact.paper, trouble="None to speak of.", taken_in_at=NOW
    )
    document.decisions.create(act="dismiss", reason="For trying out.", by=by, at=NOW)


def test_nobody_decides_a_difference_of_a_document_that_they_checked(sample):
    fact = next_to_key(sample, by=AUDITOR)
    key(fact, Said.NOT_SAID, "", by=AUDITOR, at=NOW)
    check(fact, OTHER)

    assert to_judge(sample, by=OTHER) == []
    assert to_judge(sample, by=THIRD) == [fact]
    with pytest.raises(UnableToAudit, match="You checked or published this document"):
        judge(fact, Cause.KEYING_WRONG, "It does say it.", by=OTHER, at=NOW)


def test_nobody_keys_a_document_that_they_checked(sample):
    fact = next_to_key(sample, by=AUDITOR)
    check(fact, AUDITOR)

    assert next_to_key(sample, by=AUDITOR).paper != fact.paper
    with pytest.raises(UnableToAudit, match="You checked or published this document"):
        key(fact, Said.VALUE, fact.recorded, by=AUDITOR, at=NOW)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("started", "June"), ("started", "2024-06"), ("next-full", "three"), ("outcome-2023", "")],
)
def test_what_answers_no_question_is_not_kept(sample, field, typed):
    fact = sample.facts.filter(field=field).first()

    with pytest.raises(NotAnAnswer):
        key(fact, Said.VALUE, typed, by=AUDITOR, at=NOW)
    assert tallying.left(sample)[0] == 9


def test_a_difference_is_decided_by_another_person_who_says_why(sample):
    key_all(sample, but=("next-full",))
    fact = sample.facts.filter(field="next-full").first()
    key(fact, Said.VALUE, "9", by=AUDITOR, at=NOW)

    assert differences(sample) == [fact]
    assert (to_judge(sample, by=AUDITOR), to_judge(sample, by=OTHER)) == ([], [fact])
    with pytest.raises(UnableToAudit, match="another person"):
        judge(fact, Cause.RECORD_WRONG, "It says nine.", by=AUDITOR, at=NOW)
    with pytest.raises(UnableToAudit, match="Say why"):
        judge(fact, Cause.RECORD_WRONG, " ", by=OTHER, at=NOW)
    judge(fact, Cause.RECORD_WRONG, "It says nine.", by=OTHER, at=NOW)
    assert differences(sample) == []


def test_nothing_is_published_before_all_is_keyed_and_decided(sample):
    key_all(sample, but=("next-full",))

    with pytest.raises(UnableToAudit, match="2 to key, 0 to decide"):
        tallying.publish(sample, by=1, at=NOW)


def test_what_a_document_does_not_say_is_an_error_once_another_person_agrees(sample):
    key_all(sample, but=("next-full",))
    wrong, right = sample.facts.filter(field="next-full").order_by("place")
    for fact in (wrong, right):
        key(fact, Said.NOT_SAID, "", by=AUDITOR, at=NOW)

    assert to_judge(sample, by=OTHER) == [wrong, right]
    with pytest.raises(UnableToAudit, match="0 to key, 2 to decide"):
        tallying.publish(sample, by=1, at=NOW)
    judge(wrong, Cause.RECORD_WRONG, "No page says it.", by=OTHER, at=NOW)
    judge(right, Cause.KEYING_WRONG, "Page 2 says three.", by=OTHER, at=NOW)
    tallying.publish(sample, by=1, at=NOW)
    (found,) = audits(Asked(NOW.date(), NOW)).samples
    assert (found.whole.compared, found.whole.wrong, found.whole.unsaid) == (9, 1, 1)


def test_of_a_sample_that_nobody_could_read_nothing_is_published(sample):
    for fact in sample.facts.all():
        key(fact, Said.UNREADABLE, "", by=AUDITOR, at=NOW)
        judge(fact, Cause.UNCLEAR, "Nor can I.", by=OTHER, at=NOW)

    assert tallying.left(sample) == (0, 0)
    with pytest.raises(UnableToAudit, match="nothing could be compared"):
        tallying.publish(sample, by=1, at=NOW)


def test_the_rate_is_published_with_its_interval_and_what_is_not_covered(sample):
    key_all(sample, but=("next-full",))
    wrong, unread = sample.facts.filter(field="next-full").order_by("place")
    key(wrong, Said.VALUE, "9", by=AUDITOR, at=NOW)
    key(unread, Said.UNREADABLE, "", by=AUDITOR, at=NOW)
    judge(unread, Cause.UNCLEAR, "Nor can I.", by=OTHER, at=NOW)
    judge(wrong, Cause.RECORD_WRONG, "It says nine.", by=OTHER, at=NOW)

    number = tallying.publish(sample, by=1, at=NOW)

    (found,) = audits(Asked(NOW.date(), NOW)).samples
    assert (found.whole.drawn, found.whole.compared, found.whole.wrong) == (9, 8, 1)
    assert (found.whole.unsaid, found.whole.unreadable) == (0, 1)
    assert (round(found.whole.low, 4), round(found.whole.high, 4)) == (0.0032, 0.5265)
    assert found.not_covered == sample.record - 9
    assert (found.seed, number) == ("a seed", releases.last_in_effect(known_at=NOW))
    assert not verify(None).faults
    with pytest.raises(UnableToAudit, match="published already"):
        tallying.publish(sample, by=1, at=NOW)


def test_a_mistake_in_keying_is_no_error_of_the_record(sample):
    key_all(sample, but=("next-full",))
    for fact in sample.facts.filter(field="next-full"):
        key(fact, Said.VALUE, "9", by=AUDITOR, at=NOW)
        judge(fact, Cause.KEYING_WRONG, "It says three.", by=OTHER, at=NOW)

    assert sum(one.wrong for one in tallying.tallies(sample)) == 0


def test_of_what_is_published_nothing_names_who_keyed_or_an_area(sample):
    key_all(sample)
    tallying.publish(sample, by=1, at=NOW)

    told = str(asdict(audits(Asked(NOW.date(), NOW)))) + str(releases.spoken(known_at=NOW))
    assert str(AUDITOR) not in told
    assert "dudley" not in told.casefold()
