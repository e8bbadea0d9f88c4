"""What people call the fields that a document is read into, each of which the reader names."""


def words(name: str) -> str:
    """Return the name of a field as people read it."""
    return _WORDS.get(name) or name.replace("_", " ").capitalize()


_WORDS = {
    "area": "Area, as printed",
    "area_slug": "Area",
    "cover_dates": "Days of the visit",
    "header_dates": "Days of the visit, at the foot of the pages",
    "revisit_dates": "Days of the re-visit",
    "previous": "Days of the previous inspection",
    "previous_raw": "Previous inspection, as printed",
    "previous_kind": "What the previous inspection was",
    "next_full_years": "Next full inspection, in how many years",
    "monitoring_months": "Monitoring inspection, in how many months",
    "pap_required": "Priority action plan required",
    "strategic_plan_asked": "Updated strategic plan asked for",
    "changes_since": "What changed since",
    "priority_actions": "Areas for priority action",
    "improvements": "Areas for improvement",
    "responsible_organisations": "Responsible bodies, as organisations of the day",
    "icbs": "Integrated care boards",
    "inspectors": "Inspectors (kept in this room)",
    "published": "Day of publication",
    "address": "Address of the document",
    "of": "Of how many weaknesses",
    "sufficient": "On how many there was enough progress",
    "judgements": "What was found of each",
    "statement_required": "Written statement of action required",
    "statement_issued_on": "Day on which the statement was asked for",
    "statement_fit_on": "Day on which the statement was judged fit",
    "effective": "Effective action on all",
    "themes": "Themes",
    "letter_date": "Date of the letter",
    "plan": "Which plan",
    "fit": "Judged fit for purpose",
    "report_published_on": "Day on which the report was published, as the letter says",
    "monitoring_ceased": "Formal monitoring has ceased",
    "review": "Next review",
    "about_send": "Says that it is about SEND",
    "review_every_months": "Reviewed every how many months",
    "deadline": "By when",
}
