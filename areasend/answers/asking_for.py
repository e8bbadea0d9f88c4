"""Which document a duty whose time has passed would have left, for a letter that asks for it.

Such a letter asks where a document is. It says nothing of whether there had to be one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from areasend.answers.duties import Duty
from areasend.domain.coverage import complete_to
from areasend.domain.intervals import in_words

#: By the key of the rule. A duty to come and inspect leaves no document of the area's to ask for.
DOCUMENTS = {
    "statement-submitted": "the written statement of action",
    "priority-plan-submitted": "the priority action plan",
    "priority-plan-published": "the priority action plan",
    "strategic-plan-published": "the strategic plan as updated after the report",
    "progress-reviewed": "the record of the review of progress after the re-visit",
    "minister-wrote-again": "the letter that a minister wrote a year after the report",
}
#: A minister is written to at the department.
_AT = {"a minister": "the Department for Education"}


@dataclass(frozen=True)
class Letter:
    """A letter that asks for one document.

    `to` is who would hold it; `report` says when the report it follows was published; `rules` are
    the rules that set a time for it, each with its force and its source.
    """

    document: str
    to: str
    report: str
    rules: tuple[str, ...]


def letters(duties: Iterable[Duty], reports: Mapping[str, str]) -> tuple[Letter, ...]:
    """Return a letter for each document that duties whose time has passed would have left.

    :param reports: when the report of each inspection was published, by the inspection's name
    """
    wanted: dict[tuple[str, str], list[Duty]] = {}
    for one in duties:
        if document := DOCUMENTS.get(one.name.rpartition("/")[2]):
            wanted.setdefault((one.inspection, document), []).append(one)
    return tuple(
        Letter(document, _to(held[0]), reports.get(name, ""), tuple(map(_rule, held)))
        for (name, document), held in wanted.items()
    )


def records_to(as_at: date) -> str:
    """Return the day to which a letter may say that the records go, which no record outruns.

    It is the last day of which every report is held: of the rest less is.
    """
    return in_words(min(as_at, complete_to("report-published") or as_at))


def _to(one: Duty) -> str:
    return _AT.get(one.owed_by, one.owed_by)


def _rule(one: Duty) -> str:
    return f"{one.period}, by {one.force}: {one.reference}"
