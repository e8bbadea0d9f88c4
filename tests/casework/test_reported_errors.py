"""Reported errors and replies in the rooms: looked at, answered, declined or deleted, once."""

import re
from datetime import date
from html import unescape

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from areasend.answers.answered import answered
from areasend.answers.asked import Asked
from areasend.answers.waiting import Kind, UnableToAnswer
from areasend.answers.wording import day_of
from areasend.casework.reported import dealing
from areasend.casework.reported.dealing import Doing
from areasend.casework.reported.door import door
from areasend.casework.reported.models import Act, Ending, Matter
from areasend.casework.views.asking import now
from areasend.config import site
from areasend.ledger import entries, published, releases
from areasend.ledger.models import Entry
from areasend.ledger.statements import Answered, Finding
from areasend.people.models import Account
from areasend.register.models import Reply, Report
from areasend.register.report_commands import reporting
from tests.people.accounts import account
from tests.people.asking_rooms import signed_in

pytestmark = pytest.mark.usefixtures("record")

WRONG = "The report is dated 10 May 2019, not 12 May."
RIGHT = "https://www.dudley.gov.uk/letter"
FACT = "/areas/dudley#f955"
OURS = "The council's page gives the same day as we do."
REPLY = "The plan was published on 3 May 2020."
#: Before any day on which these tests run.
CAME = date(2026, 11, 2)


def reported(about=FACT, words=WRONG, right=RIGHT):
    return Report.objects.create(about=about, words=words, right=right, received=CAME)


def replied():
    return Reply.objects.create(
        key="a-key",
        body="council/dudley",
        about=FACT,
        area="dudley",
        words=REPLY,
        seen="A link mailed to the published address of the post.",
        asked=CAME,
        mailed=CAME,
        received=CAME,
    )


def withdrawn(entry):
    """Withdraw an entry in public and return the release's number."""
    at = now()
    taken_back = entries.withdraw(entry, by=1, at=at, reason="A slip.")
    return releases.release(taken_back, takes_effect_at=at, now=at)


def address(one):
    kind = "reported-error" if isinstance(one, Report) else "reported-reply"
    return reverse(kind, args=[one.pk])


def ask(client, one):
    return unescape(client.get(address(one)).content.decode())


def do(client, one, what, **typed):
    return client.post(address(one), {"what": what, **typed})


def told():
    """Return what the public reads of answers and replies now."""
    return answered(Asked(day_of(now()), now()))


@pytest.fixture
def moderator():
    return signed_in(account("first@example.org", "moderator"))


@pytest.fixture
def second():
    return signed_in(account("second@example.org", "moderator"))


@pytest.fixture
def report():
    return reported()


def test_what_waits_stands_in_the_queue_the_oldest_first(moderator, report):
    newer = reported(about="/areas/kent")
    replied()

    page = unescape(moderator.get("/reported").content.decode())

    assert page.index(address(report)) < page.index(address(newer))
    assert "Reported errors (2)" in page
    assert "Replies waiting (1)" in page
    assert "Here since 2 November 2026" in page
    assert "deleted on 2 November 2027 at the latest" in page


def test_a_reader_of_documents_answers_nobody(report):
    reader = signed_in(account("reader@example.org", "reader"))

    assert reader.get("/reported").status_code == 403
    assert do(reader, report, "decline", reason="No error.").status_code == 403
    assert report in Report.objects.open()


def test_its_page_has_the_fact_what_was_said_and_where_it_is_right(moderator, report, settings):
    page = ask(moderator, report)

    (fact,) = [one for one in published.facts(known_at=now())["dudley"] if one.number == 955]
    assert f'href="{settings.LINKS_TO}{FACT}"' in page
    assert str(fact.event.on) in page
    assert WRONG in page
    assert f'href="{RIGHT}"' in page
    assert "They see no bare name" in page


def test_it_says_which_entry_a_correction_would_name(moderator, report):
    entry = int(re.search(r"areasend correct (\d+) entry.json", ask(moderator, report))[1])

    number = withdrawn(entry)
    newest = published.corrections(known_at=now())[0]
    assert (newest.number, newest.fact) == (number, 955)


