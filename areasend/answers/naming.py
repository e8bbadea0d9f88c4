"""Where a place is that is asked for by a name: of a council, an older one, a town, a nation."""

from collections.abc import Iterable
from datetime import date

from areasend.answers.found import Found, found, in_area, in_council, listed
from areasend.domain import areas
from areasend.domain.areas import Area
from areasend.domain.intervals import in_words
from areasend.gazetteer import councils, places
from areasend.gazetteer.councils import Council
from areasend.gazetteer.places import Place

_SEVERAL = "More than one place has that name, or a name that begins so."
_NEAREST = 4


def by_name(words: str, *, on: date) -> Found | None:
    """Return what a name means, or nothing if it means nothing we know.

    An area's whole name means that area. Otherwise every council, town and area is offered that
    has the name, or whose name begins so.
    """
    if whole := areas.called(words):
        standing = [area for area in whole if area.exists(on)] or whole
        return _together([_of_area(area, on) for area in standing], on)
    named = councils.called(words)
    return _together(
        [
            *(_of_council(one, on) for one in named),
            *(_of_area(one, on) for one in areas.beginning(words)),
            *(_of_council(one, on) for one in councils.beginning(words) if not named),
            *(_of_place(one, on) for one in places.called(words)),
        ],
        on,
    )


def nearest(words: str) -> tuple[str, ...]:
    """Return a few names we know that look like the words."""
    names = (*areas.nearest(words), *places.alike(words, at_most=_NEAREST))
    return tuple(dict.fromkeys(names))[:_NEAREST]


def _together(answers: Iterable[Found], on: date) -> Found | None:
    """Return one answer of several: the first, where all say the same, or a choice."""
    held = [one for one in answers if one.possible]
    possible = tuple(dict.fromkeys(one for answer in held for one in answer.possible))
    if not held or len(possible) == len(held[0].possible):
        return held[0] if held else None
    return Found("choice", on, _SEVERAL, possible)


def _of_area(area: Area, on: date) -> Found:
    possible = tuple(map(in_area, councils.heirs(area, on)))
    if area.exists(on):
        return Found("area", on, f"{area.name} is a local area.", possible)
    where = listed(possible)
    if area.starts and on < area.starts:
        words = f"{area.name} is a local area only from {in_words(area.starts)}; until then it is"
        words = f"{words} part of {where}."
    else:
        words = (
            f"{area.name} ended on {in_words(area.ends or on)}; its area is now part of {where}."
        )
    return found(possible, on, one=words, several=words)


def _of_council(one: Council, on: date) -> Found:
    possible = tuple(map(in_area, one.ground(on)))
    where = listed(possible)
    if one.ended and one.ended < on:
        words = f"{one.name} had a council of its own until {in_words(one.ended)}; its area is now"
        words = f"{words} part of {where}."
    elif one.stands(on):
        words = f"{one.name} is a district of {where}."
    else:
        words = f"{one.name} is not one local area but {len(possible)}."
    return found(possible, on, one=words, several=words)


def _of_place(one: Place, on: date) -> Found:
    possible = tuple(dict.fromkeys(at for code in one.codes for at in in_council(code, on)))
    return found(
        possible,
        on,
        one=f"{one.name} is in {possible[0].name}.",
        several=f"{one.name} lies on a border. A postcode will tell on which side.",
    )
