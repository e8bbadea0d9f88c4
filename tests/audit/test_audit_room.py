"""The self-audit's pages, as auditors and others meet them."""

import pytest
from django.test import Client
from django.urls import reverse

from areasend.casework.audit import tallying
from areasend.casework.audit.models import Keyed
from areasend.casework.models import Document
from areasend.domain.keyable import BY_KEY, Answer, in_words
from areasend.people.models import Account
from tests.audit.samples import NOW, sample_of
from tests.people.accounts import account

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("record")]


def signed_in(email, *roles):
    client = Client(headers={"host": "localhost"})
    client.force_login(account(email, *roles))
    return client


@pytest.fixture
def auditor():
    return signed_in("auditor@example.org", "auditor")


@pytest.fixture
def sample():
    return sample_of("dudley", "gateshead")


def address(name, fact, *more):
    return reverse(name, args=[fact.pk, *more])


def test_readers_and_moderators_have_no_way_in(sample):
    reader = signed_in("reader@example.org", "reader", "moderator")
    one = sample.facts.first()

    for asked in (reverse("audit"), address("audit-fact", one), address("audit-picture", one, 1)):
        assert reader.get(asked).status_code == 403


def test_no_page_before_the_difference_shows_what_is_recorded(auditor, sample):
    auditor.get(reverse("audit"))
    for fact in sample.facts.all():
        page = auditor.get(address("audit-fact", fact)).content.decode()
        of = BY_KEY[fact.field]
        if of.answer is not Answer.CHOICE:  # of a choice every answer is shown, none chosen
            assert f'value="{fact.recorded}"' not in page
        if of.answer is Answer.DAY:
            assert in_words(of, fact.recorded) not in page
        assert page.count(" checked") == 1


def test_the_pages_of_the_document_are_pictures_that_nobody_else_keeps(auditor, sample):
    answer = auditor.get(address("audit-picture", sample.facts.first(), 1))

    assert answer.content.startswith(b"\x89PNG")
    assert (
        "private" in answer.headers["Cache-Control"]
        or "no-store" in answer.headers["Cache-Control"]
    )
    assert auditor.get(address("audit-picture", sample.facts.first(), 99)).status_code == 404


def test_what_is_keyed_leads_to_the_next_and_in_the_end_to_the_beginning(auditor, sample):
    for _ in range(8):
        at = auditor.get(reverse("audit-next"))["Location"]
        assert auditor.post(at, {"said": "not-said"})["Location"] == reverse("audit-next")

    assert auditor.get(reverse("audit-next"))["Location"] == reverse("audit")
    assert tallying.left(sample) == (0, 8)


def test_whoever_checked_a_document_sees_none_of_its_facts_and_pages(auditor, sample):
    fact = sample.facts.first()
    document = Document.objects.create(
        paper=fact.paper, trouble="None to speak of.", taken_in_at=NOW
    )
    you = Account.objects.get(email="auditor@example.org").number
    document.decisions.create(act="dismiss", reason="For trying out.", by=you, at=NOW)

    assert auditor.get(address("audit-fact", fact)).status_code == 404
    assert auditor.get(address("audit-picture", fact, 1)).status_code == 404
    other = signed_in("other@example.org", "auditor")
    assert other.get(address("audit-picture", fact, 1)).status_code == 200


@pytest.mark.parametrize(
    ("said", "read", "offered"),
    [
        ("not-said", "It does not say", "the record is wrong"),
        ("unreadable", "It cannot be read", "It can be read, and says what is recorded"),
    ],
)
def test_what_one_person_did_not_find_waits_for_another(auditor, sample, said, read, offered):
    fact = sample.facts.first()
    auditor.post(address("audit-fact", fact), {"said": said})

    page = signed_in("other@example.org", "auditor").get(address("audit-difference", fact))

    assert read in page.content.decode()
    assert offered in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({}, "Say what the document says"),
        ({"said": "value", "value": "three"}, "Give a number"),
        ({"said": "value"}, "Give a number"),
        ({"said": "guess", "value": "3"}, "Say what the document says"),
    ],
)
def test_an_answer_that_is_none_is_said_to_be_so_and_stays_typed(auditor, sample, typed, why):
    fact = sample.facts.filter(field="next-full").first()

    answer = auditor.post(address("audit-fact", fact), typed)

    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert not Keyed.objects.exists()
    if typed.get("value"):
        assert f'value="{typed["value"]}"' in answer.content.decode()


def test_a_day_may_be_written_as_people_write_it(auditor, sample):
    fact = sample.facts.filter(area="dudley", field="started").get()

    refused = auditor.post(address("audit-fact", fact), {"said": "value", "value": "soon"})
    auditor.post(address("audit-fact", fact), {"said": "value", "value": "20 January 2025"})

    assert "Enter a day" in refused.content.decode()
    assert Keyed.objects.get().value == "2025-01-20"


def test_a_difference_waits_for_another_person(auditor, sample):
    fact = sample.facts.filter(field="next-full").first()
    auditor.post(address("audit-fact", fact), {"said": "value", "value": "9"})
    other = signed_in("other@example.org", "auditor")

    page = auditor.get(reverse("audit")).content.decode()
    assert "Not for you to decide: 1 that you keyed. Another person must decide." in page
    assert "Nobody left" not in page
    assert auditor.get(address("audit-difference", fact)).status_code == 404
    page = other.get(address("audit-difference", fact)).content.decode()
    assert "Recorded" in page
    refused = other.post(address("audit-difference", fact), {"cause": "record-wrong"})
    assert (refused.status_code, "Say why" in refused.content.decode()) == (400, True)
    typed = {"cause": "record-wrong", "reason": "It says nine."}
    assert other.post(address("audit-difference", fact), typed)["Location"] == reverse("audit")
    assert sum(one.wrong for one in tallying.tallies(sample)) == 1


def test_differences_that_no_auditor_may_decide_are_counted_with_the_reason(auditor, sample):
    fact = sample.facts.filter(field="next-full").first()
    auditor.post(address("audit-fact", fact), {"said": "value", "value": "9"})
    other = signed_in("other@example.org", "auditor")
    document = Document.objects.create(
        paper=fact.paper, trouble="None to speak of.", taken_in_at=NOW
    )
    number = Account.objects.get(email="other@example.org").number
    document.decisions.create(act="dismiss", reason="For trying out.", by=number, at=NOW)

    page = other.get(reverse("audit")).content.decode()

    assert "Not for you to decide: 1 of documents that you checked or published." in page
    assert "1 of the differences may be decided by no auditor there is" in page
    signed_in("third@example.org", "auditor")
    assert "Nobody left" not in other.get(reverse("audit")).content.decode()
