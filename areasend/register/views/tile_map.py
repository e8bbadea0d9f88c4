"""The map: every area a tile, coloured in one of four ways, and the same as a table and as CSV."""

import csv
import io
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from markupsafe import Markup

from areasend.answers.asked import Asked
from areasend.answers.mapped import MappedArea, mapped
from areasend.answers.telling_apart import MapBy
from areasend.answers.tile_map import TileMap, tile_map
from areasend.design.environment import lower_first, sentence
from areasend.design.tiles import drawing
from areasend.design.tiles.key import tile_key
from areasend.design.tiles.tile import Category, Tile
from areasend.register.asking import answering
from areasend.register.looks import LOOKS
from areasend.register.pages import crumbs, page
from areasend.register.views.errors import unable_to_ask

#: What each way to colour the map is called.
WAYS = {
    MapBy.STAGE: "Where each area stands",
    MapBy.OUTCOME: "What the latest report found",
    MapBy.WEAKNESSES: "Number of weaknesses or priority actions",
    MapBy.DAYS: "Days since the latest report",
}


@answering
def map_of_areas(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the map, coloured as the address asks for it."""
    word = request.GET.get("by") or MapBy.STAGE.value
    if word not in set(MapBy):
        return unable_to_ask(request, f"The map cannot be coloured by “{word[:60]}”.")
    found = tile_map(asked, MapBy(word))
    days = _query(request, by=None)
    drawn, key = _drawn(found, days)
    return page(
        request,
        "map.html",
        title=f"Map: {lower_first(WAYS[found.by])}",
        crumbs=crumbs(),
        found=found,
        way=WAYS[found.by],
        ways=[
            (words, reverse("map") + _query(request, by=by), by is found.by)
            for by, words in WAYS.items()
        ],
        days=days,
        kept={} if found.by is MapBy.STAGE else {"by": found.by.value},
        drawn=drawn,
        key=key,
    )


def _drawn(found: TileMap, days: str) -> tuple[Markup, Markup]:
    """Return the map and its key, with a query that says of which days a link to an area asks."""
    categories = [
        Category(one.key, sentence(one.says), *LOOKS[one.key], href=f"#{one.key}")
        for one in found.categories
    ]
    tiles = [
        Tile(one.slug, one.name, _area(one.slug) + days, held.key, number or held.says)
        for held in found.categories
        for one, number in held.areas
    ]
    title = f"{WAYS[found.by]}: a tile for each of {found.of} areas"
    drawn = drawing.tile_map(tiles, categories, on=found.as_at, title=title)
    return drawn, tile_key(tiles, categories)


def _area(slug: str) -> str:
    return reverse("area", kwargs={"slug": slug})


def _query(request: HttpRequest, *, by: MapBy | None) -> str:
    """Return the query that asks for the same days and another way; that by stage needs no word."""
    days = {name: request.GET[name] for name in ("as-at", "known-at") if request.GET.get(name)}
    way = {} if by in {None, MapBy.STAGE} else {"by": by}
    return f"?{urlencode(way | days)}" if way or days else ""


@answering
def as_csv(_request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return what the map tells of each area, in all its ways, as CSV (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text).writerows([_COLUMNS, *map(_row, mapped(asked))])
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="areas-{asked.as_at}.csv"'
    return response


_COLUMNS = (
    *("area", "name", "region", "stage", "report", "outcome"),
    *("weaknesses", "priority_actions", "days_since_report"),
)


def _row(one: MappedArea) -> tuple[object, ...]:
    """Return a row of the CSV; what is not held is empty."""
    return (
        *(one.slug, one.name, one.region, one.stage.value, one.report_on, one.outcome),
        *(one.weaknesses, one.priority_actions, one.days),
    )