def test_what_screening_sees_now_is_said(moderator):
    one = reported(words="It was sent by Mrs Quillfeather of the council.")

    assert "May hold somebody’s name" in ask(moderator, one)
    assert "May hold somebody’s name" in unescape(moderator.get("/reported").content.decode())


def test_an_answer_is_seen_as_it_will_stand_and_then_stands_in_public(moderator, report):
    typed = {"finding": "not-corrected", "words": OURS}

    look = unescape(do(moderator, report, "look", **typed).content.decode())
    before = told().reports
    answer = do(moderator, report, "answer", **typed)

    assert "As the public will read it" in look
    assert f"<strong>We did not change it</strong>. {OURS}" in look
    assert (before, answer.status_code) == ((), 303)
    (one,) = told().reports
    assert (one.href, one.says, one.release) == (FACT, OURS, None)
    assert report not in Report.objects.open()
    assert "first@example.org</strong> answered it" in ask(moderator, report)


def test_the_answer_is_that_of_the_account(moderator, report):
    do(moderator, report, "answer", finding="cannot-tell", words=OURS)

    by = Account.objects.get(email="first@example.org").number
    ending = Ending.objects.get()
    assert (ending.by, ending.act) == (by, Act.ANSWER)
    assert Entry.objects.latest("number").by == by


def test_the_answer_stands_on_the_website_and_what_was_sent_does_not(moderator, report, settings):
    do(moderator, report, "answer", finding="not-corrected", words=OURS)

    settings.ROOT_URLCONF, settings.TEMPLATES = site.ROOT_URLCONF, site.TEMPLATES
    settings.MIDDLEWARE = []
    page = unescape(Client(headers={"host": "localhost"}).get("/corrections").content.decode())
    assert OURS in page
    assert WRONG not in page
    assert "first@example.org" not in page


def test_words_that_must_not_go_public_are_refused_and_not_lost(moderator, report):
    words = "We asked Mrs Quillfeather."

    for what in ("look", "answer"):
        refused = do(moderator, report, what, finding="not-corrected", words=words)
        assert refused.status_code == 409
        assert "must not go public: they may hold somebody’s name" in refused.content.decode()
        assert words in refused.content.decode()
    assert told().reports == ()


def test_without_a_finding_or_words_nothing_is_published(moderator, report):
    for typed in ({"words": OURS}, {"finding": "not-corrected", "words": " "}, {"finding": "x"}):
        assert do(moderator, report, "answer", **typed).status_code == 409
    assert do(moderator, report, "publish-all").status_code == 409
    assert told().reports == ()


def test_what_was_corrected_names_the_correction(moderator, report):
    refused = do(moderator, report, "answer", finding="corrected", words=OURS)
    entry = int(re.search(r"areasend correct (\d+)", ask(moderator, report))[1])
    release = withdrawn(entry)

    assert refused.status_code == 409
    assert f'<option value="{release}"' in ask(moderator, report)
    do(moderator, report, "answer", finding="corrected", words=OURS, release=release)
    assert [(one.finding, one.release) for one in told().reports] == [("We corrected it", release)]


@pytest.mark.parametrize("release", ["", "1", "x", "9" * 30])
def test_no_other_release_passes_for_a_correction(moderator, report, release):
    sent = do(moderator, report, "answer", finding="corrected", words=OURS, release=release)

    assert sent.status_code == 409
    assert told().reports == ()


def test_two_people_do_not_answer_one_report_unknowingly(moderator, second, report):
    do(moderator, report, "look", finding="not-corrected", words=OURS)

    refused = do(second, report, "answer", finding="cannot-tell", words="We looked as well.")

    page = unescape(refused.content.decode())
    assert refused.status_code == 409
    assert "first@example.org has this report" in page
    assert "We looked as well." in page
    assert told().reports == ()


def test_who_has_it_is_seen_in_the_queue_and_taking_over_by_both(moderator, second, report):
    do(moderator, report, "take")
    queue = second.get("/reported").content.decode()
    do(second, report, "take-over")

    assert "first@example.org</strong> has it" in queue
    assert "You took it over from first@example.org" in ask(second, report)
    assert "second@example.org took this report over from you" in ask(moderator, report)
    do(second, report, "let-go")
    assert "Nobody has this report" in ask(moderator, report)


