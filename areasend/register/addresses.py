"""Every address of the register that can be read: what is published, and what the sweeps walk."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from areasend.answers.asked import Asked
from areasend.answers.data_releases import CHECKSUMS, DESCRIPTION, INDEX, data_releases
from areasend.answers.grouped import groups
from areasend.answers.listing import SORTS, Listing, Narrowed, listing
from areasend.answers.questions import QUESTIONS
from areasend.answers.telling_apart import MapBy
from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import slug_of
from areasend.domain.health import BODIES
from areasend.domain.measures import MEASURES, WAITS

#: Pages that answer a form and so have nothing to show by themselves.
FORMS = frozenset({"find", "report", "report-received", "reply", "reply-asked", "your-reply"})
#: The addresses to which something can be sent, by name; all others can only be read.
TAKE_FORMS = frozenset(
    {
        *("find", "deadline", "report", "reply", "your-reply"),
        *("subscribe", "confirm", "yours", "stop"),
    }
)
#: Those of alerts, which change with every run, and most of which lie behind secret links.
ALERTS = frozenset({"alerts", "subscribe", "subscribe-asked", "confirm", "yours", "stop"})
#: Those that lead to whatever is newest, of which a copy has its own list.
NEWEST = frozenset({"data-latest", "data-latest-file"})
#: The filters of the list of areas, of which each choice has an address, and how the answer
#: calls them.
FILTERS = {
    "stage": "stage",
    "region": "region",
    "ofsted-region": "ofsted_region",
    "framework": "framework",
    "passed": "passed",
}
Parts = Callable[[Asked], Iterator[dict[str, str]]]


def _areas(_asked: Asked) -> Iterator[dict[str, str]]:
    return ({"slug": slug} for slug in AREAS)


def _bodies(_asked: Asked) -> Iterator[dict[str, str]]:
    return ({"slug": slug} for slug in BODIES)


def _nhs_regions(asked: Asked) -> Iterator[dict[str, str]]:
    return ({"slug": slug_of(name)} for name, _ in groups(asked).boards)


def _ofsted_regions(asked: Asked) -> Iterator[dict[str, str]]:
    return ({"slug": slug} for slug, _, _ in groups(asked).ofsted_regions)


def _questions(_asked: Asked) -> Iterator[dict[str, str]]:
    return ({"name": name} for name in QUESTIONS)


def _measures(_asked: Asked) -> Iterator[dict[str, str]]:
    return ({"name": name} for name in (*MEASURES, *WAITS))


def _data_releases(_asked: Asked) -> Iterator[dict[str, str]]:
    return ({"name": one.name} for one in data_releases(settings.DOWNLOADS))


def _data_files(_asked: Asked) -> Iterator[dict[str, str]]:
    for one in data_releases(settings.DOWNLOADS):
        every = (*one.files, *(file for table in one.tables for file in table.files))
        names = (*(file.name for file in every), DESCRIPTION, CHECKSUMS)
        yield from ({"name": one.name, "file": name} for name in names)


#: For each address with a part to fill in, what may stand there.
PARTS: dict[str, Parts] = {
    "area": _areas,
    "embed-area": _areas,
    "embed-area-picture": _areas,
    "health-body": _bodies,
    "nhs-region": _nhs_regions,
    "ofsted-region": _ofsted_regions,
    "answer": _questions,
    "statistic": _measures,
    "statistic-csv": _measures,
    "embed-statistic": _measures,
    "embed-statistic-picture": _measures,
    "data-release": _data_releases,
    "data-file": _data_files,
}


def addresses(*, asked: Asked) -> Iterator[str]:
    """Yield every address without a query, in the order of the table of addresses."""
    from areasend.register.urls import urlpatterns

    unlisted = frozenset() if (settings.DOWNLOADS / INDEX).is_file() else frozenset({"data-index"})
    for one in urlpatterns:
        name = str(one.name)
        if name in PARTS:
            yield from (reverse(name, kwargs=kwargs) for kwargs in PARTS[name](asked))
        elif name not in FORMS | ALERTS | NEWEST | unlisted:
            yield reverse(name)


def narrowed(*, asked: Asked) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a path for each choice of each filter of the list of areas, with its query."""
    whole: Listing = listing(asked, Narrowed())
    for word, name in FILTERS.items():
        for choice in whole.choices[name]:
            yield f"/areas/by/{word}/{slug_of(choice)}", {word: choice}
    for slug in whole.choices["like"]:
        yield f"/areas/by/like/{slug}", {"like": slug}
    for sort in SORTS:
        yield f"/areas/by/order/{sort}", {"sort": sort}


def queries(*, asked: Asked) -> dict[str, str]:
    """Return, by an address that asks for a choice, the path it is published at: lists and maps."""
    lists = {f"/areas?{urlencode(query)}": path for path, query in narrowed(asked=asked)}
    return lists | {f"/map?by={by}": f"/map/by/{by}" for by in MapBy}
