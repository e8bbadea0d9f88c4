"""Which editor a field has, by its name."""

from collections.abc import Mapping

from areasend.casework.addresses import OF_BODIES, Address
from areasend.casework.day_seen import Published
from areasend.casework.editors import Choice, Day, Editor, Lines, Number, Organisations, Span, Text
from areasend.casework.items import Items
from areasend.casework.seen_only import Review, Rows
from areasend.domain.areas import AREAS

_YES_NO = Choice({True: "Yes", False: "No"})
_OUTCOMES = Choice(
    {
        1: "Typically positive experiences and outcomes",
        2: "Inconsistent experiences and outcomes",
        3: "Widespread or systemic failings",
    }
)
_VERDICTS = Choice(
    {
        "all": "Enough progress on all",
        "some": "Enough progress on some",
        "none": "Enough progress on none",
    }
)
_PLANS = Choice(
    {
        "statement": "Written statement of action",
        "priority-action-plan": "Priority action plan",
        "accelerated-progress-plan": "Accelerated progress plan",
    }
)
_AREAS = Choice({slug: one.name for slug, one in AREAS.items()}, form="select")

_EDITORS: Mapping[str, Editor] = {
    "area_slug": _AREAS,
    "outcome": _OUTCOMES,
    "verdict": _VERDICTS,
    "plan": _PLANS,
    "review": Review(),
    "actions": Items(),
    **dict.fromkeys(("statement_required", "effective", "jointly_responsible"), _YES_NO),
    **dict.fromkeys(("pap_required", "strategic_plan_asked"), _YES_NO),
    **dict.fromkeys(("fit", "about_send", "monitoring_ceased"), _YES_NO),
    **dict.fromkeys(("next_full_years", "monitoring_months", "sufficient", "of"), Number()),
    "review_every_months": Number(),
    "copyright_year": Number(figures=r"20\d\d"),
    "published": Published(),
    **dict.fromkeys(
        ("letter_date", "report_published_on", "statement_issued_on", "statement_fit_on"), Day()
    ),
    **dict.fromkeys(("cover_dates", "header_dates", "revisit_dates", "previous"), Span()),
    "priority_actions": Items(bodies=True),
    **dict.fromkeys(("improvements", "weaknesses", "strengths", "needs", "changes_since"), Items()),
    **dict.fromkeys(("local_authorities", "icbs"), Lines()),
    "inspectors": Lines(under="printed"),
    "responsible_organisations": Organisations(),
    "address": Address(),
}
_JUDGED = {"revisit-letter": "sufficient", "monitoring-report": "effective"}


def editor(kind: str, name: str) -> Editor:
    """Return the editor of a field in documents of a kind."""
    if name == "address" and kind in OF_BODIES:
        return Address(anywhere=True)
    if name == "actions" and kind == "plan-of-action":
        return Rows()
    if name == "judgements":
        return Items(verdict=_JUDGED.get(kind, "sufficient"))
    return _EDITORS.get(name, Text())


def shown(kind: str, name: str, value: object) -> list[str]:
    """Return a value as people read it; nothing where there is none."""
    if value is None or value == []:
        return []
    return editor(kind, name).shown(value)
