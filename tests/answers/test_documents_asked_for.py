"""A letter asks for a document wherever a duty leaves one, and for nothing where none does."""

from areasend.answers.asking_for import DOCUMENTS, documents_asked_for
from areasend.answers.due import due
from tests.asking import asked

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


def test_a_document_is_asked_for_once(read_once):  # noqa: ARG001  read from memory
    duties = [one.duty for one in due(asked("2026-11-21")).duties]

    assert sorted(documents_asked_for(duties)) == sorted(set(DOCUMENTS.values()))
    assert documents_asked_for([]) == ()
