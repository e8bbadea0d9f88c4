"""The clocks of ministers, the Department for Education and NHS England on themselves."""

from datetime import timedelta

from areasend.domain.clocks import Clock, Fulfilment, Start, span
from areasend.domain.events import (
    Framework,
    Outcome,
    ReportPublished,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.area_send_2023 import came_again
from areasend.domain.rulebooks.reading import rules_of
from areasend.domain.working_days import Calendar

RULES = rules_of("government")

_DEPARTMENT = "the Department for Education and NHS England"
_CONCERNS = {Outcome.STATEMENT_REQUIRED, Outcome.WIDESPREAD_FAILINGS}
#: Letters come in pairs a year apart; the second is one within half a year of the anniversary.
_HALF_A_YEAR = timedelta(days=182)


def _concerns(inspection: Inspection, _calendar: Calendar) -> Start | None:
    report = inspection.report
    if report is None or report.outcome not in _CONCERNS:
        return None
    words = f"The report was published {report.on.when}."
    return Start(report.on, at_latest=report.on.latest, estimated=False, words=words)


def _second_letter(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    for step in inspection.steps:
        if step.step is StepKind.MINISTER_WROTE and _a_year_after(inspection.report, step):
            return Fulfilment(step.on, f"A minister wrote {step.on.when}.")
    return None


def _a_year_after(report: ReportPublished | None, letter: Step) -> bool:
    if report is None:
        return False
    not_the_first = report.on.latest + _HALF_A_YEAR <= letter.on.earliest
    return not_the_first and letter.on.latest <= report.on.earliest + 3 * _HALF_A_YEAR


def _too_little_progress(inspection: Inspection, _calendar: Calendar) -> Start | None:
    letter = inspection.revisited
    if letter is None or letter.verdict is Verdict.ALL:
        return None
    words = f"The letter on the re-visit was published {letter.on.when}."
    return Start(letter.on, at_latest=letter.on.latest, estimated=False, words=words)


def _review(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    letter = inspection.revisited
    review = inspection.first(StepKind.ACCELERATED_PLAN_REVIEWED)
    if review is not None:
        # Reviews come again and again and few are held: the first held need not be the first.
        words = f"Reviewed {review.on.when}; an earlier review may be missing from our record."
        return Fulfilment(span(letter or review, review), words)
    # Monitoring does not end without a review, so that there was one by then.
    ended = inspection.first(StepKind.MONITORING_CEASED)
    if ended is None:
        return None
    return Fulfilment.before(ended, "monitoring ended", "Reviewed", since=letter)


def _never_revisited(inspection: Inspection, _calendar: Calendar) -> Start | None:
    report, promise = inspection.report, RULES["never_revisited_inspected"].values[0]
    required = report is not None and report.outcome is Outcome.STATEMENT_REQUIRED
    came_back = inspection.revisits or inspection.first(StepKind.REVISIT_STARTED)
    if not required or came_back:
        return None
    words = "A statement was required, and we hold no re-visit."
    return Start(Interval.day(promise.since), at_latest=promise.since, estimated=False, words=words)


_LETTER = Clock(
    duty="Write again a year after the report",
    owed_by="a minister",
    owed_to="the council and the NHS",
    rule=RULES["minister_wrote_again"],
    fulfilled_by="minister-wrote",
    starts=_concerns,
    stops=_second_letter,
    window=True,
)
_REVIEW = Clock(
    duty="Review progress after the re-visit",
    owed_by=_DEPARTMENT,
    owed_to="the area and its families",
    rule=RULES["progress_reviewed"],
    fulfilled_by="accelerated-plan-reviewed",
    starts=_too_little_progress,
    stops=_review,
)
_INSPECTION = Clock(
    duty="Inspect an area that was never re-visited",
    owed_by="Ofsted and the Care Quality Commission",
    owed_to="children, young people and their families",
    rule=RULES["never_revisited_inspected"],
    fulfilled_by="inspection-started",
    starts=_never_revisited,
    stops=came_again,
)

CLOCKS: dict[Framework, tuple[Clock, ...]] = {
    Framework.LASEND_2016: (_LETTER, _REVIEW, _INSPECTION),
    Framework.AREA_SEND_2023: (_LETTER,),
}
