"""A letter asks for a document wherever a duty leaves one, and for nothing where none does."""

from datetime import date

from areasend.answers.asking_for import DOCUMENTS, letters, records_to
from areasend.answers.due import due
from tests.asking import asked

REPORTS = {"bexley/2023/1": "23 February 2024"}
#: Duties to come and inspect, of which the report is all that there is.
INSPECTIONS = {
    "revisit-started",
    "monitoring-inspection-started",
    "never-revisited-inspected",
    "next-inspection-after-positive",
    "next-inspection-after-other",
}


def test_every_duty_is_one_or_the_other(read_once):  # noqa: ARG001  read from memory
    days = ("2018-06-01", "2020-06-01", "2022-06-01", "2024-06-01", "2026-11-21")
    held = [one.duty for day in days for one in due(asked(day)).duties]

    keys = {one.name.rpartition("/")[2] for one in held}
    assert keys == INSPECTIONS | set(DOCUMENTS)
    assert not INSPECTIONS & set(DOCUMENTS)


def test_each_document_of_each_inspection_is_asked_for_once(read_once):  # noqa: ARG001
    duties = [one.duty for one in due(asked("2026-11-21")).duties]

    found = letters(duties, {})
    assert {one.document for one in found} == set(DOCUMENTS.values())
    assert letters([], {}) == ()

    failing = [one for one in duties if one.inspection == "bexley/2023/1"]
    (plan,) = [one for one in letters(failing, REPORTS) if one.document.endswith("action plan")]
    assert plan.report == "23 February 2024"
    assert all("working days, by the inspection handbook: " in words for words in plan.rules)


def test_a_minister_is_written_to_at_the_department(read_once):  # noqa: ARG001
    duties = [one.duty for one in due(asked("2026-11-21")).duties]
    (one,) = {one.to for one in letters(duties, {}) if "minister" in one.document}

    assert one == "the Department for Education"


def test_the_records_go_no_further_than_what_is_held():
    assert records_to(date(2026, 11, 22)) == "29 June 2026"
    assert records_to(date(2020, 5, 4)) == "4 May 2020"
