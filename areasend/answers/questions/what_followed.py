"""What followed re-visits that found too little progress, and reports of widespread failings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.questions import failings
from areasend.answers.questions.claims import claims
from areasend.answers.questions.holding import Held, Reported, by_name, held
from areasend.answers.questions.shape import Cell, Findings, Question, Table, Total, columns
from areasend.answers.questions.telling import after_letter, perhaps_before, told_by
from areasend.answers.wording import whose_word
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.duties import deadlines
from areasend.domain.events import (
    Act,
    Event,
    Intervened,
    ReportPublished,
    Revisited,
    StepKind,
    Verdict,
)
from areasend.domain.history import History
from areasend.domain.intervals import Interval, in_words
from areasend.domain.measures.counting import Areas, Counting
from areasend.domain.rulebooks import government

_RULE = government.RULES["progress_reviewed"]
#: Of letters before the promise was made: see the notes.
_NONE_PROMISED = "none promised"
_PARTIAL = "As far as found: others may be missing from our record."


@dataclass(frozen=True)
class _Returned:
    """A re-visit that found too little progress on some weakness, and what is held after it.

    `unsure` are those of the events that their dates do not keep from having come before it.
    """

    of: Reported
    letter: Revisited
    events: tuple[Event, ...]
    unsure: tuple[Event, ...]

    def surely(self, as_at: date) -> list[Event]:
        """Return what surely came after the letter and by a day: alone this is counted."""
        known = [event for event in self.events if event.on.surely_by(as_at)]
        return [event for event in known if event not in self.unsure]

    def perhaps(self, as_at: date) -> list[Event]:
        """Return what had surely happened by a day, perhaps before the letter."""
        return [event for event in self.unsure if event.on.surely_by(as_at)]


def find(asked: Asked) -> Findings:
    """Return each re-visit that found too little progress by a day, and what we hold since."""
    all_held = held(asked)
    letters = [one for one in all_held.reported() if one.inspection.revisited]
    returned = list(_returned(letters, all_held.known))
    failing = failings.failings(all_held, asked.as_at)
    return Findings(
        rule=str(_counting(asked.as_at)),
        totals=(*_totals(all_held, returned, asked.as_at), *failings.totals(failing)),
        tables=(
            _instruments(returned, asked.as_at),
            _areas(returned, all_held, asked.as_at),
            failings.plans(failing),
            failings.checks(failing, asked.as_at),
        ),
        main="areas",
        claims=claims("what-followed", asked, all_held, _ours(all_held)),
        notes=tuple(_notes()),
    )


QUESTION = Question(
    name="what-followed",
    title="What followed too little progress, and widespread failings",
    asks=(
        "What happens to the areas where inspectors came back and did not find enough progress "
        "on every weakness?"
    ),
    source="Special Needs Jungle, May and June 2020",
    href="https://www.specialneedsjungle.com/send-2020-current-state-ofsted-la-inspections/",
    find=find,
)


def _returned(letters: list[Reported], known: Mapping[str, History]) -> Iterator[_Returned]:
    for one in letters:
        letter, whole = one.inspection.revisited, known[one.area]
        inspection = whole.inspection(one.inspection.name)
        if letter and inspection and letter.verdict is not Verdict.ALL:
            events = tuple(after_letter(whole, inspection))
            unsure = tuple(event for event in events if perhaps_before(event, letter.on))
            yield _Returned(one, letter, events, unsure)


def _totals(all_held: Held, returned: list[_Returned], as_at: date) -> Iterator[Total]:
    counting = _counting(as_at)
    for measure in ("revisited", "progress-on-all", "progress-on-some", "progress-on-none"):
        yield all_held.total(measure, counting)
    held_since = [one.surely(as_at) for one in returned]
    for says, is_one in (
        (
            "Of those that did not find enough on all: an accelerated plan was asked for.",
            _asked_for,
        ),
        ("A notice or direction about SEND was issued.", _instrument),
        ("Formal monitoring, or the accelerated plan, ended.", _ended),
        ("Inspected again in full, with a report.", _reported_again),
    ):
        count = sum(any(map(is_one, events)) for events in held_since)
        yield Total(says=says, ours=count, out_of=len(returned), words=_PARTIAL)
    nothing = sum(not one.surely(as_at) and not one.perhaps(as_at) for one in returned)
    yield Total(says="Nothing held since the letter.", ours=nothing, out_of=len(returned))


def _counting(as_at: date) -> Counting:
    return Counting(as_at=as_at, areas=Areas.ABOLISHED_TOO)


def _asked_for(event: Event) -> bool:
    return kinds.key(event) == StepKind.ACCELERATED_PLAN_REQUIRED


def _instrument(event: Event) -> bool:
    issued = isinstance(event, Intervened) and event.act is Act.ISSUED
    return issued and isinstance(event, Intervened) and event.about_send


def _ended(event: Event) -> bool:
    return kinds.key(event) in {StepKind.MONITORING_CEASED, StepKind.ACCELERATED_PLAN_ENDED}


def _reported_again(event: Event) -> bool:
    return isinstance(event, ReportPublished)


def _instruments(returned: list[_Returned], as_at: date) -> Table:
    return Table(
        name="instruments",
        title="Notices, directions and commissioners after the letter",
        columns=columns(area="Area", what="What", when="When", whose_word="On whose word"),
        rows=tuple(
            (
                one.of.name,
                kinds.sentence(event).rstrip("."),
                f"{event.on}{', perhaps before the letter' if event in one.unsure else ''}",
                whose_word(event.attestation),
            )
            for one in returned
            for event in one.events
            if isinstance(event, Intervened) and event.on.surely_by(as_at)
        ),
        words="Issued or ended, as held. Of one that was issued we do not know whether it still "
        "applies, unless its end is held.",
    )


def _areas(returned: list[_Returned], all_held: Held, as_at: date) -> Table:
    return Table(
        name="areas",
        title="Each area where inspectors did not find enough progress on every weakness",
        columns=columns(
            lines=("since",),
            area="Area",
            letter="Re-visit letter",
            progress="Enough progress on",
            review_expected="Review expected",
            review="Review held",
            since="Held since, and on whose word",
        ),
        rows=tuple(_row(one, all_held.until[one.of.area], as_at) for one in returned),
        words="Nothing held is nothing held by us of what happened to "
        f"{in_words(as_at)}. {_PARTIAL}",
    )


def _row(one: _Returned, held_of: History, as_at: date) -> tuple[Cell, ...]:
    reviews = [
        duty(due)
        for due in deadlines(held_of, as_at=as_at)
        if due.key == _RULE.key and due.inspection == one.of.inspection.name
    ]
    since = told_by(one.events, since=one.letter.on, as_at=as_at, unsure=one.unsure)
    return (
        one.of.name,
        one.letter.on.written,
        kinds.progress(one.letter).removeprefix("enough progress on "),
        _expected(reviews[0]) if reviews else _NONE_PROMISED,
        (reviews[0].fulfilment or "none held") if reviews else _NONE_PROMISED,
        since or "nothing held",
    )


def _expected(review: Duty) -> str:
    """Return when a review was expected, and who carries that of an abolished council."""
    due = Interval(review.due_earliest, review.due_latest)
    carried = f"; carried by {' and '.join(review.carried_by)}" if review.carried_by else ""
    if review.open_ended:
        return f"not known, for the day of the letter is not{carried}"
    return f"{due.written if due.is_day else due}{carried}"


def _ours(all_held: Held) -> dict[str, str]:
    in_2020, in_2021 = date(2020, 5, 31), date(2021, 5, 27)
    return {
        "snj-2020-not-on-all": _not_on_all(all_held, in_2020),
        "snj-2020-notice": "; ".join(_issued(all_held, in_2020)),
        "minister-2021-accelerated-plans": _not_on_all(all_held, in_2021),
    }


def _not_on_all(all_held: Held, day: date) -> str:
    some, none, every = (
        all_held.figure(measure, _counting(day))
        for measure in ("progress-on-some", "progress-on-none", "revisited")
    )
    return f"{some.count + none.count} of {every.count}, {none.count} of them on none"


def _issued(all_held: Held, day: date) -> Iterator[str]:
    for area in by_name(all_held.known):
        for event in all_held.known[area].events:
            if isinstance(event, Intervened) and event.on.surely_by(day):
                what = kinds.sentence(event).rstrip(".").removeprefix("The government ")
                yield f"{AREAS[area].name}: {what} {event.on.when}"


def _notes() -> Iterator[str]:
    value = _RULE.values[-1]
    yield (
        "What was promised: an action plan made with partners, and a formal review by the "
        f"Department for Education and NHS England within {value.period} of the letter. What else "
        f"follows is decided case by case. {value.reference}; it is practice, not law, and of "
        f"letters before {in_words(value.since)} nothing was promised that we know of."
    )
    yield (
        "Ofsted and CQC do not come back again under the framework of 2016. Which weaknesses were "
        "left, and of what kind, is in the letters; we hold how many."
    )
