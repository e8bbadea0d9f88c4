"""Where a postcode is, whole or begun."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from areasend.answers.found import Found, Possible, found, in_council
from areasend.gazetteer import councils, index, writing

_SURE = "Type the whole postcode to be sure."


def by_whole(words: str, *, on: date, held: Path) -> Found | None:
    """Return where a whole postcode is, or nothing if the words are none."""
    codes = {reading: index.council(*reading, index=held) for reading in writing.wholes(words)}
    for code in filter(None, codes.values()):
        return _of_council(code, on)
    if not writing.has_figure(words):
        return None  # Goole, as G0 0LE: no postcode that is held, and so a name
    unstated = [reading for reading, code in codes.items() if code is not None]
    readings = unstated or list(codes)
    return _near(readings[0], on, held, unstated=bool(unstated)) if readings else None


def by_part(words: str, *, on: date, held: Path) -> Found | None:
    """Return where the postcodes are that begin so, or nothing if none can."""
    readings = list(writing.parts(words))
    for outward, inward in readings:
        counted = index.councils(outward, inward, index=held)
        if possible := _shares(counted, on):
            return _of_shares(possible, on)
    if not readings:
        return None
    nowhere = f"We can place no postcode that begins like that. {_newer(held)}"
    return Found("unknown postcode", on, nowhere)


def by_letters(words: str, *, on: date, held: Path) -> Found | None:
    """Return where the postcodes are that begin with one or two letters, or nothing."""
    if letters := writing.letters(words):
        possible = _shares(index.councils(letters, index=held), on)
        return _of_shares(possible, on) if possible else None
    return None


def _of_council(code: str, on: date) -> Found:
    possible = in_council(code, on)
    one = f"That postcode is in {possible[0].name}."
    district = councils.district(code)
    if district and district.stands(on):
        one = f"That postcode is in {district.name}, a district of {possible[0].name}."
    several = "On that day the postcode may have been in any of these; today's councils are newer."
    return found(possible, on, one=one, several=several)


def _of_shares(possible: tuple[Possible, ...], on: date) -> Found:
    one = f"The postcodes that begin like that are all in {possible[0].name}."
    several = f"The postcodes that begin like that lie on both sides of a border. {_SURE}"
    return found(possible, on, one=one, several=several)


def _near(reading: writing.Postcode, on: date, held: Path, *, unstated: bool) -> Found:
    """Return what is said of a whole postcode without a council: where those like it are."""
    outward, inward = reading
    wider = (index.councils(outward, begun, index=held) for begun in (inward[0], ""))
    near: Iterable[tuple[Possible, ...]] = (_shares(counted, on) for counted in wider)
    possible = next(filter(None, near), ())
    says = "Our list has that postcode, but not its council." if unstated else "We do not hold it."
    alike = " Postcodes that begin like it are in what is named here." if possible else ""
    return Found("unknown postcode", on, f"{says} {_newer(held)}{alike}", possible)


def _newer(held: Path) -> str:
    return (
        f"Ours are the postcodes of the ONS Postcode Directory to {index.month(held)}; newer ones "
        "are not among them."
    )


def _shares(counted: Counter[str], on: date) -> tuple[Possible, ...]:
    """Return where counted postcodes are, most first; one without a council is nowhere."""
    total: Counter[tuple[str | None, str]] = Counter()
    for code, count in counted.items():
        for one in in_council(code, on):
            total[one.slug, one.name] += count
    return tuple(Possible(slug, name, count) for (slug, name), count in total.most_common())
