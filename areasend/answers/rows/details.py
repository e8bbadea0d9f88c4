"""What an event of each kind carries of its own, by the names of the columns it stands in."""

from typing import Any, assert_never

from areasend.domain.events import (
    Event,
    InspectionStarted,
    Intervened,
    MonitoringInspected,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
)

_NOTHING: dict[str, Any] = {
    "outcome": "",
    "weaknesses": None,
    "priority_actions": None,
    "next_full_years": None,
    "plan": "",
    "verdict": "",
    "sufficient": None,
    "sufficient_of": None,
    "instrument": "",
    "act": "",
    "about_send": None,
}


def details(event: Event) -> dict[str, Any]:
    """Return what an event carries, with an empty value for whatever its kind does not have."""
    return {**_NOTHING, **_own(event)}


def _own(event: Event) -> dict[str, Any]:
    match event:
        case ReportPublished():
            return {
                "outcome": event.outcome.value,
                "weaknesses": event.weaknesses,
                "priority_actions": event.priority_actions,
                "next_full_years": event.next_full_years,
            }
        case PlanJudged():
            return {"plan": event.plan.value, "verdict": "fit" if event.fit else "not fit"}
        case Revisited():
            return _verdict(event.verdict.value, event)
        case MonitoringInspected():
            return _verdict("effective" if event.effective else "ineffective", event)
        case Intervened():
            return {
                "instrument": event.instrument.value,
                "act": event.act.value,
                "about_send": event.about_send,
            }
        case InspectionStarted() | Step():
            return {}
        case _:
            assert_never(event)


def _verdict(words: str, event: Revisited | MonitoringInspected) -> dict[str, Any]:
    return {"verdict": words, "sufficient": event.sufficient, "sufficient_of": event.of}
