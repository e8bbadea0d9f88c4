"""Reports of errors at the command line: listed, answered in public, declined, deleted."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from areasend.answers.answered import answered
from areasend.ledger.verifying import verify
from areasend.register import report_commands
from areasend.register.models import AFTER_ITS_END, AT_MOST, Report
from areasend.register.reports import sweep
from areasend.terminal import loading
from tests.asking import KNOWN, NEWEST, asked

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.slow]

#: The clock of `run` goes on by a minute at each look; answers come well after.
ANSWERED = KNOWN + timedelta(days=1)
AFTER = asked(date(2027, 6, 1), known_at=ANSWERED)
WORDS = "The report is dated 10 May."


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(report_commands, "now", lambda: ANSWERED)
    monkeypatch.setattr(report_commands, "today", ANSWERED.date)


@pytest.fixture
def number(record):  # noqa: ARG001  it is written to
    """The number of a report that a reader sent."""
    sent = {"about": "/areas/dudley", "right": "https://dudley.example/letter"}
    return Report.objects.create(words=WORDS, received=KNOWN.date(), **sent).number


def answer(run, number, *more, says="The council's page gives the same day."):
    return run("reports", "answer", number, "--by", 1, "--says", says, *more)


def test_the_open_ones_are_listed_and_answered_ones_are_not(run, number):
    listed = run("reports").stdout
    answer(run, number)

    assert f"{number}  2027-01-01  /areas/dudley" in listed
    assert WORDS in listed
    assert "https://dudley.example/letter" in listed
    assert run("reports").stdout == "No report of an error is open.\n"


def test_a_listing_moves_no_cursor(run):
    Report.objects.create(about="/", words="a\x1b[2Jb\nc", received=KNOWN.date())

    assert "a [2Jb c" in run("reports").stdout


def test_an_answer_is_public_from_its_release_with_its_day_and_in_our_words(run, number):
    done = answer(run, number)
    (told,) = answered(AFTER, area="dudley").reports

    assert done.stdout == f"Report {number} is answered, and the public can read it.\n"
    assert (told.on, told.page, told.href) == (date(2027, 1, 2), "Dudley", "/areas/dudley")
    assert (told.finding, told.release) == ("We did not change it", None)
    assert told.says == "The council's page gives the same day."
    assert answered(AFTER).reports == (told,)
    assert answered(AFTER, area="kent").reports == ()
    assert WORDS not in str(answered(AFTER))
    assert verify().faults == ()


@pytest.mark.parametrize(
    ("as_at", "known_at"),
    [("2027-06-01", ANSWERED - timedelta(seconds=1)), ("2027-01-01", ANSWERED)],
)
def test_neither_a_moment_nor_a_day_before_it_shows_it(run, number, as_at, known_at):
    answer(run, number)

    assert answered(asked(as_at, known_at=known_at)).reports == ()


def test_what_was_corrected_names_the_public_correction(run, number):
    line = next(one for one in run("entries", "Dudley").stdout.splitlines() if "submitted" in one)
    withdrawn = run("withdraw", line.split()[0], "--by", 1, "--reason", "Another area's.").stdout
    entry = withdrawn.split()[1]

    done = answer(run, number, "--corrected", entry)
    (told,) = answered(AFTER).reports

    assert done.exit_code == 0, done.stderr
    assert told.finding == "We corrected it"
    assert told.release == NEWEST + 1


def test_we_may_be_unable_to_tell(run, number):
    answer(run, number, "--cannot-tell")

    assert answered(AFTER).reports[0].finding == "We cannot tell who is right"


@pytest.mark.parametrize(
    ("more", "says", "told"),
    [
        (("--corrected", 1), "Mended.", "Entry 1 is no correction that the public can see."),
        (("--corrected", 1, "--cannot-tell"), "Mended.", "not both"),
        ((), "Ring 01384 812345.", "may hold a telephone number"),
        ((), "Her son is right.", "somebody’s child or family"),
        ((), " ", "needs words"),
    ],
)
def test_an_answer_that_must_not_go_public_changes_nothing(run, number, more, says, told):
    done = answer(run, number, *more, says=says)

    assert done.exit_code == 2
    assert told in done.stderr
    assert answered(AFTER).reports == ()
    assert Report.objects.open().count() == 1


@pytest.mark.parametrize("words", [("answer", "9", "--by", "1", "--says", "x"), ("decline", "9")])
def test_a_report_that_is_not_there_is_a_sentence(run, words):
    done = run("reports", *words)

    assert done.exit_code == 2
    assert done.stderr == "areasend: There is no open report 9.\n"


def test_a_report_is_answered_once(run, number):
    answer(run, number)

    assert answer(run, number).exit_code == 2
    assert len(answered(AFTER).reports) == 1


def test_what_is_declined_is_said_nowhere(run, number):
    run("reports", "decline", number)

    assert answered(AFTER).reports == ()
    assert run("reports").stdout == "No report of an error is open.\n"


def test_a_reply_is_public_with_how_the_body_proved_who_it_is(run):
    said = {"body": "Dudley Council", "says": "The plan is on our site.", "seen": "By a link."}
    given = [one for name, words in said.items() for one in (f"--{name}", words)]

    done = run("reports", "reply", "Dudley", "--by", 1, *given)
    (told,) = answered(AFTER).replies

    assert done.stdout == "The reply of Dudley Council stands on the page of Dudley.\n"
    assert (told.area_name, told.on) == ("Dudley", date(2027, 1, 2))
    assert {"body": told.body, "says": told.says, "seen": told.seen} == said


def test_a_reply_names_no_person(run):
    given = ("--body", "Cllr Smith", "--says", "It is.", "--seen", "By a link.")

    done = run("reports", "reply", "Dudley", "--by", 1, *given)

    assert done.exit_code == 2
    assert "somebody’s name" in done.stderr


# What is deleted by rule, and when.


def left(today):
    sweep(today=today)
    return Report.objects.count()


def test_what_was_answered_goes_after_thirty_days(run, number):
    answer(run, number)

    assert left(ANSWERED.date() + AFTER_ITS_END - timedelta(days=1)) == 1
    assert left(ANSWERED.date() + AFTER_ITS_END) == 0
    assert len(answered(AFTER).reports) == 1


@pytest.mark.usefixtures("number")
def test_what_nobody_answered_goes_after_a_year():
    assert left(KNOWN.date() + AT_MOST - timedelta(days=1)) == 1
    assert left(KNOWN.date() + AT_MOST) == 0


@pytest.mark.usefixtures("number")
def test_sweeping_is_asked_for_or_comes_with_loading(run, monkeypatch):
    assert run("reports", "--sweep").stdout == "0 deleted.\n"

    monkeypatch.setattr(loading.options, "now", lambda: datetime(2028, 1, 2, tzinfo=UTC))
    assert run("load").exit_code == 0

    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "amiss",
    [
        {"about": "elsewhere"},
        {"about": "//elsewhere.example"},
        {"words": ""},
        {"words": "x" * 1501},
        {"right": "javascript:alert(1)"},
        {"ended": date(2026, 12, 31)},
    ],
)
def test_the_database_refuses_what_no_report_can_be(amiss):
    fit = {"about": "/", "words": WORDS, "received": date(2027, 1, 1)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(**{**fit, **amiss})


def test_a_report_is_no_part_of_an_export(run, number, tmp_path):  # noqa: ARG001
    run("export", tmp_path / "export")

    assert WORDS not in "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "export").iterdir()
    )
    assert json.dumps(WORDS) not in (tmp_path / "export" / "entry.csv").read_text(encoding="utf-8")
