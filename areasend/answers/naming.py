"""Where a place is that is asked for by a name: of a council, an older one, a town, a nation."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from areasend.answers.found import Found, Possible, found, in_area, in_council, listed
from areasend.answers.nations import NAMES
from areasend.domain import areas
from areasend.domain.areas import Area
from areasend.domain.areas.spelling import folded
from areasend.domain.intervals import in_words
from areasend.gazetteer import councils, counties, places
from areasend.gazetteer.councils import Council
from areasend.gazetteer.counties import County
from areasend.gazetteer.places import Place

_SEVERAL = "More than one place has that name, or a name that begins so."
_NEAREST = 4


def by_name(words: str, *, on: date) -> Found | None:
    """Return what a name means, or nothing if it means nothing we know.

    An area's whole name means that area. Otherwise every council and town is offered that has the
    name; failing that, what the name means in the county that ends it, or what begins so.
    """
    typed = places.saints(words)
    return _named(typed, on) or _in_nation(typed, on) or _in_county(typed, on)


def nearest(words: str) -> tuple[str, ...]:
    """Return a few names we know that look like the words."""
    names = (*areas.nearest(words), *places.alike(words, at_most=_NEAREST))
    return tuple(dict.fromkeys(names))[:_NEAREST]


def _named(typed: str, on: date) -> Found | None:
    if whole := areas.called(typed):
        standing = [area for area in whole if area.exists(on)] or whole
        return _together([_of_area(area, on) for area in standing], on)
    named = councils.called(typed)
    bearing = [_of_council(one, on) for one in named]
    bearing += [replace(_of_area(one, on), sure=False) for one in areas.beginning(typed)]
    bearing += [_of_council(one, on) for one in councils.beginning(typed) if not named]
    bearing += [_of_place(one, on) for one in places.called(typed)]
    return _together(bearing, on)


def _in_nation(typed: str, on: date) -> Found | None:
    """Return what is said of the nation outside England whose name ends the words."""
    nation = next((one for one in NAMES if typed.endswith(f" {folded(one)}")), None)
    return found((Possible(None, nation),), on, one="", several="") if nation else None


def _in_county(words: str, on: date) -> Found | None:
    """Return what the name before a county's name means there, or else where the county is."""
    unknown: Found | None = None
    for name, county in counties.after(words, on):
        meant = _named(name, on)
        there = {area.slug for area in county.areas}
        if possible := tuple(one for one in (meant.possible if meant else ()) if one.slug in there):
            return _there(possible, county, on)
        unknown = unknown or _only_county(county, on)
    return unknown


def _there(possible: tuple[Possible, ...], county: County, on: date) -> Found:
    one = f"That is in {possible[0].name}."
    several = f"More than one place in {county.name} has that name, or a name that begins so."
    return found(possible, on, one=one, several=several)


def _only_county(county: County, on: date) -> Found:
    words = f"We know no place of that name in {county.name}. A postcode will tell where it is."
    answer = found(tuple(map(in_area, county.areas)), on, one=words, several=words)
    return replace(answer, sure=False)


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
    return replace(found(possible, on, one=words, several=words), sure=False)


def _of_place(one: Place, on: date) -> Found:
    possible = tuple(dict.fromkeys(at for code in one.codes for at in in_council(code, on)))
    answer = found(
        possible,
        on,
        one=f"{one.name} is in {possible[0].name}.",
        several=f"{one.name} lies on a border. A postcode will tell on which side.",
    )
    return replace(answer, sure=False)
