"""Areas by health body and by region: where each stands, and what is expected next."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.due import AreaDuty, due
from areasend.answers.listing import AreaLine, Narrowed, listing
from areasend.answers.standing import limits
from areasend.domain.areas.spelling import slug_of
from areasend.domain.health import BODIES, areas_of, not_held
from areasend.domain.health.regions import nhs_regions


@dataclass(frozen=True)
class Group:
    """A health body or region with its areas of a day.

    `shares` gives, for a health body, how much of each area it serves, by slug (0 to 1, of its
    neighbourhoods); for a region it is empty. `notes` say what is announced or not held.
    """

    kind: str
    name: str
    as_at: date
    known_at: datetime
    within: str
    lines: tuple[AreaLine, ...]
    shares: dict[str, float]
    duties: tuple[AreaDuty, ...]
    notes: tuple[str, ...]
    limits: str


@dataclass(frozen=True)
class Groups:
    """Every health body of a day by its NHS region, and the regions of Ofsted."""

    as_at: date
    boards: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    ofsted_regions: tuple[tuple[str, str, int], ...]
    notes: tuple[str, ...]


def groups(asked: Asked) -> Groups:
    """Return the boards that serve any area on a day, by NHS region, and Ofsted's regions."""
    serving = [slug for slug in nhs_regions() if areas_of(slug, on=asked.as_at)]
    boards = tuple(
        (region, tuple((one, BODIES[one].name) for one in serving if nhs_regions()[one] == region))
        for region in sorted({nhs_regions()[one] for one in serving})
    )
    counted = Counter(one.ofsted_region for one in listing(asked, Narrowed()).lines)
    regions = tuple((slug_of(name), name, count) for name, count in sorted(counted.items()))
    return Groups(asked.as_at, boards, regions, tuple(filter(None, [not_held(asked.as_at)])))


def health_body(slug: str, asked: Asked) -> Group:
    """Return an integrated care board or clinical commissioning group with its areas.

    :raises KeyError: if there is no such body
    """
    body = BODIES[slug]
    shares = {one.area: one.share for one in areas_of(slug, on=asked.as_at)}
    became = ", ".join(BODIES[one].name for one in body.successors)
    notes = [
        not_held(asked.as_at),
        f"Known from its announcement of {body.announced:%-d %B %Y}." if body.announced else "",
        f"Its ground went to {became}." if became and body.ends else "",
    ]
    region = nhs_regions().get(slug, "")
    found = _group("health body", body.name, set(shares), asked)
    return replace(found, within=region, shares=shares, notes=tuple(filter(None, notes)))


def nhs_region(slug: str, asked: Asked) -> Group:
    """Return a region of NHS England with its areas; one across its border is in both.

    :raises KeyError: if there is no such region
    """
    name = {slug_of(one): one for one in nhs_regions().values()}[slug]
    boards = [body for body, region in nhs_regions().items() if region == name]
    inside = {one.area for body in boards for one in areas_of(body, on=asked.as_at)}
    found = _group("NHS England region", name, inside, asked)
    return replace(found, notes=tuple(filter(None, [not_held(asked.as_at)])))


def ofsted_region(slug: str, asked: Asked) -> Group:
    """Return a region of Ofsted's with its areas.

    :raises KeyError: if there is no such region
    """
    lines = listing(asked, Narrowed()).lines
    name = {slug_of(one.ofsted_region): one.ofsted_region for one in lines}[slug]
    inside = {one.slug for one in lines if one.ofsted_region == name}
    return _group("Ofsted region", name, inside, asked)


def _group(kind: str, name: str, inside: set[str], asked: Asked) -> Group:
    lines = tuple(one for one in listing(asked, Narrowed()).lines if one.slug in inside)
    return Group(
        kind=kind,
        name=name,
        as_at=asked.as_at,
        known_at=asked.known_at,
        within="",
        lines=lines,
        shares={},
        duties=tuple(one for one in due(asked).duties if one.area in inside),
        notes=(),
        limits=limits(asked),
    )
