"""When an area received its report: the day from which its time runs, held or estimated."""

from collections.abc import Mapping

from areasend.domain.attestations import Attestation, Confidence, SourceKind, best
from areasend.domain.clocks import Start
from areasend.domain.events import StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.periods import Period, Unit
from areasend.domain.rulebooks.reading import Rule, UnableToReadRules
from areasend.domain.working_days import Calendar

_RECIPIENTS = {SourceKind.COUNCIL, SourceKind.NHS}
_SURE = {Confidence.OFFICIAL, Confidence.HIGH}


def receipt(inspection: Inspection, rules: Mapping[str, Rule], calendar: Calendar) -> Start | None:
    """Return when an area received its report, or None where none was published.

    Where its receipt is not held it is estimated, as a range, by the rulebook's own estimates.
    """
    if inspection.report is None:
        return None
    stated = _stated_by_recipient(inspection)
    if stated is None:
        return _estimated(inspection.report.on, rules, calendar)
    words = f"The area says that it received the report {stated.when}."
    # Nobody receives a report after the public does, so a vague receipt ends with publication.
    latest = max(stated.earliest, min(stated.latest, inspection.report.on.latest))
    received_on = Interval(stated.earliest, latest)
    return Start(received_on, at_latest=latest, estimated=False, words=words)


def _stated_by_recipient(inspection: Inspection) -> Interval | None:
    received = inspection.first(StepKind.REPORT_RECEIVED)
    stated = tuple(one for one in received.attested if _starts(one)) if received else ()
    return best(stated).on if stated else None


def _starts(one: Attestation) -> bool:
    # A letter's own date is not its receipt, hearsay starts no clock, "by" is no date, and a date
    # that a person set aside is not taken from the back door.
    recipient = one.source.kind in _RECIPIENTS and one.confidence in _SURE
    return recipient and one.on.is_dated and not one.set_aside


def _estimated(published: Interval, rules: Mapping[str, Rule], calendar: Calendar) -> Start:
    least = _days(rules["receipt_before_publication_at_least"], published)
    most = _days(rules["receipt_before_publication_at_most"], published)
    received = Interval(
        calendar.before(published.earliest, most),
        calendar.before(published.latest, least),
    )
    words = (
        f"We do not hold the day the area received its report. We estimate it at {least} "
        f"to {most} working days before publication {published.when}: {received}."
    )
    # Nobody receives a report after the public does, so time runs from publication at the latest.
    return Start(received, at_latest=published.latest, estimated=True, words=words)


def _days(rule: Rule, published: Interval) -> int:
    # The estimate of the day governs, so that a better one for later reports moves no old clock.
    period = (rule.on(published.latest) or rule.values[0]).period
    if not isinstance(period, Period) or period.unit is not Unit.WORKING_DAY:
        raise UnableToReadRules(f"{rule.key} must be a number of working days.")
    return period.count
