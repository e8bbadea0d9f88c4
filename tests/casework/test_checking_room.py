"""The pages of the checking room, as people with one role or another meet them."""

import json
from datetime import UTC, datetime

import pytest
from built_plans import build_department_letter
from cases import (
    ADDRESS,
    KENT,
    NOW,
    checked,
    doing,
    held,
    published,
    revisit_of_dudley,
    settled,
    taken_in,
)
from django.test import Client
from django.urls import reverse

from areasend.casework import acts
from areasend.casework.checking import checking
from areasend.casework.claims import LASTS, claim
from areasend.casework.course import Stage, course
from areasend.casework.day_seen import SEEN
from areasend.casework.models import Act, Claim
from areasend.casework.queue import take_in
from areasend.casework.views.asking import now
from areasend.config.rooms_urls import urlpatterns
from areasend.papers.keeping import keep, seen
from areasend.people.gate import OPEN, OWN
from tests.people.accounts import account

pytestmark = pytest.mark.usefixtures("record")


def signed_in(email="reader@example.org", *roles):
    """Return a client of somebody who holds the roles, and their account."""
    who = account(email, *(roles or ("reader",)))
    client = Client(headers={"host": "localhost"})
    client.force_login(who)
    return client, who


def address(name, document, *more):
    return reverse(name, args=[document.number, *more])


def decide(client, document, name="outcome", *, version=None, **typed):
    """Send a decision of a field."""
    version = course(document).version if version is None else version
    return client.post(address("field", document, name), {"seen": version, **typed})


@pytest.fixture
def document():
    return taken_in()


@pytest.fixture
def reader():
    return signed_in()[0]


@pytest.fixture
def moderator():
    return signed_in("second@example.org", "moderator")[0]


def test_every_page_of_the_room_refuses_a_stranger(document):
    stranger = Client(headers={"host": "localhost"})
    asked = {"number": document.number, "page": 1, "name": "outcome"}
    for pattern in urlpatterns:
        if pattern.name in OPEN | OWN:
            continue
        wanted = {name: asked[name] for name in pattern.pattern.converters}
        for send in (stranger.get, stranger.post):
            answer = send(reverse(pattern.name, kwargs=wanted))
            assert (answer.status_code, answer["Location"][:8]) == (302, "/sign-in"), pattern.name


def test_an_auditor_sees_no_document(document):
    client, _ = signed_in("auditor@example.org", "auditor")

    assert client.get(address("document", document)).status_code == 403
    assert client.get(address("paper", document)).status_code == 403
    assert client.get("/").status_code == 200


def test_the_queue_has_what_waits_longest_first(reader):
    settled_one = settled(taken_in(**KENT))
    first = taken_in(address=None, published=None)
    second = revisit_of_dudley()
    assert held(first).waiting
    assert held(second).waiting

    page = reader.get("/").content.decode()

    order = [page.index(address("document", one)) for one in (first, second, settled_one)]
    assert order == sorted(order)
    assert "Kent: Area SEND inspection report" in page


def test_the_queue_counts_what_the_document_asks_to_be_looked_at(reader):
    document = taken_in(address=None, published=None, **KENT)
    count = len(held(document).waiting)

    assert count > 1
    assert f"{count} fields to look at" in reader.get("/").content.decode()
    assert (
        f"{count} fields to look at" in reader.get(address("document", document)).content.decode()
    )
    for one in held(document).waiting:
        # What was not read cannot be right.
        act = Act.REJECT if one.field.value is None else Act.ACCEPT
        ruling = acts.Ruling(act, reason="Nothing says so.")
        acts.decide(document, one.name, ruling, doing(document))
    assert "No doubts left" in reader.get("/").content.decode()


def test_whoever_opens_a_field_to_check_it_has_the_document(reader, moderator, document):
    moderator.get(address("field", document, "outcome"))
    assert not Claim.objects.exists()

    reader.get(address("field", document, "outcome"))
    other, _ = signed_in("other@example.org")
    page = other.get(address("field", document, "outcome")).content.decode()

    assert "reader@example.org</strong> has" in page or "reader@example.org has" in page


def test_what_is_still_to_look_at_is_not_the_field_one_is_on(reader):
    document = taken_in(address=None, published=None, **KENT)
    one, *others = held(document).waiting

    page = reader.get(address("field", document, one.name)).content.decode()

    assert f"Still to look at: {', '.join(each.title for each in others)}." in page


def test_what_is_published_is_no_longer_anybodys_and_leads_to_the_public_page(reader, document):
    published(document)

    page = reader.get(address("document", document)).content.decode()
    refused = reader.post(address("claim", document), {"what": "take"})

    assert "Take it" not in page
    assert "on the word of" not in page
    assert "/areas/dudley" in page
    assert all(str(one) in page for one in json.loads(document.decisions.last().entries))
    assert (refused.status_code, Claim.objects.filter(until__gt=now()).exists()) == (409, False)


