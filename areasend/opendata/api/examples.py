"""Questions to begin with. Each is asked by a test, and must go on giving the same answer."""

from dataclasses import dataclass
from typing import Any

#: All are asked as known at this moment, so that what is corrected later changes none of them.
KNOWN = "known_at=2026-11-22T00:40:00Z"


@dataclass(frozen=True)
class Example:
    """A question: what it asks in words, its address, and some of what the answer holds.

    A part of an answer is addressed by the names and places that lead to it, with slashes.
    """

    asks: str
    path: str
    holds: dict[str, Any]


EXAMPLES = (
    Example(
        "Where does one area stand, in words that are true to what is held?",
        f"/api/v1/areas/oldham?as_at=2026-11-21&{KNOWN}",
        {
            "name": "Oldham",
            "standing/first": "Inspected in June 2023 (report 29 August 2023): widespread or "
            "systemic failings, with 2 areas for priority action.",
        },
    ),
    Example(
        "Which areas of the North West were found to have widespread or systemic failings?",
        f"/api/v1/areas?region=North+West&outcome=widespread-failings&as_at=2026-11-21&{KNOWN}",
        {"matching": 7, "items/3/name": "Oldham"},
    ),
    Example(
        "What was published under the framework of 2023 in the first half of 2026?",
        "/api/v1/events?kind=report-published&since=2026-01-01&until=2026-06-30"
        f"&as_at=2026-11-21&{KNOWN}",
        {"matching": 21, "items/0/area": "sutton"},
    ),
    Example(
        "Which priority action plans were due, and how binding was the date?",
        "/api/v1/deadlines?owed_by=the-council-and-the-nhs-together&force=handbook"
        f"&as_at=2026-11-21&{KNOWN}",
        {"matching": 113, "items/0/duty/force": "the inspection handbook"},
    ),
    Example(
        "How many inspections had led to a written statement of action by 31 March 2021?",
        f"/api/v1/measures/statement-required?as_at=2021-03-31&areas=current&{KNOWN}",
        {"count": 59, "out_of": 116},
    ),
    Example(
        "What did the first release say?",
        f"/api/v1/releases?limit=1&as_at=2026-11-21&{KNOWN}",
        {"matching": 1178, "items/0/number": 1},
    ),
)
