"""What the government did about an area, and whether its end is held."""

from collections.abc import Iterator

from areasend.answers.wording import as_reported
from areasend.domain.events import Act, Instrument, Intervened
from areasend.domain.history import History
from areasend.domain.intervals import Interval

_NOUNS = {
    Instrument.NOTICE: "improvement notice",
    Instrument.DIRECTION: "government direction",
    Instrument.COMMISSIONER: "commissioner's appointment",
}
_ENDS = {Act.CLOSED: "was lifted", Act.REVOKED: "was revoked"}


def sentences(held: History) -> Iterator[str]:
    """Yield a sentence for each notice or direction: ended, or not known to have."""
    acts = [one for one in _in_order(held) if one.instrument is not Instrument.COMMISSIONER]
    for instrument in (Instrument.NOTICE, Instrument.DIRECTION):
        yield from _of([one for one in acts if one.instrument is instrument])


def no_end_held(held: History) -> bool:
    """Return whether a notice or direction was issued or changed of which no end is held."""
    acts = _in_order(held)
    return any(
        _unended([one for one in acts if one.instrument is instrument])
        for instrument in (Instrument.NOTICE, Instrument.DIRECTION)
    )


def _unended(acts: list[Intervened]) -> bool:
    issued = sum(one.act is Act.ISSUED for one in acts)
    # One that was changed had been issued, on a day that is not held.
    known = issued or any(one.act is Act.VARIED for one in acts)
    return known > sum(one.act in _ENDS for one in acts)


def _in_order(held: History) -> list[Intervened]:
    return [event for event in held.events if isinstance(event, Intervened)]


def _of(acts: list[Intervened]) -> Iterator[str]:
    issued = [one for one in acts if one.act is Act.ISSUED]
    ended = [one for one in acts if one.act in _ENDS]
    for alone in ended[len(issued) :]:
        yield f"{_a(alone)} {_NOUNS[alone.instrument]}{_about(alone)} {_ended(alone)}."
    for place, one in enumerate(issued):
        if place < len(ended):
            yield f"The {_noun(one)} {_ended(ended[place])}."
        elif place + 1 < len(issued):
            yield f"The {_noun(one)} was followed by another."
        else:
            yield _open(one)


def _open(one: Intervened) -> str:
    if as_reported(one):
        return f"{_a(one)} {_noun(one)} was reported; we do not know whether it still applies."
    return f"We do not know whether the {_noun(one)} still applies."


def _a(one: Intervened) -> str:
    return "An" if one.instrument is Instrument.NOTICE else "A"


def _noun(one: Intervened) -> str:
    return f"{_NOUNS[one.instrument]} {_of_when(one.on)}{_about(one)}"


def _ended(one: Intervened) -> str:
    return f"{_ENDS[one.act]} {one.on.when}{as_reported(one)}"


def _of_when(on: Interval) -> str:
    return f"of {on}" if on.is_dated else f"issued {on}"


def _about(one: Intervened) -> str:
    return "" if one.about_send else " (children's services; may include SEND)"