@pytest.mark.parametrize(
    ("content", "media_type", "ending"),
    [
        (
            b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "application/zip",
            "ods",
        ),
        (b"PK\x03\x04 and so on", "application/zip", "xlsx"),
        (b"Area,Day\r\nDudley,2026\r\n", "text/csv", "csv"),
    ],
)
def test_a_table_has_a_stage_of_its_own_and_its_name(reader, content, media_type, ending):
    document = take_in(keep(content, media_type, at=NOW), None, None, at=NOW)

    saved = reader.get(address("paper", document))
    page = reader.get(address("document", document)).content.decode()

    assert course(document).stage is Stage.TABLE
    assert saved["Content-Disposition"].endswith(f'.{ending}"')
    assert "areasend record" in page
    sent = {"seen": 0, "act": "dismiss", "reason": "Recorded."}
    assert reader.post(address("whole", document), sent).status_code == 303


def test_the_queue_says_who_has_what(reader, document):
    other = account("other@example.org", "reader")
    claim(document, by=other.number, now=now())

    assert "other@example.org" in reader.get("/").content.decode()


def test_a_field_stands_beside_its_page(reader, document):
    page = reader.get(address("field", document, "outcome")).content.decode()

    assert f"{address('page-picture', document, 1)}?field=outcome" in page
    assert "Inconsistent experiences and outcomes" in page


@pytest.mark.slow
def test_a_page_is_a_picture_that_no_browser_keeps(reader, document):
    answer = reader.get(address("page-picture", document, 1) + "?field=outcome")

    assert answer.content.startswith(b"\x89PNG")
    assert "private" in answer["Cache-Control"]


@pytest.mark.slow
def test_there_is_no_picture_of_a_page_that_is_not_there(reader, document):
    assert reader.get(address("page-picture", document, 99)).status_code == 404


def test_the_document_is_saved_and_never_opened(reader, document):
    answer = reader.get(address("paper", document))

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"%PDF")


def test_every_field_of_every_kind_has_its_page(reader):
    for document in (taken_in(**KENT), revisit_of_dudley()):
        for one in held(document).fields:
            page = reader.get(address("field", document, one.name))
            assert page.status_code == 200, one.name
            assert page.content.count(b"<h1") == 1


@pytest.mark.parametrize("mark", ["\0", "\x0b", "\x7f", "\x85"])
def test_a_sign_that_nobody_sees_is_not_kept(reader, document, mark):
    sent = {"value": "1", "reason": "Page 1 says so."}
    for name, value in sent.items():
        typed = sent | {name: f"{value}{mark}"}
        answer = decide(reader, document, act="correct", **typed)
        assert (answer.status_code, document.decisions.count()) == (409, 0)
    seen = {"seen": 0, "act": "dismiss", "reason": f"A draft{mark}."}
    answer = reader.post(address("whole", document), seen)
    assert (answer.status_code, document.decisions.count()) == (409, 0)


def test_nobody_is_offered_that_nothing_is_right(reader):
    bare = taken_in(address=None, published=None, **KENT)
    offered = 'value="accept"'

    assert offered in reader.get(address("field", bare, "outcome")).content.decode()
    assert offered not in reader.get(address("field", bare, "address")).content.decode()
    empty = next(one for one in checking(course(bare)).fields if one.field.value is None)
    assert offered not in reader.get(address("field", bare, empty.name)).content.decode()


def test_a_value_is_corrected_with_a_reason(reader, document):
    answer = decide(reader, document, act="correct", value="1", reason="Page 1 says so.")

    assert answer.status_code == 303
    decision = document.decisions.get()
    assert (decision.act, decision.value, decision.reason) == (Act.CORRECT, "1", "Page 1 says so.")


def test_without_a_reason_nothing_typed_is_lost(reader, document):
    words = "Partners should agree who answers for each therapy."
    typed = {"act": "correct", "text-1": words}

    answer = decide(reader, document, "improvements", **typed)

    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert not document.decisions.exists()


