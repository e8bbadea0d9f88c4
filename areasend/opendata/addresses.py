"""Every address of this face that can be read by itself: what is published, and what is walked."""

from collections.abc import Iterator

from django.urls import reverse

from areasend.answers.owing import OWING
from areasend.answers.topics import STAGES
from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES, WAITS
from areasend.opendata.feeds.catalogue import NATIONAL


def addresses() -> Iterator[str]:
    """Yield the pages of this face and every feed: what can stand in a copy as plain files."""
    yield from (reverse(name) for name in ("api", "openapi", "feeds", "dates", "dates-to-come"))
    yield from (reverse("feed", kwargs={"name": name}) for name in NATIONAL)
    yield from (reverse("stage-feed", kwargs={"slug": slug}) for slug in STAGES)
    for name in ("body-dates", "body-dates-to-come"):
        yield from (reverse(name, kwargs={"slug": slug}) for slug in OWING)
    for name in ("area-feed", "area-dates", "area-dates-to-come"):
        yield from (reverse(name, kwargs={"slug": slug}) for slug in AREAS)


def questions() -> Iterator[str]:
    """Yield every address of the API that needs no filter to answer."""
    lists = ("areas", "events", "deadlines", "measures", "releases", "corrections")
    yield from (reverse(f"api-{name}") for name in lists)
    yield from (reverse("api-area", kwargs={"slug": slug}) for slug in AREAS)
    yield from (reverse("api-measure", kwargs={"name": name}) for name in (*MEASURES, *WAITS))
