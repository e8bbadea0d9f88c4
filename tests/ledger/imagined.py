"""Whole events and statements for Hypothesis to imagine: every class, every kind, any words."""

from datetime import date

from hypothesis import strategies as st

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind, Spot
from areasend.domain.events import (
    Framework,
    InspectionStarted,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.ledger.statements import (
    Answered,
    Audited,
    Erased,
    Finding,
    Replied,
    Tally,
    Told,
    Withdrawn,
)

words = st.text(max_size=20)
slugs = st.sampled_from(["dudley", "bury", "kent", "dorset-county", ""]) | words
counts = st.none() | st.integers(-1, 400)
days = st.dates(date(2014, 9, 1), date(2030, 12, 31))
intervals = st.one_of(
    days.map(Interval.day),
    days.map(Interval.by),
    days.map(lambda day: Interval.read(f"{day:%Y-%m}")),
    days.map(lambda day: Interval.read(f"{day:%Y}")),
    st.tuples(days, days).map(lambda pair: Interval(min(pair), max(pair))),
)
spots = st.builds(
    Spot,
    what=words,
    page=st.integers(1, 300),
    box=st.tuples(*[st.integers(-20, 2000)] * 4),
)
sources = st.builds(
    Source,
    title=words,
    publisher=words,
    kind=st.sampled_from(SourceKind),
    sha256=st.sampled_from(["", "0" * 64, "a9" * 32]),
    spots=st.lists(spots, max_size=2).map(tuple),
    href=words,
    dated=st.none() | st.dates(),
    place=words,
)
attestations = st.builds(
    Attestation,
    source=sources,
    on=intervals,
    confidence=st.sampled_from(Confidence),
    words=words,
)
_happened = {
    "area": slugs,
    "inspection": words,
    "attested": st.lists(attestations, min_size=1, max_size=3).map(tuple),
}
events = st.one_of(
    st.builds(InspectionStarted, framework=st.sampled_from(Framework), **_happened),
    st.builds(ReportPublished, outcome=st.sampled_from(Outcome), weaknesses=counts, **_happened),
    st.builds(PlanJudged, plan=st.sampled_from(Plan), fit=st.booleans(), **_happened),
    st.builds(
        Revisited, verdict=st.sampled_from(Verdict), sufficient=counts, of=counts, **_happened
    ),
    st.builds(Step, step=st.sampled_from(StepKind), **_happened),
)
statements = st.one_of(
    st.builds(Told, event=events, reason=words),
    st.builds(Withdrawn, area=slugs, reason=words),
    st.builds(
        Erased,
        number=st.integers(1),
        reason=words,
        by=st.just(()) | st.tuples(st.integers(), st.integers()),
    ),
    st.builds(
        Answered,
        about=words,
        area=slugs,
        finding=st.sampled_from(Finding),
        words=words,
        release=st.none() | st.integers(1),
    ),
    st.builds(Replied, area=slugs, body=words, words=words, seen=words, about=words),
    st.builds(
        Audited,
        drawn_on=days,
        seed=words,
        frame=st.integers(0),
        record=st.integers(0),
        tallies=st.lists(
            st.builds(Tally, field=words, drawn=st.integers(), compared=st.integers()), max_size=3
        ).map(tuple),
        words=words,
    ),
)
