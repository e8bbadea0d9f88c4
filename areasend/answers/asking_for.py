"""Which document a duty whose time has passed would have left, for a letter that asks for it.

Such a letter asks where a document is. It says nothing of whether there had to be one.
"""

from collections.abc import Iterable

from areasend.answers.duties import Duty

#: By the key of the rule. A duty to come and inspect leaves no document of the area's to ask for.
DOCUMENTS = {
    "statement-submitted": "the written statement of action",
    "priority-plan-submitted": "the priority action plan",
    "priority-plan-published": "the priority action plan",
    "strategic-plan-published": "the strategic plan as updated after the report",
    "progress-reviewed": "the record of the review of progress after the re-visit",
    "minister-wrote-again": "the letter that a minister wrote a year after the report",
}


def documents_asked_for(duties: Iterable[Duty]) -> tuple[str, ...]:
    """Return the documents to ask for where the time of some duties has passed, each once."""
    keys = (one.name.rpartition("/")[2] for one in duties)
    return tuple(dict.fromkeys(DOCUMENTS[key] for key in keys if key in DOCUMENTS))
