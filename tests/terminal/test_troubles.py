"""Whatever a person gets wrong is answered with one plain sentence and status 2; nothing is
written."""

import json
import shutil
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection

from areasend.answers import rules
from areasend.domain.rulebooks.reading import read as read_rules
from areasend.ledger import tables
from areasend.ledger.databases import postgresql
from areasend.ledger.models import Entry, Release
from areasend.ledger.rows import writing
from areasend.terminal.upkeep import RECORD
from tests.ledger.tampering import behind_its_back
from tests.ledgers import connected_to
from tests.reading.built_csvs import build_csv, build_information, build_information_row


def refused(found, *words):
    """Assert that a command was refused in one line that has such words."""
    assert found.exit_code == 2, found.output
    assert found.stdout == ""
    assert found.stderr.startswith("areasend: ")
    assert found.stderr.endswith((".\n", "?\n", ": areasend load\n")), found.stderr
    assert found.stderr.count("\n") == 1
    assert "Traceback" not in found.stderr
    assert [one for one in words if one not in found.stderr] == []


def counts():
    return Entry.objects.count(), Release.objects.count()


_OFFICIAL = ("measure", "revisited", "--as-at", "2022-08-31", "--counting", "official")
QUESTIONS = {
    "an area that is none": (
        ("area", "Brimingham"),
        ("No local area is called “Brimingham”", "did you mean Birmingham"),
    ),
    "an area like no other": (("area", "xyzzy"), ("No local area is called “xyzzy”",)),
    "a name that two areas have": (
        ("area", "Dorset"),
        ("“Dorset” may be", "type dorset-county", "type dorset"),
    ),
    "a day that never was": (
        ("area", "Dudley", "--as-at", "2021-02-30"),
        ("'2021-02-30' is not a date: there is no such day.",),
    ),
    "a day in another order": (
        ("national", "--as-at", "13/04/2021"),
        ("is not a date. Write it as YYYY-MM-DD",),
    ),
    "a month for a day": (("where", "--as-at", "2021-04"), ("'2021-04' is not one day.",)),
    "a moment that is none": (
        ("where", "--known-at", "yesterday"),
        ("'yesterday' is not a moment.",),
    ),
    "a moment out of time": (
        ("where", "--known-at", "0001-01-01T00:00:00+14:00"),
        ("is not a moment.",),
    ),
    "a period that is none": (
        ("deadline", "70 flurbs", "--from", "2021-01-01"),
        ("'70 flurbs' is not a period.", "70 working days"),
    ),
    "an absurd period": (
        ("deadline", "99999999 working days", "--from", "2021-01-01"),
        ("is not a period.",),
    ),
    "a period out of the calendar": (
        ("deadline", "70 working days", "--from", "2031-12-01"),
        ("leaves our calendar of bank holidays",),
    ),
    "a period without a start": (("deadline", "70 working days"), ("Missing option '--from'.",)),
    "days ahead beyond measure": (("due", "--within", "99999999999"), ("'--within'",)),
    "days ahead that lie behind": (("due", "--within", "-1"), ("'--within'",)),
    "a day of publication without both dates": (
        ("measure", "inspected", "--published-to", "2022-10-31"),
        ("--published-to belongs with --by both",),
    ),
    "both dates without a day of publication": (
        ("measure", "inspected", "--by", "both"),
        ("--by both needs it.",),
    ),
    "two dates to count by": (
        ("measure", "inspected", "--by", "started", "--by", "published"),
        ("--by takes one date and one kind of part",),
    ),
    "two kinds of parts": (
        ("measures", "--by", "year", "--by", "region"),
        ("--by takes one date and one kind of part",),
    ),
    "what moved a time": (
        ("measure", "report-to-fit", "--moved-since", "2026-12-01"),
        ("--moved-since is for a count or a sum",),
    ),
    "what moved a part": (
        ("measure", "inspected", "--by", "region", "--moved-since", "2026-12-01"),
        ("--moved-since is for a count or a sum",),
    ),
    "what moved since a moment after the one asked about": (
        ("measure", "inspected", "--moved-since", "2026-12-02", "--known-at", "2026-12-01"),
        ("--moved-since comes after --known-at",),
    ),
    "what moved since a moment to come": (
        ("measure", "inspected", "--moved-since", "2030-01-01"),
        ("--moved-since comes after --known-at",),
    ),
    "a measure that is none": (("measure", "ofsted-grade"), ("'ofsted-grade' is not one of",)),
    "an official count of another day": (
        ("measure", "inspected", "--counting", "official", "--as-at", "2020-01-01"),
        ("We hold no official release as at 1 January 2020.", "31 March 2021, 13 April 2021"),
    ),
    "an official count from another day": (
        (*_OFFICIAL, "--since", "2022-01-01"),
        (
            "We hold no official release as at 31 August 2022 since 1 January 2022.",
            "31 December 2024, 31 December 2024 since 1 January 2024.",
        ),
    ),
    "an official count of days that do not follow": (
        (*_OFFICIAL, "--since", "2022-09-01"),
        ("--since comes after --as-at",),
    ),
    **{
        f"an official count by {' '.join(words)}": (
            (*_OFFICIAL, "--by", *words),
            ("--counting official counts by the dates of that release",),
        )
        for words in (
            ("started",),
            ("published",),
            ("both",),
            ("both", "--published-to", "2022-10-31"),
            ("region", "--by", "started"),
            ("region", "--published-to", "2022-10-31"),
        )
    },
    "a question that is none": (("answer", "everything"), ("'everything' is not",)),
    "a form that is none": (("rules", "--format", "xml"), ("'xml' is not one of",)),
    "a command that is none": (("inspect",), ("No such command 'inspect'.",)),
    "an option that is none": (("where", "--colour"), ("No such option '--colour'",)),
    "an entry that is none": (("entry", "99999"), ("No event stands under entry 99999.",)),
}