def test_of_two_who_answer_at_once_one_is_told(moderator, second, report):
    do(moderator, report, "answer", finding="not-corrected", words=OURS)

    late = do(second, report, "answer", finding="cannot-tell", words="We looked as well.")

    page = unescape(late.content.decode())
    assert late.status_code == 409
    assert "first@example.org</strong> answered it" in page
    assert "We looked as well." in page
    assert len(told().reports) == 1


def test_what_a_command_ended_is_ended_here_too(moderator, report):
    CliRunner().invoke(reporting, ["decline", str(report.pk)], catch_exceptions=False)

    late = do(moderator, report, "answer", finding="not-corrected", words=OURS)

    assert late.status_code == 409
    assert "It was ended by a command" in ask(moderator, report)
    assert told().reports == ()


def test_one_that_is_declined_says_nothing_in_public_and_goes_in_its_time(moderator, report):
    assert do(moderator, report, "decline", reason=" ").status_code == 409
    assert do(moderator, report, "decline", reason="Mrs Quillfeather sent it").status_code == 409
    do(moderator, report, "decline", reason="It asks for advice.")

    report.refresh_from_db()
    assert report.ended == day_of(now())
    assert told().reports == ()
    assert "declined it" in ask(moderator, report)
    assert "because: It asks for advice." in ask(moderator, report)


def test_what_must_not_be_kept_is_deleted_at_once_and_the_reason_is_kept(moderator, report):
    assert do(moderator, report, "delete").status_code == 409
    assert do(moderator, report, "delete", why=WRONG).status_code == 409
    do(moderator, report, "delete", why="child")

    assert not Report.objects.exists()
    page = ask(moderator, report)
    assert "It is about a child" in page
    assert WRONG not in page
    assert do(moderator, report, "answer", finding="not-corrected").status_code == 409


def test_a_reply_is_read_and_released_in_the_bodys_words(moderator):
    one = replied()

    page = ask(moderator, one)
    do(moderator, one, "release")

    assert "Dudley council, on Dudley" in page
    assert [(said.body, said.says) for said in told().replies] == [("Dudley council", REPLY)]
    assert "released it" in ask(moderator, one)


def test_a_reply_that_names_a_person_is_not_released(moderator):
    one = replied()
    Reply.objects.update(words="Ask Mrs Quillfeather.")

    refused = do(moderator, one, "release")

    assert refused.status_code == 409
    assert "Release this reply" not in ask(moderator, one)
    do(moderator, one, "decline", reason="It names a person.")
    assert told().replies == ()
    assert Reply.objects.get().ended


def test_a_reply_is_deleted_as_a_report_is(moderator):
    one = replied()

    do(moderator, one, "delete", why="abuse")

    assert not Reply.objects.exists()


def test_a_link_that_nobody_used_is_no_reply(moderator):
    asked = Reply.objects.create(key="k", body="council/dudley", about=FACT, asked=CAME)

    assert moderator.get(address(asked)).status_code == 404
    assert "1 body asks for a link" in moderator.get("/reported").content.decode()


def test_nothing_hostile_in_a_report_reaches_the_page_as_code(moderator):
    one = reported(words="<script>alert(1)</script> is wrong.")

    for path in ("/reported", address(one)):
        assert "<script>alert" not in moderator.get(path).content.decode()


def test_no_page_wants_a_script(moderator, report):
    for path in ("/reported", address(report), address(replied())):
        assert "<script" not in moderator.get(path).content.decode()


def test_a_number_that_nobody_sent_has_no_page(moderator):
    assert moderator.get("/reported/errors/999").status_code == 404
    assert moderator.post("/reported/replies/999", {"what": "release"}).status_code == 404


def test_if_the_answer_cannot_be_recorded_nothing_is_ended(report):
    (one,) = door().waiting(Kind.REPORT)
    said = Answered(about=FACT, area="dudley", finding=Finding.NOT_CORRECTED, words="Dr Quill")

    with pytest.raises(UnableToAnswer):
        dealing.answer(one, said, Doing(1, now()))

    assert report in Report.objects.open()
    assert not Matter.objects.exists()