def test_a_stale_form_is_refused_with_what_changed_and_nothing_typed_lost(reader, document):
    decide(reader, document, act="correct", value="1", reason="Page 1 says so.")

    answer = decide(
        reader, document, version=0, act="correct", value="3", reason="I think it is three."
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "I think it is three." in page
    assert "Page 1 says so." in page
    assert document.decisions.count() == 1


def test_two_people_do_not_check_one_document_unknowingly(reader, document):
    other, _ = signed_in("other@example.org")
    decide(reader, document, act="accept")

    answer = decide(other, document, "cover_dates", act="accept")

    assert answer.status_code == 409
    assert "reader@example.org" in answer.content.decode()


def test_taking_over_is_told_to_both(reader, document):
    other, _ = signed_in("other@example.org")
    reader.post(address("claim", document), {"what": "take"})
    other.post(address("claim", document), {"what": "take-over"})

    theirs, ours = (one.get(address("document", document)) for one in (other, reader))
    assert "You took it over from reader@example.org" in theirs.content.decode()
    assert "other@example.org took this document over from you" in ours.content.decode()


def test_a_claim_that_is_over_is_over(reader, document):
    reader.post(address("claim", document), {"what": "take"})
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    Claim.objects.update(begun_at=long_ago, until=long_ago + LASTS)

    assert "Nobody has this document" in reader.get(address("document", document)).content.decode()


def test_a_moderator_decides_of_no_field(moderator, document):
    assert decide(moderator, document, act="accept").status_code == 403


def test_a_reader_does_not_publish(reader, document):
    settled(document)
    sent = {"seen": course(document).version, "act": "publish"}

    assert reader.post(address("whole", document), sent).status_code == 403


def test_a_document_goes_from_reader_to_moderator_to_the_record(reader, moderator, document):
    reader.post(address("whole", document), {"seen": 0, "act": "forward"})
    seen = course(document).version

    page = moderator.get(address("document", document)).content.decode()
    moderator.post(address("whole", document), {"seen": seen, "act": "publish"})

    assert "Corrects entry" in page
    assert course(document).stage is Stage.PUBLISHED


def test_whoever_publishes_ticks_that_an_address_names_nobody(moderator):
    where = "https://www.dudley.gov.uk/send/letter.pdf"
    document = checked(taken_in(build_department_letter(), address=where, published=None))
    sent = {"seen": course(document).version, "act": "publish"}

    page = moderator.get(address("document", document)).content.decode()
    refused = moderator.post(address("whole", document), sent)
    said = f"I read the address {where}: it names nobody."
    moderator.post(address("whole", document), {**sent, "said": said})

    assert said in page
    assert refused.status_code == 409
    assert course(document).stage is Stage.PUBLISHED


def test_what_the_ledger_objects_to_is_read_before_anything_is_done(reader, document):
    day = {"value": "2025-01-01", "seen-at": "ofsted"}
    decide(reader, document, "published", act="correct", reason="A slip.", **day)

    page = reader.get(address("document", document)).content.decode()

    assert "Objection" in page
    assert "is dated 1 January 2025" in page


def test_a_decision_is_taken_back(reader, document):
    decide(reader, document, act="correct", value="1", reason="Page 1 says so.")
    sent = {"seen": course(document).version, "decision": document.decisions.get().number}

    reader.post(address("undo", document), sent)

    assert course(document).done == ()


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 30])
def test_a_form_that_says_nothing_of_what_it_saw_is_refused(reader, document, seen):
    assert decide(reader, document, version=seen, act="accept").status_code == 409


def test_nothing_hostile_in_words_reaches_the_page_as_code(reader):
    document = taken_in(improvements=["<script>alert(1)</script> partners should agree on it."])

    page = reader.get(address("field", document, "improvements")).content.decode()

    assert "<script>alert" not in page


def test_after_a_doubt_comes_the_next(reader):
    document = taken_in(address=None, published=None, **KENT)

    day = {"value": "2026-11-20", "seen-at": "ofsted"}
    first = decide(reader, document, "published", act="correct", **day)

    # Where it was seen is why it is entered.
    assert document.decisions.get().reason == SEEN["ofsted"]
    assert first["Location"] != address("document", document)


def test_whoever_accepts_a_day_that_is_held_says_where_they_saw_it(reader):
    document = taken_in(published=None)
    day = held(document).values["published"]

    refused = decide(reader, document, "published", act="accept")
    decide(reader, document, "published", act="accept", **{"seen-at": "ofsted"})

    assert "Choose where you saw it." in refused.content.decode()
    assert json.loads(document.decisions.get().value) == {"day": day, "seen": "ofsted"}


def test_a_day_that_came_with_the_document_is_accepted_as_it_is(reader, document):
    decide(reader, document, "published", act="accept")

    assert document.decisions.get().act == Act.ACCEPT


def test_a_document_that_was_replaced_says_so(reader, document):
    other = taken_in(outcome=3, visited="20 to 24 January 2025")
    for one in (document, other):
        seen(one.paper, ADDRESS, at=NOW)

    page = reader.get(address("document", other)).content.decode()

    assert f"Document {document.number}</a> was at the same address" in page
    assert ADDRESS in page


def test_whoever_checked_does_not_take_back_that_it_was_sent_back(reader, moderator, document):
    reader.post(address("whole", document), {"seen": 0, "act": "forward"})
    sent = {"seen": course(document).version, "act": "send-back", "reason": "Another outcome."}
    moderator.post(address("whole", document), sent)
    last = document.decisions.latest("number")

    answer = reader.post(address("undo", document), {"seen": last.number, "decision": last.number})

    assert (last.act, answer.status_code) == (Act.SEND_BACK, 403)


@pytest.mark.parametrize("number", ["", "x", "9" * 30])
def test_nothing_is_taken_back_that_is_not_there(reader, document, number):
    answer = reader.post(address("undo", document), {"seen": 0, "decision": number})

    assert answer.status_code == 404