@pytest.mark.slow
@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("case", QUESTIONS)
def test_a_question_with_a_fault_is_answered_in_one_sentence(run, case):
    words, sentence = QUESTIONS[case]

    refused(run(*words), *sentence)


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("words", [("area", "Dudley"), ("national",), ("verify",), ("due",)])
def test_where_there_is_no_record_it_says_how_to_load_one(run, nowhere, words):
    found = run(*words)

    refused(found, f"There is no record at {tables.place()} yet.")
    assert found.stderr.endswith("Load it with: areasend load\n")
    assert not Path(nowhere).exists()


# Documents.


@pytest.fixture
def written(tmp_path):
    def write(document, name="document"):
        path = tmp_path / name
        path.write_bytes(document if isinstance(document, bytes) else document.encode())
        return path

    return write


@pytest.mark.usefixtures("record")
def test_a_file_that_is_no_document_of_ours_is_refused(run, written):
    refused(run("read", written("<html></html>")), "not a spreadsheet that we can read")


@pytest.mark.usefixtures("record")
def test_a_document_with_a_column_renamed_is_refused(run, written):
    row = build_information_row()
    headings = [head.replace("publication", "printing") for head in row]
    assert headings != list(row)

    refused(run("read", written(build_csv(headings, [row.values()]))), "is missing")


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_a_release_of_another_day_than_it_claims_is_refused(run, written, monkeypatch, request):
    monkeypatch.syspath_prepend(request.config.rootpath / "tests" / "reading")
    import built_spreadsheets
    import official_releases

    table, other = official_releases.TITLE, official_releases.TITLE.replace("31 August", "30 June")
    sheets = official_releases.build_release(official_releases.build_row())
    claimed = {
        name: [[other if cell == table else cell for cell in row] for row in rows]
        for name, rows in sheets.items()
    }
    assert claimed != sheets

    refused(run("read", written(built_spreadsheets.build_ods(claimed))), "30 June 2022", "says")


@pytest.mark.usefixtures("record")
def test_a_folder_to_write_to_that_is_not_there_is_named(run, written, tmp_path):
    document = written(build_information(build_information_row()))

    found = run("read", document, "--to", tmp_path / "missing" / "proposals.json")

    assert found.exit_code == 2
    assert found.stderr.endswith("proposals.json cannot be used: No such file or directory.\n")


# The ledger.


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_an_altered_row_of_the_ledger_is_found(run):
    behind_its_back(
        "UPDATE entry SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE number = 57"
    )

    found = run("verify")

    assert found.exit_code == 2
    assert "entry 57: Its hash is not that of its columns: one of them was altered." in found.stderr
    assert "areasend: One place in the ledger is not as written." in found.stderr
    assert "Every row is as it was written." not in found.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_a_ledger_that_nobody_altered_is_found_whole(run):
    found = run("verify")

    assert found.exit_code == 0
    assert found.stdout.endswith("Every row is as it was written.\n")


@pytest.fixture
def copied(tmp_path):
    """An export that a person may damage."""
    return shutil.copytree(RECORD, tmp_path / "export")


def change(path, change_line):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(change_line(number, line) for number, line in enumerate(lines)))


@pytest.mark.usefixtures("record")
def test_an_export_with_a_column_renamed_is_refused(run, copied):
    change(copied / "entry.csv", lambda number, line: line if number else "No." + line)

    refused(run("import", copied), "entry.csv has not the columns number, recorded_at")


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_an_export_with_a_row_altered_is_refused_and_nothing_is_taken_in(run, copied):
    before = counts()
    change(
        copied / "entry.csv",
        lambda number, line: line.replace("official", "hearsay") if number == 57 else line,
    )

    refused(run("import", copied), "entry.csv, line 58: the text was altered")
    assert counts() == before


@pytest.mark.usefixtures("record")
def test_an_export_that_is_not_there_is_named(run, tmp_path):
    refused(run("import", tmp_path / "none"), "entry.csv cannot be read")


@pytest.mark.only_on("sqlite", why="a server's database is not a file")
def test_a_file_that_is_no_database_is_named(run, nowhere):
    Path(nowhere).write_text("Dear director, " * 100)

    refused(run("national"), f"{nowhere} cannot be used: file is not a database.")


@pytest.mark.only_on("postgresql", why="a file needs no server")
def test_a_server_that_does_not_answer_is_named_and_no_password_is(run):
    with connected_to("postgresql://owner:secret@127.0.0.1:1/ledger"):
        found = run("national")

    refused(found, "The database postgresql://127.0.0.1:1/ledger cannot be used: connection failed")
    assert "secret" not in found.stderr


@pytest.fixture
def impatient(monkeypatch):
    """Let nobody wait half a minute."""
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.05)
    else:
        monkeypatch.setattr(postgresql, "_PATIENCE", "50ms")


@pytest.mark.usefixtures("record", "impatient")
def test_whoever_waits_too_long_for_another_writer_is_told(run):
    with another_writing():
        found = run("withdraw", 57, "--by", 1, "--reason", "Twice.")

    refused(found, "Another program is writing to the ledger and did not finish. Try again.")


@contextmanager
def another_writing():
    """Let somebody else hold the lock."""
    holding, done = Event(), Event()

    def write():
        with writing():
            holding.set()
            done.wait()
        connection.close()

    other = Thread(target=write)
    other.start()
    assert holding.wait(timeout=30)
    try:
        yield
    finally:
        done.set()
        other.join()


# Rules.


@pytest.mark.usefixtures("record")
def test_a_rule_without_a_source_is_named(run, monkeypatch):
    text = """
    [statement_submitted]
    says = "Submit a written statement of action"
    [[statement_submitted.values]]
    from = 2015-11-09
    value = "70 working days"
    force = "regulation"
    href = "https://www.legislation.gov.uk/"
    checked = 2026-11-21
    """
    monkeypatch.setattr(rules, "rules_of", lambda name: read_rules(text, name=f"{name}.toml"))

    refused(run("rules"), "lasend-2016.toml, [statement_submitted]", "'reference' is missing")


# Recording.

PLAIN = {
    "kind": "step",
    "step": "statement-published",
    "area": "dudley",
    "inspection": "dudley/2016/1",
    "attested": [
        {
            "on": "2019-12-02",
            "confidence": "high",
            "source": {"title": "Statement", "publisher": "Dudley", "kind": "council"},
        }
    ],
}


def proposals(*events):
    return json.dumps([{"event": event, "place": "row 1", "doubts": []} for event in events])


FAULTY = {
    "no JSON": ("{", ("is no JSON that we can read.",)),
    "JSON of another shape": ("{}", ("does not hold what this command takes.",)),
    "an event of no kind": ("[{}]", ("It does not say what a row can say",)),
    "an event without a source": (proposals(PLAIN | {"attested": []}), ("names no source",)),
    "an event with a key too many": (
        proposals(PLAIN | {"grade": "good"}),
        ("It does not say what a row can say",),
    ),
    "an event on no day": (
        proposals(PLAIN | {"attested": [PLAIN["attested"][0] | {"on": "2021-02-30"}]}),
        ("It does not say what a row can say", "no such day"),
    ),
    "an event of no area": (proposals(PLAIN | {"area": "atlantis"}), ("atlantis",)),
}


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("case", FAULTY)
def test_a_file_of_proposals_with_a_fault_is_refused_and_nothing_is_recorded(run, written, case):
    text, words = FAULTY[case]
    before = counts()

    found = run("record", written(text), "--by", "1")

    assert found.exit_code == 2
    assert found.stdout == ""
    assert [one for one in words if one not in found.stderr] == []
    assert "Traceback" not in found.output
    assert counts() == before


@pytest.mark.usefixtures("record")
def test_every_objection_is_told_at_once_and_nothing_is_recorded(run, written):
    early = PLAIN | {"attested": [PLAIN["attested"][0] | {"on": "2015-01-01"}]}
    future = PLAIN | {"attested": [PLAIN["attested"][0] | {"on": "2031-01-01"}]}
    before = counts()

    found = run("record", written(proposals(PLAIN, early, future)), "--by", "1")

    assert found.exit_code == 2
    first, *objections = found.stderr.splitlines()
    assert first == f"areasend: {len(objections)} objections, and nothing was recorded:"
    assert all(one.startswith("  Dudley, statement-published 1 January 20") for one in objections)
    assert len(objections) >= 1
    assert counts() == before


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("withdraw", 99999, "--by", 1, "--reason", "Twice."), "There is no entry 99999"),
        (("withdraw", 57, "--by", 1, "--reason", " "), "A correction needs a reason"),
        (("withdraw", 57, "--by", 1), "Missing option '--reason'."),
        (("expunge", 57, "--by", 1, 1, "--reason", "A court.", "--yes"), "two"),
    ],
)
def test_a_correction_with_a_fault_is_refused_and_nothing_is_recorded(run, words, sentence):
    before = counts()

    refused(run(*words), sentence)
    assert counts() == before
